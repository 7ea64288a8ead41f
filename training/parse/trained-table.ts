/** A table of vectors while it is trained: only the rows that a batch touched are updated. */

import type { VectorTable } from '../../src/model/network/input.ts';
import type { Random } from '../random.ts';

/** Numbers of one Adam step. `rate` already holds the correction for early steps. */
export interface AdamStep {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** What gradients are multiplied with first. */
  readonly scale: number;
}

export class TrainedTable implements VectorTable {
  readonly rows: number;
  readonly width: number;
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  /** Place of a row's gradient among the touched ones, -1 when untouched. */
  readonly #slots: Int32Array;
  readonly #touched: number[] = [];
  #gradients = new Float32Array(0);

  constructor(rows: number, width: number, deviation: number, random: Random) {
    this.rows = rows;
    this.width = width;
    this.weights = Float32Array.from({ length: rows * width }, () => random.normal() * deviation);
    this.mean = new Float32Array(rows * width);
    this.variance = new Float32Array(rows * width);
    this.#slots = new Int32Array(rows).fill(-1);
  }

  addRow(row: number, floats: Float32Array, at: number): void {
    const { weights, width } = this;
    const from = row * width;
    for (let i = 0; i < width; i++)
      floats[at + i] = (floats[at + i] as number) + (weights[from + i] as number);
  }

  /** Adds `width` floats from `at` on to the row's gradient. */
  addGradient(row: number, floats: Float32Array, at: number): void {
    const { width } = this;
    const to = this.#slotOf(row) * width;
    const gradients = this.#gradients;
    for (let i = 0; i < width; i++)
      gradients[to + i] = (gradients[to + i] as number) + (floats[at + i] as number);
  }

  /** The gradient of one row as it stands, for checking. */
  gradientOf(row: number): Float32Array {
    const slot = this.#slots[row] as number;
    return slot < 0
      ? new Float32Array(this.width)
      : this.#gradients.slice(slot * this.width, (slot + 1) * this.width);
  }

  /** Updates the touched rows and forgets their gradients. */
  update({ rate, beta1, beta2, epsilon, scale }: AdamStep): void {
    const { weights, mean, variance, width } = this;
    for (const [slot, row] of this.#touched.entries()) {
      for (let i = 0; i < width; i++) {
        const w = row * width + i;
        const g = (this.#gradients[slot * width + i] as number) * scale;
        mean[w] = beta1 * (mean[w] as number) + (1 - beta1) * g;
        variance[w] = beta2 * (variance[w] as number) + (1 - beta2) * g * g;
        weights[w] =
          (weights[w] as number) -
          (rate * (mean[w] as number)) / (Math.sqrt(variance[w] as number) + epsilon);
      }
    }
    this.clearGradients();
  }

  clearGradients(): void {
    this.#gradients.fill(0, 0, this.#touched.length * this.width);
    for (const row of this.#touched) this.#slots[row] = -1;
    this.#touched.length = 0;
  }

  #slotOf(row: number): number {
    const known = this.#slots[row] as number;
    if (known >= 0) return known;
    const slot = this.#touched.push(row) - 1;
    this.#slots[row] = slot;
    if ((slot + 1) * this.width > this.#gradients.length) {
      const larger = new Float32Array(Math.max(1024 * this.width, 2 * this.#gradients.length));
      larger.set(this.#gradients);
      this.#gradients = larger;
    }
    return slot;
  }
}
