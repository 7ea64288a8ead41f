/** The kernel in plain JavaScript, for platforms without WebAssembly SIMD: slow, but the same bits. */

import type { Kernel } from './kernel.ts';

/**
 * Rounds to 32 bits. A sum, product or quotient of two 32-bit numbers computed in
 * 64 bits and then rounded is what a 32-bit unit gives, so `f32` after every
 * operation keeps both kernels equal.
 */
const f32 = Math.fround;

const LOG2_E = f32(1.44269504088896341);
const LN2_HIGH = f32(0.693359375);
const LN2_LOW = f32(-2.1219444e-4);
/** 1.5 * 2^23: adding and taking it away rounds to the nearest whole number. */
const ROUNDING = 12_582_912;
/** Polynomial of e^r on [-ln 2 / 2, ln 2 / 2], highest power first (Cephes `expf`). */
const EXP_COEFFICIENTS = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(f32);

const bits = new Int32Array(1);
const bitsAsFloat = new Float32Array(bits.buffer);

/** e to the x, as `exp4` in `elementary.as`. */
export function exp(given: number): number {
  const x = Math.min(Math.max(given, -87), 88);
  const n = f32(f32(f32(x * LOG2_E) + ROUNDING) - ROUNDING);
  let r = f32(x - f32(n * LN2_HIGH));
  r = f32(r - f32(n * LN2_LOW));
  let p = EXP_COEFFICIENTS[0] as number;
  for (let k = 1; k < EXP_COEFFICIENTS.length; k++) p = f32(f32(p * r) + (EXP_COEFFICIENTS[k] as number));
  p = f32(f32(f32(p * f32(r * r)) + r) + 1);
  bits[0] = (n + 127) << 23;
  return f32(p * (bitsAsFloat[0] as number));
}

export function sigmoid(x: number): number {
  return f32(1 / f32(1 + exp(-x)));
}

export function tanh(x: number): number {
  const s = sigmoid(f32(x + x));
  return f32(f32(s + s) - 1);
}

/** Computes on `holder.floats`, read anew at each call because it may be replaced. */
export function plainKernel(holder: { readonly floats: Float32Array }): Kernel {
  return {
    matmul: (a, b, c, rows, cols, inner, lda, ldb, ldc, accumulate) => {
      for (let i = 0; i < rows; i++) {
        rowProduct(holder.floats, a + i * lda, b, c + i * ldc, cols, inner, ldb, accumulate);
      }
    },
    transpose: (a, t, rows, cols, lda, ldt) => {
      const m = holder.floats;
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < cols; j++) m[t + j * ldt + i] = m[a + i * lda + j] as number;
    },
    leakyRelu: (x, count) => {
      const m = holder.floats;
      for (let i = x; i < x + count; i++) if ((m[i] as number) < 0) m[i] = f32((m[i] as number) * f32(0.1));
    },
    sruForward: (u, x, h, c, from, to, dim, gates, ldu, step) => {
      const first = step > 0 ? from : to - 1;
      const stop = step > 0 ? to : from - 1;
      for (let t = first; t !== stop; t += step) {
        const row = u + t * ldu;
        const out = t * 2 * dim;
        const highway = gates === 4 ? row + 3 * dim : x + out;
        const before = t === first ? null : c + out - step * 2 * dim;
        sruStep(holder.floats, row, highway, h + out, c + out, before, dim);
      }
    },
  };
}

/** One row of C: sums run over `inner` in order, each product rounded, as in the SIMD blocks. */
function rowProduct(
  m: Float32Array,
  a: number,
  b: number,
  c: number,
  cols: number,
  inner: number,
  ldb: number,
  accumulate: 0 | 1,
): void {
  if (accumulate === 0) m.fill(0, c, c + cols);
  for (let k = 0; k < inner; k++) {
    const s = m[a + k] as number;
    const row = b + k * ldb;
    for (let j = 0; j < cols; j++) m[c + j] = f32((m[c + j] as number) + f32(s * (m[row + j] as number)));
  }
}

function sruStep(
  m: Float32Array,
  row: number,
  highway: number,
  h: number,
  c: number,
  before: number | null,
  dim: number,
): void {
  for (let j = 0; j < dim; j++) {
    const f = sigmoid(m[row + dim + j] as number);
    const r = sigmoid(m[row + 2 * dim + j] as number);
    m[row + dim + j] = f;
    m[row + 2 * dim + j] = r;
    const previous = before === null ? 0 : (m[before + j] as number);
    const state = f32(f32(f * previous) + f32(f32(1 - f) * (m[row + j] as number)));
    m[c + j] = state;
    m[h + j] = f32(f32(r * tanh(state)) + f32(f32(1 - r) * (m[highway + j] as number)));
  }
}
