/** Weights of a linear model over hashed features: few rows of many are used, and every weight is a small whole number. */

/**
 * Weights for `classes` classes and `2 ** bits` feature buckets.
 *
 * Weights are whole numbers, so that sums are exact and the same everywhere.
 * `rowOf[bucket]` is the row of a bucket in `values`, 0 for a bucket that says
 * nothing (row 0 is all zero).
 */
export class SparseWeights {
  readonly bits: number;
  readonly classes: number;
  readonly rowOf: Int32Array;
  readonly values: Int8Array;

  constructor(bits: number, classes: number, rowOf: Int32Array, values: Int8Array) {
    this.bits = bits;
    this.classes = classes;
    this.rowOf = rowOf;
    this.values = values;
  }

  /** Adds the weights of a bucket to `scores` from `at` on, one for each class. */
  addTo(bucket: number, scores: Int32Array, at: number): void {
    const row = this.rowOf[bucket] as number;
    if (row === 0) return;
    const { classes, values } = this;
    const from = row * classes;
    for (let i = 0; i < classes; i++)
      scores[at + i] = (scores[at + i] as number) + (values[from + i] as number);
  }
}

const LARGEST = 127;

/** Written form: for each used row the distance from the last used bucket, then the number of its weights, then class and weight of each. */
export function encodeWeights(weights: Float32Array, classes: number, scale: number): Uint8Array {
  const bytes: number[] = [];
  const used: number[] = [];
  let last = 0;
  for (let bucket = 0; bucket * classes < weights.length; bucket++) {
    used.length = 0;
    for (let i = 0; i < classes; i++) {
      const value = whole(weights[bucket * classes + i] as number, scale);
      if (value !== 0) used.push(i, value & 0xff);
    }
    if (used.length === 0) continue;
    pushNumber(bytes, bucket - last);
    pushNumber(bytes, used.length / 2);
    for (const byte of used) bytes.push(byte);
    last = bucket;
  }
  return Uint8Array.from(bytes);
}

/** A weight in units of `scale`, cut to what eight bits hold. */
function whole(weight: number, scale: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scale)));
}

/** Seven bits a byte, lowest first; the eighth says that more follow. */
function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Reads what `encodeWeights` wrote. */
export function decodeWeights(bytes: Uint8Array, bits: number, classes: number): SparseWeights {
  const rowOf = new Int32Array(2 ** bits);
  const values = new GrowingRows(classes);
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let bucket = 0; at < bytes.length;) {
    bucket += number();
    const row = values.add();
    rowOf[bucket] = row;
    for (let left = number(); left > 0; left--) {
      values.set(row, bytes[at] as number, ((bytes[at + 1] as number) << 24) >> 24);
      at += 2;
    }
  }
  return new SparseWeights(bits, classes, rowOf, values.cut());
}

/** Rows of 8-bit numbers, added one by one; row 0 is there from the start. */
class GrowingRows {
  readonly #classes: number;
  #values: Int8Array;
  #rows = 1;

  constructor(classes: number) {
    this.#classes = classes;
    this.#values = new Int8Array(classes * 4096);
  }

  add(): number {
    const row = this.#rows;
    this.#rows += 1;
    if (this.#rows * this.#classes > this.#values.length) {
      const larger = new Int8Array(2 * this.#values.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    return row;
  }

  set(row: number, column: number, value: number): void {
    this.#values[row * this.#classes + column] = value;
  }

  cut(): Int8Array {
    return this.#values.slice(0, this.#rows * this.#classes);
  }
}
