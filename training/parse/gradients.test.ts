/** The way back through the network against small steps of each weight. */

import { describe, expect, test } from 'vitest';

import { WordLookup } from '../../src/annotate/engine/word-features.ts';
import { normalized } from '../../src/model/quantized-table.ts';
import { Random } from '../random.ts';
import { ParserTrainer } from './parser-trainer.ts';
import type { Example } from './parser-trainer.ts';

/** Half of the step over which the loss is compared with its gradient. */
const STEP = 2e-3;

/** Differences of 32-bit losses are no better than this, relative to the size of the gradient. */
const TOLERANCE = 0.03;

const random = new Random(5);
const lookup = new WordLookup(
  new Map([
    ['the', 2],
    ['cat', 3],
  ]),
  new Map([
    ['the', 0],
    ['sat', 1],
  ]),
  64,
);
const trainer = new ParserTrainer({
  shape: { vector: 104, word: 8, affix: 8, hidden: 12, layers: 3, arc: 16, label: 8, tags: 3, labels: 5 },
  vectors: normalized(
    Int8Array.from({ length: 200 }, () => Math.floor(random.unit() * 200 - 100)),
    100,
    3,
  ),
  vocabulary: 4,
  counts: new Float64Array(4),
  settings: { buckets: 64, dropout: 0, wordDropout: 0 },
  random,
  arenaFloats: 1_000_000,
});
const { arena, parameters } = trainer.network;
for (let i = 0; i < parameters.count; i++) {
  const at = parameters.start + i;
  arena.floats[at] = (arena.floats[at] ?? 0) + (random.unit() - 0.5) * 0.5;
}

/** Two sentences, one with a tag and a label that are not learnt. */
const BATCH: Example[] = [
  example('The cat sat here', [2, 3, 0, 3], [0, 1, 2, -1], [0, 1, 2, -1]),
  example('Go away', [0, 1], [2, 3], [2, 0]),
];

function example(text: string, heads: number[], labels: number[], tags: number[]): Example {
  return { words: text.split(' ').map((form) => lookup.rowsOf(form)), heads, labels, tags };
}

function loss(): number {
  const { tags, arcs, labels } = trainer.addGradients(BATCH);
  return tags + arcs + labels;
}

/** How far the gradient is from what a small step up and down says, relative to both. */
function errorAt(weights: Float32Array, at: number, gradient: number): number {
  const value = weights[at] ?? 0;
  weights[at] = value + STEP;
  const above = loss();
  weights[at] = value - STEP;
  const below = loss();
  weights[at] = value;
  const measured = (above - below) / (2 * STEP);
  return Math.abs(measured - gradient) / Math.max(0.3, Math.abs(measured) + Math.abs(gradient));
}

describe('the gradient is what a small change of each weight does to the loss', () => {
  trainer.clearGradients();
  loss();
  const dense = parameters.matrices.map((matrix) => ({ matrix, gradient: trainer.gradientOf(matrix) }));
  const catRow = lookup.rowsOf('cat');
  const tables = [
    { name: 'word vectors', table: trainer.words, row: catRow.word },
    { name: 'affix vectors', table: trainer.affixes, row: catRow.affixes[2] ?? 0 },
  ].map((entry) => ({ ...entry, gradient: entry.table.gradientOf(entry.row) }));

  for (const { matrix, gradient } of dense) {
    test(`for ${matrix.name}`, () => {
      const errors = Array.from({ length: 12 }, () => {
        const i = Math.floor(random.unit() * matrix.rows * matrix.cols);
        return errorAt(arena.floats, matrix.at + i, gradient[i] ?? 0);
      });
      // One step in twelve may cross the corner of the rectifier, where there is no gradient.
      expect(errors.sort((a, b) => a - b)[10]).toBeLessThan(TOLERANCE);
    });
  }

  for (const { name, table, row, gradient } of tables) {
    test(`for the ${name}`, () => {
      for (const [i, value] of gradient.entries()) {
        expect(errorAt(table.weights, row * table.width + i, value)).toBeLessThan(TOLERANCE);
      }
    });
  }
});
