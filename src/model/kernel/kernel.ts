/** What a kernel computes. `kernel.as` is the SIMD version, `plain-kernel.ts` the one in JavaScript. */

/**
 * Pointers, lengths and strides count 32-bit floats from the start of the arena,
 * matrices are row-major, `cols` is a multiple of 8, other lengths of 4. Each function
 * is described where it is written, in `kernel.as`.
 */
export interface Kernel {
  matmul(
    a: number,
    b: number,
    c: number,
    rows: number,
    cols: number,
    inner: number,
    lda: number,
    ldb: number,
    ldc: number,
    accumulate: 0 | 1,
  ): void;
  transpose(a: number, t: number, rows: number, cols: number, lda: number, ldt: number): void;
  leakyRelu(x: number, count: number): void;
  sruForward(
    u: number,
    x: number,
    h: number,
    c: number,
    from: number,
    to: number,
    dim: number,
    gates: number,
    ldu: number,
    step: 1 | -1,
  ): void;
}
