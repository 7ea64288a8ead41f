/** Trees against the best of all trees. */

import { describe, expect, test } from 'vitest';

import { spanningTree } from './spanning-tree.ts';

/** All assignments of heads that are trees with one root, by brute force. */
function allTrees(size: number): number[][] {
  const results: number[][] = [];
  const heads = [0];
  const fill = (word: number): void => {
    if (word === size) {
      if (isTree(heads)) results.push([...heads]);
      return;
    }
    for (let head = 0; head < size; head++) {
      heads[word] = head;
      if (head !== word) fill(word + 1);
    }
  };
  fill(1);
  return results;
}

function isTree(heads: readonly number[]): boolean {
  const roots = heads.filter((head, word) => word > 0 && head === 0).length;
  return roots === 1 && heads.every((_, word) => reachesRoot(heads, word));
}

function reachesRoot(heads: readonly number[], word: number): boolean {
  let at = word;
  for (let steps = 0; steps <= heads.length; steps++) {
    if (at === 0) return true;
    at = heads[at] ?? 0;
  }
  return false;
}

function scoreOf(scores: Float64Array, heads: readonly number[]): number {
  return heads.reduce(
    (sum, head, word) => (word === 0 ? 0 : sum + (scores[word * heads.length + head] ?? 0)),
    0,
  );
}

describe('the spanning tree', () => {
  let state = 17;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 20 - 10;
  };
  for (const size of [2, 3, 4, 5, 6]) {
    test(`of ${size - 1} words scores as well as the best of all trees`, () => {
      const trees = allTrees(size);
      for (let round = 0; round < 60; round++) {
        const scores = Float64Array.from({ length: size * size }, random);
        const found = [...spanningTree(scores, size)];
        expect(isTree(found)).toBe(true);
        const best = Math.max(...trees.map((tree) => scoreOf(scores, tree)));
        expect(scoreOf(scores, found)).toBeCloseTo(best, 6);
      }
    });
  }

  test('has one root even where every word wants to be one', () => {
    const size = 8;
    const scores = new Float64Array(size * size);
    for (let word = 1; word < size; word++) scores[word * size] = 100;
    const heads = [...spanningTree(scores, size)];
    expect(isTree(heads)).toBe(true);
  });

  test('of two hundred words with equal scores is a tree', () => {
    const heads = [...spanningTree(new Float64Array(201 * 201), 201)];
    expect(isTree(heads)).toBe(true);
  });
});
