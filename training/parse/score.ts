/** Scores of a parser on treebank sentences with gold words, in percent. */

import type { WordLookup } from '../../src/annotate/engine/word-features.ts';
import { predict } from '../../src/model/network/predict.ts';
import type { Predictor } from '../../src/model/network/predict.ts';
import type { TreeSentence } from '../data/read-conllu.ts';

export interface ParseScores {
  readonly upos: number;
  readonly xpos: number;
  /** Heads right. */
  readonly uas: number;
  /** Heads and universal relations right (what follows a colon in a relation does not count). */
  readonly las: number;
}

const BATCH_ROWS = 300;

export function scoreParser(
  predictor: Predictor,
  lookup: WordLookup,
  names: { readonly tags: readonly string[]; readonly labels: readonly string[] },
  sentences: readonly TreeSentence[],
): ParseScores {
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 };
  let words = 0;
  for (const batch of batches(sentences)) {
    const predictions = predict(
      predictor,
      batch.map((sentence) => sentence.words.map(({ form }) => lookup.rowsOf(form))),
    );
    for (const [s, sentence] of batch.entries()) {
      const prediction = predictions[s];
      for (const [i, word] of sentence.words.entries()) {
        const [upos, xpos] = (names.tags[prediction?.tags[i] ?? -1] ?? '').split('|');
        const headRight = prediction?.heads[i] === word.head;
        words += 1;
        if (upos === word.upos) right.upos += 1;
        if (xpos === word.xpos) right.xpos += 1;
        if (headRight) right.uas += 1;
        if (
          headRight &&
          universal(names.labels[prediction?.labels[i] ?? -1] ?? '') === universal(word.deprel)
        )
          right.las += 1;
      }
    }
  }
  const percent = (count: number): number => Math.round((10_000 * count) / Math.max(1, words)) / 100;
  return {
    upos: percent(right.upos),
    xpos: percent(right.xpos),
    uas: percent(right.uas),
    las: percent(right.las),
  };
}

export function universal(deprel: string): string {
  return deprel.split(':')[0] ?? deprel;
}

function batches(sentences: readonly TreeSentence[]): TreeSentence[][] {
  const result: TreeSentence[][] = [];
  let rows = Infinity;
  for (const sentence of sentences) {
    if (rows + sentence.words.length > BATCH_ROWS) {
      result.push([]);
      rows = 0;
    }
    result.at(-1)?.push(sentence);
    rows += sentence.words.length + 1;
  }
  return result;
}
