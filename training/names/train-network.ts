/** Trains the neural half of the name tagger: two recurrent layers and a label for each word. */

import { join } from 'node:path';

import type { NameFeatures, NameSentence } from '../../src/annotate/engine/name-features.ts';
import type { NameNetwork } from '../../src/annotate/engine/name-network.ts';
import { vocabularyForm, WordLookup } from '../../src/annotate/engine/word-features.ts';
import { normalized } from '../../src/model/quantized-table.ts';
import { writeCheckpoint } from '../checkpoint.ts';
import type { FrozenVectors } from '../data/vectors.ts';
import { NAME_NETWORK_FILE } from '../pack/parts.ts';
import { ParserTrainer } from '../parse/parser-trainer.ts';
import type { Example } from '../parse/parser-trainer.ts';
import { VECTOR_LENGTH } from '../parse/train-parse.ts';
import type { Random } from '../random.ts';
import { goldOf } from './corpora.ts';
import type { PreparedSentence } from './corpora.ts';

const WIDTHS = { vector: 104, word: 48, affix: 64, hidden: 64, layers: 2, arc: 0, label: 0, labels: 0 };
const BUCKETS = 8_192;
const RAREST_WORD = 4;
const LONGEST = 120;
const EPOCHS = 7;
const BATCH_ROWS = 400;
const RATE = 0.002;
const WARM_UP = 200;
const LEAST_RATE_SHARE = 0.02;
const DROPOUT = 0.3;
const WORD_DROPOUT = 0.25;

/** Share of the training, at its end, over which weights are averaged, one in so many steps. */
const AVERAGED_SHARE = 0.25;
const AVERAGE_EVERY_STEPS = 25;

/** Shares of sentences shown in small letters and in capitals. */
const LOWER_SHARE = 0.03;
const UPPER_SHARE = 0.03;

/** What its scores count beside those of the linear model; of 0.2, 0.35, 0.5, 0.7 and 1 this is between the two best. */
const WEIGHT = 0.6;

export interface NetworkTask {
  readonly labels: readonly string[];
  readonly features: NameFeatures;
  readonly vectors: FrozenVectors;
  readonly random: Random;
  readonly out: string;
  /** Unit of the linear model's scores. */
  readonly scale: number;
  readonly write: (line: string) => void;
}

/** Learns from articles, leaves the weights in the output folder, and returns the network. */
export function trainNameNetwork(
  articles: readonly (readonly PreparedSentence[])[],
  task: NetworkTask,
): NameNetwork {
  const { labels, vectors, random, out, scale } = task;
  const { words, counts } = vocabularyOf(articles);
  const shape = { ...WIDTHS, tags: labels.length };
  const trainer = new ParserTrainer({
    shape,
    vectors: normalized(vectors.values, vectors.width, VECTOR_LENGTH),
    vocabulary: words.length,
    counts,
    settings: { buckets: BUCKETS, dropout: DROPOUT, wordDropout: WORD_DROPOUT },
    random,
  });
  const lookup = new WordLookup(rowsOf(words), rowsOf(vectors.words), BUCKETS);
  learn(trainer, variantsOf(articles, lookup, task), task);
  const facts = { shape, buckets: BUCKETS, weight: WEIGHT / scale };
  writeCheckpoint(join(out, NAME_NETWORK_FILE), { facts: { facts, words }, arrays: trainer.weights() });
  return { network: trainer.network, tables: trainer.tables, lookup, buckets: BUCKETS, weight: facts.weight };
}

function vocabularyOf(articles: readonly (readonly PreparedSentence[])[]): {
  words: string[];
  counts: Float64Array;
} {
  const seen = new Map<string, number>();
  for (const { forms } of articles.flat()) {
    for (const form of forms) seen.set(vocabularyForm(form), (seen.get(vocabularyForm(form)) ?? 0) + 1);
  }
  const words = [
    '<unknown>',
    '<root>',
    ...[...seen].filter(([, count]) => count >= RAREST_WORD).map(([word]) => word),
  ];
  return { words, counts: Float64Array.from(words, (word) => seen.get(word) ?? 0) };
}

