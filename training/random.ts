/** Random numbers that are the same on every machine: one seed, one sequence. */

/** Xorshift with 32 bits of state. Good enough to shuffle sentences and drop activations. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** The state, to go on from later. */
  get state(): number {
    return this.#state;
  }

  set state(state: number) {
    this.#state = state | 0 || 1;
  }

  /** 32 random bits without sign. */
  bits(): number {
    let s = this.#state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.#state = s;
    return s >>> 0;
  }

  /** At least 0, below 1. */
  unit(): number {
    return this.bits() / 4_294_967_296;
  }

  /** Roughly normal with mean 0 and deviation 1: a sum of six, no logarithm or sine that machines may disagree on. */
  normal(): number {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += this.unit();
    return (sum - 3) * Math.SQRT2;
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(this.unit() * (i + 1));
      [items[i], items[j]] = [items[j] as T, items[i] as T];
    }
    return items;
  }
}
