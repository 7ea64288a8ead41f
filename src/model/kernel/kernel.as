/**
 * The arithmetic of the language model in WebAssembly SIMD (AssemblyScript).
 *
 * Every pointer, length and stride counts 32-bit floats from the start of the
 * memory, matrices are row-major, and column counts are multiples of 8 unless a
 * function says otherwise. `plain-kernel.ts` does the same additions in the same
 * order, so that both give the same bits; change the two together.
 */

import { at, sigmoid4, tanh4 } from './elementary';

/** Room at the start of the memory for one panel of B; the arena gives out nothing below `SCRATCH + SCRATCH_FLOATS`. */
const SCRATCH: i32 = 64;
const SCRATCH_FLOATS: i32 = 32_704;

/** From this many rows of A on, copying a panel of B pays. */
const FEWEST_ROWS_TO_PACK: i32 = 8;

/**
 * C = A * B, or C += A * B where `accumulate` is 1. A: rows x inner, B: inner x cols; `ld` are row strides.
 *
 * Eight columns of B at a time are copied to one place, because rows that lie a
 * power of two apart push one another out of the cache.
 */
export function matmul(
  a: i32, b: i32, c: i32, rows: i32, cols: i32, inner: i32, lda: i32, ldb: i32, ldc: i32, accumulate: i32,
): void {
  const packs = rows >= FEWEST_ROWS_TO_PACK && inner * 8 <= SCRATCH_FLOATS;
  for (let j = 0; j < cols; j += 8) {
    if (packs) packPanel(b + j, inner, ldb);
    panelProduct(a, packs ? SCRATCH : b + j, c + j, rows, inner, lda, packs ? 8 : ldb, ldc, accumulate);
  }
}

@inline
function packPanel(b: i32, inner: i32, ldb: i32): void {
  let from = at(b), to = at(SCRATCH);
  for (let k = 0; k < inner; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += at(ldb); to += 32;
  }
}

/** All rows of A times eight columns of B. */
function panelProduct(
  a: i32, b: i32, c: i32, rows: i32, inner: i32, lda: i32, ldb: i32, ldc: i32, accumulate: i32,
): void {
  const strideA = at(lda), strideB = at(ldb), strideC = at(ldc);
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    block4x8(at(a) + <usize>i * strideA, at(b), at(c) + <usize>i * strideC, inner, strideA, strideB, strideC, accumulate);
  }
  for (; i < rows; i++) {
    block1x8(at(a) + <usize>i * strideA, at(b), at(c) + <usize>i * strideC, inner, strideB, accumulate);
  }
}

/** Four rows by eight columns, held in eight registers while the inner dimension runs. */
@inline
function block4x8(
  a: usize, b: usize, c: usize, inner: i32, strideA: usize, strideB: usize, strideC: usize, accumulate: i32,
): void {
  const zero = f32x4.splat(0);
  const c1 = c + strideC, c2 = c1 + strideC, c3 = c2 + strideC;
  let x00 = zero, x01 = zero, x10 = zero, x11 = zero, x20 = zero, x21 = zero, x30 = zero, x31 = zero;
  if (accumulate) {
    x00 = v128.load(c); x01 = v128.load(c, 16);
    x10 = v128.load(c1); x11 = v128.load(c1, 16);
    x20 = v128.load(c2); x21 = v128.load(c2, 16);
    x30 = v128.load(c3); x31 = v128.load(c3, 16);
  }
  let p0 = a, p1 = a + strideA, p2 = a + 2 * strideA, p3 = a + 3 * strideA, q = b;
  for (let k = 0; k < inner; k++) {
    const b0 = v128.load(q), b1 = v128.load(q, 16);
    let s = v128.load_splat<f32>(p0);
    x00 = f32x4.add(x00, f32x4.mul(s, b0)); x01 = f32x4.add(x01, f32x4.mul(s, b1));
    s = v128.load_splat<f32>(p1);
    x10 = f32x4.add(x10, f32x4.mul(s, b0)); x11 = f32x4.add(x11, f32x4.mul(s, b1));
    s = v128.load_splat<f32>(p2);
    x20 = f32x4.add(x20, f32x4.mul(s, b0)); x21 = f32x4.add(x21, f32x4.mul(s, b1));
    s = v128.load_splat<f32>(p3);
    x30 = f32x4.add(x30, f32x4.mul(s, b0)); x31 = f32x4.add(x31, f32x4.mul(s, b1));
    q += strideB; p0 += 4; p1 += 4; p2 += 4; p3 += 4;
  }
  v128.store(c, x00); v128.store(c, x01, 16);
  v128.store(c1, x10); v128.store(c1, x11, 16);
  v128.store(c2, x20); v128.store(c2, x21, 16);
  v128.store(c3, x30); v128.store(c3, x31, 16);
}

