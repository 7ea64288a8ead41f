/** Runs the network over sentences and decodes its scores: a tag, a head and a relation for each word. */

import { arcScores, encode, labelScores, parserHeads } from './forward.ts';
import type { HeadTrace, Network, Rows } from './forward.ts';
import { linear } from './forward.ts';
import { inputMatrix, rowsOfSentences } from './input.ts';
import type { InputRow, InputTables, KeptRows } from './input.ts';
import { padded } from './parameters.ts';
import { spanningTree } from './spanning-tree.ts';

/** What the network says of one sentence; all lists have one entry for each word. */
export interface Prediction {
  /** Index of the joint tag. */
  readonly tags: Int32Array;
  /** Number of the head, 1-based, 0 for the root of the sentence. */
  readonly heads: Int32Array;
  /** Index of the relation. */
  readonly labels: Int32Array;
}

/** What a prediction is made with. `rootLabel` is the one label that the root of a sentence has, and no other word. */
export interface Predictor {
  readonly network: Network;
  readonly tables: InputTables;
  readonly root: InputRow;
  readonly rootLabel: number;
  /** Input rows of frequent words, once they were made; null while the tables are trained. */
  readonly kept: KeptRows | null;
}

/** Predicts a batch. A sentence's result does not depend on what else is in the batch. */
export function predict(predictor: Predictor, sentences: readonly (readonly InputRow[])[]): Prediction[] {
  const { network, tables, root, kept } = predictor;
  const { arena, shape, parameters } = network;
  if (sentences.length === 0) return [];
  const mark = arena.mark();
  const spans = rowsOfSentences(sentences.map(({ length }) => length));
  const words = sentences.flatMap((sentence) => [root, ...sentence]);
  const input = inputMatrix(arena, shape, tables, words, kept);
  const states = encode(network, input, spans).at(-1)?.output ?? input;
  const tagScores = linear(arena, parameters.tag, states, words.length);
  const heads = parserHeads(network, states, words.length);
  const predictions = spans.map((rows) => {
    const tree = treeOf(network, heads, rows);
    return {
      tags: bestTags(network, tagScores, rows),
      heads: tree,
      labels: bestLabels(predictor, heads, rows, tree),
    };
  });
  arena.release(mark);
  return predictions;
}

function bestTags({ arena, shape, parameters }: Network, scores: number, { from, to }: Rows): Int32Array {
  const width = parameters.tag.weights.cols;
  const tags = new Int32Array(to - from - 1);
  for (let row = from + 1; row < to; row++) {
    tags[row - from - 1] = indexOfLargest(arena.floats, scores + row * width, shape.tags);
  }
  return tags;
}

function treeOf(network: Network, trace: HeadTrace, rows: Rows): Int32Array {
  const { arena } = network;
  const size = rows.to - rows.from;
  const mark = arena.mark();
  const { at, stride } = arcScores(network, trace, rows);
  const scores = new Float64Array(size * size);
  for (let row = 1; row < size; row++) {
    for (let head = 0; head < size; head++)
      scores[row * size + head] = arena.floats[at + row * stride + head] as number;
  }
  arena.release(mark);
  return spanningTree(scores, size).subarray(1);
}

function bestLabels(
  { network, rootLabel }: Predictor,
  trace: HeadTrace,
  rows: Rows,
  heads: Int32Array,
): Int32Array {
  const { arena, shape } = network;
  const mark = arena.mark();
  const scores = arena.allocate(padded(shape.labels));
  const labels = heads.map((head, i) => {
    if (head === 0) return rootLabel;
    labelScores(network, trace, rows.from + i + 1, rows.from + head, scores);
    arena.floats[scores + rootLabel] = -Infinity;
    return indexOfLargest(arena.floats, scores, shape.labels);
  });
  arena.release(mark);
  return labels;
}

function indexOfLargest(floats: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((floats[at + i] as number) > (floats[at + best] as number)) best = i;
  return best;
}
