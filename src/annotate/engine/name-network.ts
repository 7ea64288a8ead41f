/** The neural half of the name tagger: a small recurrent network whose scores are added to the linear ones. */

import { encode, linear } from '../../model/network/forward.ts';
import type { Network } from '../../model/network/forward.ts';
import { inputMatrix, rowsOfSentences } from '../../model/network/input.ts';
import type { InputRow, InputTables } from '../../model/network/input.ts';
import type { WordLookup } from './word-features.ts';
import { ROOT_ROWS } from './word-features.ts';

export interface NameNetwork {
  readonly network: Network;
  readonly tables: InputTables;
  readonly lookup: WordLookup;
  /** Rows of the hashed table. */
  readonly buckets: number;
  /** What its scores are multiplied with before they are added. */
  readonly weight: number;
}

/** Rows that are computed together. */
const BATCH_ROWS = 400;

/** For each sentence the scores of each label of each word, row by row. Very long sentences are read in pieces. */
export function networkScores(net: NameNetwork, sentences: readonly (readonly InputRow[])[]): Float32Array[] {
  const pieces = sentences.flatMap((rows, sentence) =>
    piecesOf(rows).map((piece) => ({ sentence, rows: piece })),
  );
  const parts: Float32Array[][] = sentences.map(() => []);
  for (const batch of batchesOf(pieces)) {
    const scores = batchScores(
      net,
      batch.map(({ rows }) => rows),
    );
    for (const [i, { sentence }] of batch.entries()) parts[sentence]?.push(scores[i] ?? new Float32Array(0));
  }
  return parts.map((own) => (own.length === 1 ? (own[0] as Float32Array) : joined(own)));
}

interface Piece {
  readonly sentence: number;
  readonly rows: readonly InputRow[];
}

function piecesOf(rows: readonly InputRow[]): (readonly InputRow[])[] {
  if (rows.length <= BATCH_ROWS) return [rows];
  const count = Math.ceil(rows.length / BATCH_ROWS);
  return Array.from({ length: count }, (_, i) => rows.slice(i * BATCH_ROWS, (i + 1) * BATCH_ROWS));
}

function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let rows = Infinity;
  for (const piece of pieces) {
    if (rows + piece.rows.length > BATCH_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(piece);
    rows += piece.rows.length + 1;
  }
  return batches;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function batchScores(
  { network, tables }: NameNetwork,
  sentences: readonly (readonly InputRow[])[],
): Float32Array[] {
  const { arena, shape, parameters } = network;
  const mark = arena.mark();
  const spans = rowsOfSentences(sentences.map(({ length }) => length));
  const words = sentences.flatMap((sentence) => [ROOT_ROWS, ...sentence]);
  const input = inputMatrix(arena, shape, tables, words);
  const states = encode(network, input, spans).at(-1)?.output ?? input;
  const all = linear(arena, parameters.tag, states, words.length);
  const width = parameters.tag.weights.cols;
  const results = spans.map(({ from, to }) => {
    const scores = new Float32Array((to - from - 1) * shape.tags);
    for (let row = from + 1; row < to; row++) {
      const at = all + row * width;
      scores.set(arena.floats.subarray(at, at + shape.tags), (row - from - 1) * shape.tags);
    }
    return scores;
  });
  arena.release(mark);
  return results;
}
