/** Label paths against the best of all paths. */

import { describe, expect, test } from 'vitest';

import { bestPath, bioLabels, emptyTransitions, mayFollow } from './sequence.ts';

const LABELS = bioLabels(['PER', 'ORG']);

/** The best path by trying all. */
function bestByTrying(scores: Float64Array, places: number): { path: number[]; score: number } {
  let best = { path: [] as number[], score: -Infinity };
  const walk = (path: number[], score: number): void => {
    const place = path.length;
    if (place === places) {
      if (score > best.score) best = { path: [...path], score };
      return;
    }
    for (const [i, label] of LABELS.entries()) {
      const before = place === 0 ? undefined : LABELS[path[place - 1] ?? 0];
      if (mayFollow(before, label)) walk([...path, i], score + (scores[place * LABELS.length + i] ?? 0));
    }
  };
  walk([], 0);
  return best;
}

describe('the best path', () => {
  test('is the one that trying all paths finds', () => {
    let state = 5;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let round = 0; round < 40; round++) {
      const scores = Float64Array.from({ length: 4 * LABELS.length }, random);
      const found = [...bestPath(scores, 4, LABELS.length, emptyTransitions(LABELS))];
      expect(found).toEqual(bestByTrying(scores, 4).path);
    }
  });

  test('never begins a name with an inside label', () => {
    const scores = new Float64Array(3 * LABELS.length);
    for (let place = 0; place < 3; place++) scores[place * LABELS.length + LABELS.indexOf('I-PER')] = 9;
    const path = [...bestPath(scores, 3, LABELS.length, emptyTransitions(LABELS))].map((i) => LABELS[i]);
    expect(path).toEqual(['B-PER', 'I-PER', 'I-PER']);
  });

  test('of no words is empty', () => {
    expect([...bestPath([], 0, LABELS.length, emptyTransitions(LABELS))]).toEqual([]);
  });
});
