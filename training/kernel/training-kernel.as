/**
 * The arithmetic that only training needs, in WebAssembly SIMD (AssemblyScript).
 *
 * Same conventions as `src/model/kernel/kernel.as`, same memory. There is no plain
 * JavaScript twin: training needs SIMD, running the model does not.
 */

import { at, exp4, tanh4 } from '../../src/model/kernel/elementary';

/** Sum of each column of `d` (rows x cols), added to `g`. */
export function sumRows(d: i32, g: i32, rows: i32, cols: i32): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j += 4) {
      const p = at(g + j);
      v128.store(p, f32x4.add(v128.load(p), v128.load(at(d + i * cols + j))));
    }
  }
}

/** x = x * m, element by element. */
export function multiply(x: i32, m: i32, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    const p = at(x + i);
    v128.store(p, f32x4.mul(v128.load(p), v128.load(at(m + i))));
  }
}

/** d = d, or a tenth of it where the output `y` of a leaky ReLU was negative. */
export function leakyReluBackward(y: i32, d: i32, count: i32): void {
  const zero = f32x4.splat(0), slope = f32x4.splat(0.1);
  for (let i = 0; i < count; i += 4) {
    const p = at(d + i);
    const v = v128.load(p);
    v128.store(p, v128.bitselect(f32x4.mul(v, slope), v, f32x4.lt(v128.load(at(y + i)), zero)));
  }
}

/** Softmax of the first `used` of `cols` columns of each row, in place; the others become 0. */
export function softmaxRows(x: i32, rows: i32, used: i32, cols: i32): void {
  for (let i = 0; i < rows; i++) {
    const row = x + i * cols;
    let largest = load<f32>(at(row));
    for (let j = 1; j < used; j++) largest = max(largest, load<f32>(at(row + j)));
    for (let j = used; j < cols; j++) store<f32>(at(row + j), -1e9);
    const shift = f32x4.splat(largest);
    let sum = f32x4.splat(0);
    for (let j = 0; j < cols; j += 4) {
      const e = exp4(f32x4.sub(v128.load(at(row + j)), shift));
      v128.store(at(row + j), e);
      sum = f32x4.add(sum, e);
    }
    const total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
      + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
    const scale = f32x4.splat(1.0 / total);
    for (let j = 0; j < cols; j += 4) v128.store(at(row + j), f32x4.mul(v128.load(at(row + j)), scale));
    for (let j = used; j < cols; j++) store<f32>(at(row + j), 0);
  }
}

/** y[i] += row i of `a` (rows x cols) times the vector `x`. */
export function addRowDots(a: i32, x: i32, y: i32, rows: i32, cols: i32): void {
  for (let i = 0; i < rows; i++) {
    let sum = f32x4.splat(0);
    for (let j = 0; j < cols; j += 4) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(at(a + i * cols + j)), v128.load(at(x + j))));
    }
    const p = at(y + i);
    store<f32>(p, load<f32>(p) + f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
      + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  }
}

/** a = outer product of `x` (rows) and `y` (cols), overwriting. */
export function outer(a: i32, x: i32, y: i32, rows: i32, cols: i32): void {
  for (let i = 0; i < rows; i++) {
    const s = v128.load_splat<f32>(at(x + i));
    for (let j = 0; j < cols; j += 4) v128.store(at(a + i * cols + j), f32x4.mul(s, v128.load(at(y + j))));
  }
}

/** Sum of squares, in double precision. */
export function sumSquares(x: i32, count: i32): f64 {
  let sum0: f64 = 0, sum1: f64 = 0;
  for (let i = 0; i < count; i += 2) {
    const a = <f64>load<f32>(at(x + i)), b = <f64>load<f32>(at(x + i + 1));
    sum0 += a * a; sum1 += b * b;
  }
  return sum0 + sum1;
}

/**
 * The way back through `sruForward`: turns the gradient `dh` of the output into that
 * of `u` (written over it) and, with 3 gates, adds the highway's part to `dx`.
 * `carry` is room for `dim` numbers. Arguments are as in `sruForward`.
 */
export function sruBackward(
  u: i32, x: i32, dh: i32, c: i32, dx: i32, from: i32, to: i32, dim: i32, gates: i32, ldu: i32, step: i32, carry: i32,
): void {
  const one = f32x4.splat(1.0);
  const first = step > 0 ? to - 1 : from;
  const stop = step > 0 ? from - 1 : to;
  for (let j = 0; j < dim; j += 4) v128.store(at(carry + j), f32x4.splat(0));
  for (let t = first; t != stop; t -= step) {
    const row = u + t * ldu, out = t * 2 * dim;
    const hasBefore = t - step != stop;
    for (let j = 0; j < dim; j += 4) {
      const candidate = v128.load(at(row + j)), f = v128.load(at(row + dim + j)), r = v128.load(at(row + 2 * dim + j));
      const dOut = v128.load(at(dh + out + j));
      const th = tanh4(v128.load(at(c + out + j)));
      const highway = gates == 4 ? v128.load(at(row + 3 * dim + j)) : v128.load(at(x + out + j));
      const notR = f32x4.sub(one, r), notF = f32x4.sub(one, f);
      const dr = f32x4.mul(f32x4.mul(dOut, f32x4.sub(th, highway)), f32x4.mul(r, notR));
      const dState = f32x4.add(
        v128.load(at(carry + j)),
        f32x4.mul(f32x4.mul(dOut, r), f32x4.sub(one, f32x4.mul(th, th))),
      );
      let before = f32x4.splat(0);
      if (hasBefore) before = v128.load(at(c + out - step * 2 * dim + j));
      const df = f32x4.mul(f32x4.mul(dState, f32x4.sub(before, candidate)), f32x4.mul(f, notF));
      v128.store(at(row + j), f32x4.mul(dState, notF));
      v128.store(at(row + dim + j), df);
      v128.store(at(row + 2 * dim + j), dr);
      const dHighway = f32x4.mul(dOut, notR);
      if (gates == 4) {
        v128.store(at(row + 3 * dim + j), dHighway);
      } else {
        const p = at(dx + out + j);
        v128.store(p, f32x4.add(v128.load(p), dHighway));
      }
      v128.store(at(carry + j), f32x4.mul(dState, f));
    }
  }
}

/** One Adam step over `count` weights; the gradient is scaled first and cleared after. */
export function adam(
  weights: i32, gradient: i32, mean: i32, variance: i32, count: i32,
  rate: f32, beta1: f32, beta2: f32, epsilon: f32, scale: f32,
): void {
  const b1 = f32x4.splat(beta1), c1 = f32x4.splat(1 - beta1), b2 = f32x4.splat(beta2), c2 = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate), tiny = f32x4.splat(epsilon), s = f32x4.splat(scale), zero = f32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const g = f32x4.mul(v128.load(at(gradient + i)), s);
    const m = f32x4.add(f32x4.mul(b1, v128.load(at(mean + i))), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(at(variance + i))), f32x4.mul(c2, f32x4.mul(g, g)));
    v128.store(at(mean + i), m);
    v128.store(at(variance + i), v);
    const w = v128.load(at(weights + i));
    v128.store(at(weights + i), f32x4.sub(w, f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(v), tiny))));
    v128.store(at(gradient + i), zero);
  }
}
