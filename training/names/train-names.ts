/** Trains the name tagger: a linear-chain conditional random field (Lafferty 2001) with AdaGrad steps. */

import { bestPath, emptyTransitions, FORBIDDEN } from '../../src/model/sequence.ts';
import type { Random } from '../random.ts';
import { ChainMarginals } from './chain-marginals.ts';

/** A sentence to learn from. */
export interface NameExample {
  /** Feature buckets of each word. */
  readonly features: readonly Int32Array[];
  /** Index of the gold label of each word. */
  readonly gold: readonly number[];
  /** Labels that an `O` of this set may hide, because the set does not mark their type. */
  readonly hidden: ReadonlySet<number>;
}

export interface NameWeights {
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

export interface NameTrainingOptions {
  /** Feature buckets: 2 to this power. */
  readonly bits: number;
  readonly epochs: number;
  readonly random: Random;
  readonly write: (line: string) => void;
  readonly rate?: number;
  readonly dropout?: number;
  readonly pull?: number;
}

/** Step size, share of features left out of a word at each look, and pull of weights towards zero at each change. */
const RATE = 0.15;
const DROPOUT = 0.2;
const PULL = 2e-4;

/** Words whose labels are this sure teach nothing and are passed over. */
const SURE = 2e-3;

/** Features that occur in fewer words have no weight: they would only be learnt by heart. */
const RAREST_FEATURE = 2;

export function trainNames(
  examples: readonly NameExample[],
  labels: readonly string[],
  options: NameTrainingOptions,
): NameWeights {
  const run = new NameRun(labels, options, frequentBuckets(examples, options.bits));
  const order = [...examples];
  const total = options.epochs * examples.length;
  for (let epoch = 1, done = 0; epoch <= options.epochs; epoch++) {
    let wrong = 0;
    let words = 0;
    for (const example of options.random.shuffle(order)) {
      wrong += run.learn(example, 1 - (0.9 * done) / total);
      words += example.gold.length;
      done += 1;
    }
    const share = ((100 * wrong) / Math.max(1, words)).toFixed(2);
    options.write(`names epoch ${epoch}: ${share} % of ${words} words wrong\n`);
  }
  return run.weights();
}

/** Marks the buckets that occur in at least `RAREST_FEATURE` words. */
function frequentBuckets(examples: readonly NameExample[], bits: number): Uint8Array {
  const counts = new Uint8Array(2 ** bits);
  for (const { features } of examples) {
    for (const buckets of features) {
      for (const bucket of buckets)
        if ((counts[bucket] as number) < RAREST_FEATURE) counts[bucket] = (counts[bucket] as number) + 1;
    }
  }
  return counts.map((count) => (count < RAREST_FEATURE ? 0 : 1));
}

class NameRun {
  readonly #labels: readonly string[];
  readonly #options: NameTrainingOptions;
  readonly #frequent: Uint8Array;
  readonly #values: Float32Array;
  readonly #squares: Float32Array;
  readonly #transitions: Float64Array;
  readonly #transitionSquares: Float64Array;
  readonly #all: ChainMarginals;
  readonly #right: ChainMarginals;

  constructor(labels: readonly string[], options: NameTrainingOptions, frequent: Uint8Array) {
    this.#labels = labels;
    this.#options = options;
    this.#frequent = frequent;
    this.#values = new Float32Array(2 ** options.bits * labels.length);
    this.#squares = new Float32Array(2 ** options.bits * labels.length);
    this.#transitions = emptyTransitions(labels);
    this.#transitionSquares = new Float64Array(this.#transitions.length);
    this.#all = new ChainMarginals(labels.length);
    this.#right = new ChainMarginals(labels.length);
  }

  /** Moves the weights from what is expected towards what is right; returns how many words were wrong before. */
  learn(example: NameExample, rateShare: number): number {
    const places = example.gold.length;
    const features = example.features.map((buckets) => this.#thinned(buckets));
    const scores = this.#scoresOf(features);
    this.#all.compute(scores, places, this.#transitions);
    this.#right.compute(this.#allowed(example, scores), places, this.#transitions);
    const rate = (this.#options.rate ?? RATE) * rateShare;
    for (const [place, buckets] of features.entries()) this.#stepAt(place, buckets, rate);
    this.#stepTransitions(rate);
    const predicted = bestPath(scores, places, this.#labels.length, this.#transitions);
    return example.gold.reduce((wrong, label, i) => wrong + (predicted[i] === label ? 0 : 1), 0);
  }

  weights(): NameWeights {
    return { features: this.#values, transitions: this.#transitions };
  }

  /** The frequent features of a word, some of them left out at random. */
  #thinned(buckets: Int32Array): Int32Array {
    const { random } = this.#options;
    const dropout = this.#options.dropout ?? DROPOUT;
    return buckets.filter((bucket) => this.#frequent[bucket] === 1 && random.unit() >= dropout);
  }

  #scoresOf(features: readonly Int32Array[]): Float64Array {
    const labels = this.#labels.length;
    const values = this.#values;
    const scores = new Float64Array(features.length * labels);
    for (const [place, buckets] of features.entries()) {
      const to = place * labels;
      for (const bucket of buckets) {
        const from = bucket * labels;
        for (let k = 0; k < labels; k++)
          scores[to + k] = (scores[to + k] as number) + (values[from + k] as number);
      }
    }
    return scores;
  }

  /** The scores with every label forbidden that the set rules out. */
  #allowed({ gold, hidden }: NameExample, scores: Float64Array): Float64Array {
    const labels = this.#labels.length;
    const allowed = scores.slice();
    for (const [place, answer] of gold.entries()) {
      for (let k = 0; k < labels; k++) {
        if (k !== answer && !(answer === 0 && hidden.has(k))) allowed[place * labels + k] = FORBIDDEN;
      }
    }
    return allowed;
  }

  #stepAt(place: number, buckets: Int32Array, rate: number): void {
    const labels = this.#labels.length;
    const { values, squares } = { values: this.#values, squares: this.#squares };
    const pull = this.#options.pull ?? PULL;
    for (let k = 0; k < labels; k++) {
      const at = place * labels + k;
      const error = (this.#right.labels[at] as number) - (this.#all.labels[at] as number);
      if (error < SURE && error > -SURE) continue;
      for (const bucket of buckets) {
        const w = bucket * labels + k;
        const gradient = error - pull * (values[w] as number);
        const sum = (squares[w] as number) + gradient * gradient;
        squares[w] = sum;
        values[w] = (values[w] as number) + (rate * gradient) / Math.sqrt(sum + 0.1);
      }
    }
  }

  #stepTransitions(rate: number): void {
    for (let i = 0; i < this.#transitions.length; i++) {
      if (this.#transitions[i] === FORBIDDEN) continue;
      const gradient = (this.#right.neighbours[i] as number) - (this.#all.neighbours[i] as number);
      const sum = (this.#transitionSquares[i] as number) + gradient * gradient;
      this.#transitionSquares[i] = sum;
      this.#transitions[i] = (this.#transitions[i] as number) + (rate * gradient) / Math.sqrt(sum + 0.1);
    }
  }
}
