/** Weights and vectors in eight bits, and hashed sets. */

import { describe, expect, test } from 'vitest';

import { HashedSet } from './hashed-set.ts';
import { normalized, quantized } from './quantized-table.ts';
import { decodeWeights, encodeWeights } from './sparse-weights.ts';

describe('sparse weights', () => {
  const weights = new Float32Array(3 * 2 ** 12);
  weights.set([0.5, 0, -0.3], 3 * 7);
  weights.set([0, 99, 0], 3 * 4000);
  weights.set([0.01, 0, 0], 3 * 50);
  const decoded = decodeWeights(encodeWeights(weights, 3, 0.1), 12, 3);

  test('come back in whole units, large ones cut to eight bits', () => {
    const scores = new Int32Array(6);
    decoded.addTo(7, scores, 3);
    decoded.addTo(4000, scores, 3);
    expect([...scores]).toEqual([0, 0, 0, 5, 127, -3]);
  });

  test('that round to nothing take no room', () => {
    expect(decoded.rowOf[50]).toBe(0);
    expect(decoded.values.length).toBe(3 * 3);
  });
});

describe('a table of 8-bit rows', () => {
  test('is within half a step of what was rounded', () => {
    const floats = Float32Array.of(0.1, -0.7, 0.33, 0, 0, 0);
    const table = quantized(floats, 3);
    const back = new Float32Array(6);
    table.addRow(0, back, 0);
    table.addRow(1, back, 3);
    for (const [i, value] of floats.entries())
      expect(Math.abs((back[i] ?? 9) - value)).toBeLessThanOrEqual(0.7 / 254);
  });

  test('can be brought to one length, rows of zeros aside', () => {
    const table = normalized(Int8Array.of(3, 4, 0, 0), 2, 10);
    const back = new Float32Array(4);
    table.addRow(0, back, 0);
    table.addRow(1, back, 2);
    expect([...back]).toEqual([6, 8, 0, 0]);
  });
});

test('a hashed set has all its members and few strangers', () => {
  const hash = (text: string): number => {
    let h = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619);
    return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  };
  const set = new HashedSet(new Uint8Array(2 ** 12), hash);
  const members = Array.from({ length: 1500 }, (_, i) => `name ${i}`);
  for (const member of members) set.add(member);
  expect(members.every((member) => set.has(member))).toBe(true);
  const strangers = Array.from({ length: 2000 }, (_, i) => `stranger ${i}`).filter((name) => set.has(name));
  expect(strangers.length).toBeLessThan(60);
});
