/** Weights of an averaged perceptron over hashed features (Collins 2002). */

export class AveragedWeights {
  readonly classes: number;
  readonly values: Float32Array;
  /** Sum of each change times the moment it was made at, which turns the last weights into their average. */
  readonly #weighted: Float64Array;
  #moment = 1;

  constructor(rows: number, classes: number) {
    this.classes = classes;
    this.values = new Float32Array(rows * classes);
    this.#weighted = new Float64Array(rows * classes);
  }

  /** One example has passed, whether or not anything changed. */
  tick(): void {
    this.#moment += 1;
  }

  change(row: number, column: number, by: number): void {
    const at = row * this.classes + column;
    this.values[at] = (this.values[at] as number) + by;
    this.#weighted[at] = (this.#weighted[at] as number) + by * this.#moment;
  }

  /** The average of the weights over all moments so far. */
  averages(): Float32Array {
    return this.values.map((value, at) => value - (this.#weighted[at] as number) / this.#moment);
  }
}
