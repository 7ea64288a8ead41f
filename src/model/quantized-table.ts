/** Tables of vectors with 8-bit values and one scale for each row, a quarter of the size of floats. */

import type { VectorTable } from './network/input.ts';

/** Value = scale of the row x the 8-bit number. */
export class QuantizedTable implements VectorTable {
  readonly rows: number;
  readonly width: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;

  constructor(width: number, scales: Float32Array, values: Int8Array) {
    this.rows = scales.length;
    this.width = width;
    this.scales = scales;
    this.values = values;
  }

  addRow(row: number, floats: Float32Array, at: number): void {
    const { width, values } = this;
    const scale = this.scales[row] as number;
    const from = row * width;
    for (let i = 0; i < width; i++)
      floats[at + i] = (floats[at + i] as number) + scale * (values[from + i] as number);
  }
}

/** The largest 8-bit value used; -128 is left out so that rows are symmetric. */
const LARGEST = 127;

/** Rounds rows of floats to 8 bits; the largest value of each row becomes 127 or -127. */
export function quantized(floats: Float32Array, width: number): QuantizedTable {
  const rows = floats.length / width;
  const scales = new Float32Array(rows);
  const values = new Int8Array(floats.length);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let i = row * width; i < (row + 1) * width; i++)
      largest = Math.max(largest, Math.abs(floats[i] as number));
    const scale = Math.fround(largest / LARGEST);
    scales[row] = scale;
    if (scale === 0) continue;
    for (let i = row * width; i < (row + 1) * width; i++)
      values[i] = Math.round((floats[i] as number) / scale);
  }
  return new QuantizedTable(width, scales, values);
}

/** A table of 8-bit rows whose every vector has the given length; rows of zeros stay zero. */
export function normalized(values: Int8Array, width: number, length: number): QuantizedTable {
  const scales = new Float32Array(values.length / width);
  for (let row = 0; row < scales.length; row++) {
    let squares = 0;
    for (let i = row * width; i < (row + 1) * width; i++) squares += (values[i] as number) ** 2;
    scales[row] = squares === 0 ? 0 : length / Math.sqrt(squares);
  }
  return new QuantizedTable(width, scales, values);
}
