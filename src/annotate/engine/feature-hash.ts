/** Hashing of feature templates to buckets, fast enough to be done seventy times a word. */

/** Joins two hashes, in order, to one of 32 bits. */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Bucket of a hash among `2 ** bits`. */
export function bucketOf(hash: number, bits: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mix = Math.imul(mix ^ (mix >>> 15), 0x846ca68b);
  return (mix ^ (mix >>> 16)) >>> (32 - bits);
}

/** Gathers the buckets of one place: each template has a number, given in the order of the calls. */
export class FeatureList {
  readonly buckets: Int32Array;
  length = 0;
  #template = 0;
  readonly #bits: number;

  constructor(bits: number, capacity: number) {
    this.#bits = bits;
    this.buckets = new Int32Array(capacity);
  }

  /** Starts anew, with templates numbered from `first`. */
  restart(): void {
    this.length = 0;
    this.#template = 0;
  }

  /** A feature of the next template with up to three values. */
  add(a: number, b = 0, c = 0): void {
    this.#template += 1;
    this.put(this.#template, a, b, c);
  }

  /** A feature of the template with the given number, which may have many. */
  put(template: number, a: number, b = 0, c = 0): void {
    if (this.length === this.buckets.length) return;
    this.buckets[this.length] = bucketOf(mixed(mixed(mixed(template, a), b), c), this.#bits);
    this.length += 1;
  }

  copy(): Int32Array {
    return this.buckets.slice(0, this.length);
  }
}
