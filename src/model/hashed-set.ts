/** A set of strings that may now and then take a stranger for a member (Bloom 1970), in a fraction of the room. */

/** Two hashes a member: with twenty bits a member, one stranger in about a hundred passes. */
export class HashedSet {
  readonly #bytes: Uint8Array;
  readonly #bits: number;
  readonly #hash: (text: string) => number;

  /** `bytes.length` is a power of two. */
  constructor(bytes: Uint8Array, hash: (text: string) => number) {
    this.#bytes = bytes;
    this.#bits = Math.log2(bytes.length * 8);
    this.#hash = hash;
  }

  has(text: string): boolean {
    return this.#places(text).every(
      (place) => ((this.#bytes[place >>> 3] as number) & (1 << (place & 7))) !== 0,
    );
  }

  add(text: string): void {
    for (const place of this.#places(text)) {
      this.#bytes[place >>> 3] = (this.#bytes[place >>> 3] as number) | (1 << (place & 7));
    }
  }

  #places(text: string): [number, number] {
    const shift = 32 - this.#bits;
    return [this.#hash(text) >>> shift, this.#hash(`\u0001${text}`) >>> shift];
  }
}
