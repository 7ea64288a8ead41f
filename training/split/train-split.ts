/** Trains the sentence splitter: an averaged perceptron over the gaps between tokens. */

import { SPLIT_BITS, ParagraphGaps } from '../../src/annotate/engine/sentence-boundaries.ts';
import { paragraphsOf } from '../../src/annotate/engine/paragraphs.ts';
import { tokensOf } from '../../src/annotate/tokenize.ts';
import { encodeWeights } from '../../src/model/sparse-weights.ts';
import { documentOf, documentsOf } from '../data/documents.ts';
import type { TreeDocument } from '../data/documents.ts';
import type { TreeSentence } from '../data/read-conllu.ts';
import { AveragedWeights } from '../linear/averaged-weights.ts';
import { Random } from '../random.ts';

export const SPLIT_EPOCHS = 10;

/** A gap is learnt from until it is on the right side by this much. */
const MARGIN = 1;

/** Unit of the stored weights. */
const SCALE = 0.1;

/** Shares of documents that are shown with lines as short as mail has them, or with each sentence on its own line. */
const WRAPPED_SHARE = 0.15;
const OWN_LINES_SHARE = 0.15;
const LINE_CHARACTERS = 72;

export interface SplitOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly write: (line: string) => void;
}

/** Encoded weights of a splitter learnt from the sentences, which must be in document order. */
export function trainSplit(
  sentences: readonly TreeSentence[],
  { epochs, seed, write }: SplitOptions,
): Uint8Array {
  const random = new Random(seed);
  const gaps = documentsOf(sentences).flatMap((document) => gapsOf(varied(document, random)));
  const weights = new AveragedWeights(2 ** SPLIT_BITS, 1);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let wrong = 0;
    for (const { buckets, ends } of random.shuffle(gaps)) {
      let score = 0;
      for (const bucket of buckets) score += weights.values[bucket] as number;
      weights.tick();
      if ((ends ? score : -score) > MARGIN) continue;
      for (const bucket of buckets) weights.change(bucket, 0, ends ? 1 : -1);
      if (score > 0 !== ends) wrong += 1;
    }
    write(`split epoch ${epoch}: ${wrong} of ${gaps.length} gaps wrong\n`);
  }
  return encodeWeights(weights.averages(), 1, SCALE);
}

interface Gap {
  readonly buckets: Int32Array;
  readonly ends: boolean;
}

function gapsOf(document: TreeDocument): Gap[] {
  const starts = new Set(document.starts);
  return paragraphsOf(document.text).flatMap(({ start, end }) => {
    const tokens = tokensOf(document.text, start, end);
    const gaps = new ParagraphGaps(document.text, tokens);
    return gaps.candidates().map((gap) => ({
      buckets: gaps.featuresOf(gap).copy(),
      ends: starts.has(tokens[gap + 1]?.start ?? -1),
    }));
  });
}

/** The document as it stands, or with other line ends. Offsets of sentences stay right. */
function varied(document: TreeDocument, random: Random): TreeDocument {
  const dice = random.unit();
  if (dice < WRAPPED_SHARE) return { ...document, text: wrapped(document.text) };
  if (dice >= WRAPPED_SHARE + OWN_LINES_SHARE) return document;
  return documentOf(document.id, document.sentences, () => '\n');
}

/** Spaces become line ends so that no line is longer than `LINE_CHARACTERS`, words aside. */
function wrapped(text: string): string {
  let line = 0;
  return text.replace(/[^\s]+|\s/g, (piece, at: number) => {
    if (piece === '\n') line = at + 1;
    if (piece !== ' ') return piece;
    const word = text.slice(at + 1).match(/^\S+/)?.[0].length ?? 0;
    if (at + 1 + word - line <= LINE_CHARACTERS) return piece;
    line = at + 1;
    return '\n';
  });
}