function rowsOf(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, row) => [word, row]));
}

/** Every sentence as it stands, in small letters, and in capitals. */
interface Variants {
  readonly plain: readonly Example[];
  readonly lower: readonly Example[];
  readonly upper: readonly Example[];
}

function variantsOf(
  articles: readonly (readonly PreparedSentence[])[],
  lookup: WordLookup,
  { labels, features }: NetworkTask,
): Variants {
  const cased = (vary: (form: string) => string): Example[] =>
    articles
      .flatMap((article) => {
        const named: NameSentence[] = article.map(({ forms, upos }) => ({ forms: forms.map(vary), upos }));
        const context = features.contextOf(named);
        return article.map((sentence, i) => ({
          words: features.inputRows(named[i] ?? { forms: [], upos: [] }, context, lookup, BUCKETS),
          tags: maskedGold(sentence, labels),
          heads: [],
          labels: [],
        }));
      })
      .filter(({ words }) => words.length <= LONGEST);
  return {
    plain: cased((form) => form),
    lower: cased((form) => form.toLowerCase()),
    upper: cased((form) => form.toUpperCase()),
  };
}

/** Gold labels; -1 where the set may hide a name of a type that it does not mark. */
function maskedGold({ tags, forms, hidden }: PreparedSentence, labels: readonly string[]): number[] {
  return goldOf(tags, labels).map((label, i) => {
    const mayHide = hidden.size > 0 && label === 0 && /^[\p{Lu}\p{N}$€£]/u.test(forms[i] ?? '');
    return mayHide ? -1 : label;
  });
}

function learn(trainer: ParserTrainer, variants: Variants, { random, write }: NetworkTask): void {
  const rows = variants.plain.reduce((sum, { words }) => sum + words.length + 1, 0);
  const total = Math.ceil((rows / BATCH_ROWS) * EPOCHS);
  const average = trainer.weights().map(({ length }) => new Float32Array(length));
  let averaged = 0;
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    let loss = 0;
    let words = 0;
    for (const batch of batchesOf(variants, random)) {
      const warm = Math.min(1, (trainer.steps + 1) / WARM_UP);
      const losses = trainer.update(
        batch,
        RATE * warm * Math.max(LEAST_RATE_SHARE, 1 - trainer.steps / total),
      );
      loss += losses.tags;
      words += losses.words;
      const isLate = trainer.steps > total * (1 - AVERAGED_SHARE);
      if (!isLate || trainer.steps % AVERAGE_EVERY_STEPS !== 0) continue;
      averaged += 1;
      for (const [i, weights] of trainer.weights().entries()) addToAverage(average[i], weights, averaged);
    }
    write(`name network epoch ${epoch}: loss ${(loss / Math.max(1, words)).toFixed(4)}\n`);
  }
  if (averaged > 0) trainer.weights().forEach((weights, i) => weights.set(average[i] ?? weights));
}

function addToAverage(average: Float32Array | undefined, weights: Float32Array, count: number): void {
  if (average === undefined) return;
  for (let k = 0; k < weights.length; k++) {
    average[k] = (average[k] as number) + ((weights[k] as number) - (average[k] as number)) / count;
  }
}

/** Sentences of like length together, batches in random order, some sentences in another case. */
function batchesOf({ plain, lower, upper }: Variants, random: Random): Example[][] {
  const ordered = plain
    .map((example, i) => ({ i, key: example.words.length + random.unit() * 6 }))
    .sort((a, b) => a.key - b.key);
  const batches: Example[][] = [[]];
  let rows = 0;
  for (const { i } of ordered) {
    const dice = random.unit();
    const variant = dice < LOWER_SHARE ? lower : dice < LOWER_SHARE + UPPER_SHARE ? upper : plain;
    const example = variant[i];
    if (example === undefined) continue;
    if (rows >= BATCH_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(example);
    rows += example.words.length + 1;
  }
  return random.shuffle(batches);
}
