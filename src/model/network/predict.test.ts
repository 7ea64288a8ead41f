/** Predictions of a network with weights that were not trained. */

import { describe, expect, test } from 'vitest';

import { Arena } from '../kernel/arena.ts';
import type { InputRow } from './input.ts';
import { allocateParameters } from './parameters.ts';
import { predict } from './predict.ts';
import type { Predictor } from './predict.ts';
import { quantized } from '../quantized-table.ts';

const SHAPE = { vector: 12, word: 8, affix: 12, hidden: 8, layers: 2, arc: 16, label: 8, tags: 5, labels: 6 };

/** A network with weights that look random and are the same in each run. */
function predictor(plain: boolean): Predictor {
  let state = 3;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const table = (rows: number, width: number) =>
    quantized(Float32Array.from({ length: rows * width }, random), width);
  const arena = new Arena({ plain });
  const parameters = allocateParameters(arena, SHAPE);
  for (let i = 0; i < parameters.count; i++) arena.floats[parameters.start + i] = random();
  return {
    network: { arena, shape: SHAPE, parameters },
    tables: { vectors: table(9, 8), words: table(9, 8), affixes: table(32, 12) },
    root: { word: 1, vector: -1, affixes: new Int32Array(0) },
    rootLabel: 2,
    kept: new Map(),
  };
}

function sentence(length: number, seed: number): InputRow[] {
  return Array.from({ length }, (_, i) => ({
    word: (seed + i * 3) % 9,
    vector: ((seed * i) % 10) - 1,
    affixes: Int32Array.of((seed + i) % 32, (seed * 7 + i) % 32),
  }));
}

const SENTENCES = [sentence(4, 1), sentence(1, 2), sentence(11, 3), sentence(7, 4)];

describe('a prediction', () => {
  test('is the same with SIMD and without', () => {
    expect(predict(predictor(false), SENTENCES)).toEqual(predict(predictor(true), SENTENCES));
  });

  test('does not depend on the other sentences of the batch', () => {
    const one = predictor(false);
    const alone = SENTENCES.map((words) => predict(one, [words])[0]);
    expect(predict(one, SENTENCES)).toEqual(alone);
  });

  test('is the same when the rows of its words were made before', () => {
    const one = predictor(false);
    expect(predict(one, SENTENCES)).toEqual(predict(one, SENTENCES));
  });

  test('has one root in each sentence, and no other word has its label', () => {
    for (const { heads, labels } of predict(predictor(false), SENTENCES)) {
      expect([...heads].filter((head) => head === 0)).toHaveLength(1);
      for (const [i, head] of heads.entries()) expect(labels[i] === 2).toBe(head === 0);
    }
  });

  test('of no sentence is empty', () => {
    expect(predict(predictor(false), [])).toEqual([]);
  });
});