@inline
function block1x8(a: usize, b: usize, c: usize, inner: i32, strideB: usize, accumulate: i32): void {
  let x0 = f32x4.splat(0), x1 = x0;
  if (accumulate) { x0 = v128.load(c); x1 = v128.load(c, 16); }
  let p = a, q = b;
  for (let k = 0; k < inner; k++) {
    const s = v128.load_splat<f32>(p);
    x0 = f32x4.add(x0, f32x4.mul(s, v128.load(q)));
    x1 = f32x4.add(x1, f32x4.mul(s, v128.load(q, 16)));
    q += strideB; p += 4;
  }
  v128.store(c, x0); v128.store(c, x1, 16);
}

/** T = transpose of A (rows x cols, any sizes); T has the row stride `ldt`, at least `rows`. */
export function transpose(a: i32, t: i32, rows: i32, cols: i32, lda: i32, ldt: i32): void {
  for (let i0 = 0; i0 < rows; i0 += 16) {
    const end = min(i0 + 16, rows);
    for (let j = 0; j < cols; j++) {
      let from = at(a + i0 * lda + j), to = at(t + j * ldt + i0);
      for (let i = i0; i < end; i++) {
        store<f32>(to, load<f32>(from));
        to += 4; from += at(lda);
      }
    }
  }
}

/** x = x where positive, a tenth of x elsewhere. */
export function leakyRelu(x: i32, count: i32): void {
  const zero = f32x4.splat(0), slope = f32x4.splat(0.1);
  for (let i = 0; i < count; i += 4) {
    const p = at(x + i);
    const v = v128.load(p);
    v128.store(p, v128.bitselect(f32x4.mul(v, slope), v, f32x4.lt(v, zero)));
  }
}

/**
 * One direction of a simple recurrent unit over the rows `from` to `to` of one sentence.
 *
 * A row of `u` (stride `ldu`, this direction's part begins at `u`) holds candidate,
 * forget and reset gate before their sigmoid, and with `gates` = 4 the highway
 * input; with 3 the highway is the matching part of `x`. `x`, `h` and `c` have the
 * row stride `2 * dim` and begin at this direction's part. The gates are left in
 * `u` for the way back. `step` is 1 or -1.
 */
export function sruForward(
  u: i32, x: i32, h: i32, c: i32, from: i32, to: i32, dim: i32, gates: i32, ldu: i32, step: i32,
): void {
  const one = f32x4.splat(1.0);
  const first = step > 0 ? from : to - 1;
  const stop = step > 0 ? to : from - 1;
  for (let t = first; t != stop; t += step) {
    const row = u + t * ldu, out = t * 2 * dim;
    for (let j = 0; j < dim; j += 4) {
      const f = sigmoid4(v128.load(at(row + dim + j)));
      const r = sigmoid4(v128.load(at(row + 2 * dim + j)));
      v128.store(at(row + dim + j), f);
      v128.store(at(row + 2 * dim + j), r);
      let before = f32x4.splat(0);
      if (t != first) before = v128.load(at(c + out - step * 2 * dim + j));
      const state = f32x4.add(f32x4.mul(f, before), f32x4.mul(f32x4.sub(one, f), v128.load(at(row + j))));
      v128.store(at(c + out + j), state);
      const highway = gates == 4 ? v128.load(at(row + 3 * dim + j)) : v128.load(at(x + out + j));
      v128.store(at(h + out + j), f32x4.add(f32x4.mul(r, tanh4(state)), f32x4.mul(f32x4.sub(one, r), highway)));
    }
  }
}
