/** The two kernels against each other and against the exact functions. */

import { describe, expect, test } from 'vitest';

import { Arena } from './arena.ts';
import { exp, sigmoid, tanh } from './plain-kernel.ts';

/** Numbers that look random and are the same in each run. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32 - 0.5) * 4;
  });
}

/** Runs the same work on both kernels and returns the bits of what each left in `count` floats. */
function bothWays(count: number, work: (arena: Arena) => number): [Uint32Array, Uint32Array] {
  const [simd, plain] = [false, true].map((isPlain) => {
    const arena = new Arena({ floats: 4096, plain: isPlain });
    const at = work(arena);
    return new Uint32Array(arena.floats.slice(at, at + count).buffer);
  });
  return [simd as Uint32Array, plain as Uint32Array];
}

function put(arena: Arena, values: Float32Array): number {
  const at = arena.allocate(values.length);
  arena.floats.set(values, at);
  return at;
}

describe('the SIMD kernel and the plain one give the same bits', () => {
  for (const rows of [1, 3, 4, 7, 9]) {
    test(`for a product of ${rows} rows, with and without adding`, () => {
      for (const accumulate of [0, 1] as const) {
        const [simd, plain] = bothWays(rows * 16, (arena) => {
          const a = put(arena, numbers(rows * 5, 1));
          const b = put(arena, numbers(5 * 16, 2));
          const c = put(arena, numbers(rows * 16, 3));
          arena.kernel.matmul(a, b, c, rows, 16, 5, 5, 16, 16, accumulate);
          return c;
        });
        expect(simd).toEqual(plain);
      }
    });
  }

  test('for a transposed matrix', () => {
    const [simd, plain] = bothWays(21 * 24, (arena) => {
      const a = put(arena, numbers(19 * 21, 4));
      const t = arena.allocateZeros(21 * 24);
      arena.kernel.transpose(a, t, 19, 21, 21, 24);
      return t;
    });
    expect(simd).toEqual(plain);
  });

  test('for the leaky rectifier', () => {
    const [simd, plain] = bothWays(16, (arena) => {
      const x = put(arena, numbers(16, 5));
      arena.kernel.leakyRelu(x, 16);
      return x;
    });
    expect(simd).toEqual(plain);
  });

  for (const [gates, step] of [
    [3, 1],
    [4, -1],
  ] as const) {
    test(`for a recurrent layer with ${gates} gates in direction ${step}`, () => {
      const [simd, plain] = bothWays(6 * 16, (arena) => {
        const u = put(arena, numbers(6 * 8 * gates, 6));
        const x = put(arena, numbers(6 * 16, 7));
        const h = arena.allocateZeros(6 * 16);
        const c = arena.allocateZeros(6 * 16);
        arena.kernel.sruForward(u, x, h, c, 1, 6, 8, gates, 8 * gates, step);
        return h;
      });
      expect(simd).toEqual(plain);
    });
  }
});

test('the product is what the definition says', () => {
  const arena = new Arena({ floats: 1024 });
  const a = put(arena, Float32Array.of(1, 2, 3, 4));
  const b = put(
    arena,
    Float32Array.from({ length: 16 }, (_, i) => i),
  );
  const c = arena.allocate(16);
  arena.kernel.matmul(a, b, c, 2, 8, 2, 2, 8, 8, 0);
  expect([...arena.floats.slice(c, c + 3)]).toEqual([16, 19, 22]);
  expect([...arena.floats.slice(c + 8, c + 11)]).toEqual([32, 39, 46]);
});

test('exponential, sigmoid and tangent are close to the exact functions over their whole range', () => {
  for (let x = -86; x <= 86; x += 0.37) {
    expect(Math.abs(exp(Math.fround(x)) / Math.exp(Math.fround(x)) - 1)).toBeLessThan(3e-7);
    expect(Math.abs(sigmoid(Math.fround(x)) - 1 / (1 + Math.exp(-x)))).toBeLessThan(2e-7);
    expect(Math.abs(tanh(Math.fround(x)) - Math.tanh(x))).toBeLessThan(4e-7);
  }
});

describe('an arena', () => {
  for (const plain of [false, true]) {
    test(`keeps what it holds when it grows (${plain ? 'plain' : 'SIMD'})`, () => {
      const arena = new Arena({ floats: 2048, plain });
      const at = put(arena, numbers(100, 8));
      const before = arena.floats.slice(at, at + 100);
      const far = arena.allocateZeros(200_000);
      expect(arena.floats.slice(at, at + 100)).toEqual(before);
      expect(arena.floats[far + 199_999]).toBe(0);
    });
  }

  test('gives the same place again after a release', () => {
    const arena = new Arena({ floats: 2048 });
    const mark = arena.mark();
    const first = arena.allocate(10);
    arena.release(mark);
    expect(arena.allocate(20)).toBe(first);
  });
});
