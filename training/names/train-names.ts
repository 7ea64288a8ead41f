/** Trains the name tagger: a structured averaged perceptron over whole sentences (Collins 2002). */

import { NAME_BITS } from '../../src/annotate/engine/name-features.ts';
import { bestPath, emptyTransitions, FORBIDDEN } from '../../src/model/sequence.ts';
import { AveragedWeights } from '../linear/averaged-weights.ts';
import type { Random } from '../random.ts';

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
  readonly epochs: number;
  readonly random: Random;
  readonly write: (line: string) => void;
}

export function trainNames(
  examples: readonly NameExample[],
  labels: readonly string[],
  { epochs, random, write }: NameTrainingOptions,
): NameWeights {
  const run = new NameRun(labels);
  const order = [...examples];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let wrong = 0;
    let words = 0;
    for (const example of random.shuffle(order)) {
      wrong += run.learn(example);
      words += example.gold.length;
    }
    write(
      `names epoch ${epoch}: ${((100 * wrong) / Math.max(1, words)).toFixed(2)} % of ${words} words wrong\n`,
    );
  }
  return run.averages();
}

class NameRun {
  readonly #labels: readonly string[];
  readonly #weights: AveragedWeights;
  readonly #neighbours: AveragedWeights;
  readonly #transitions: Float64Array;

  constructor(labels: readonly string[]) {
    this.#labels = labels;
    this.#weights = new AveragedWeights(2 ** NAME_BITS, labels.length);
    this.#neighbours = new AveragedWeights(labels.length + 1, labels.length);
    this.#transitions = emptyTransitions(labels);
  }

  /** Moves the weights from what was predicted to what is right; returns how many words were wrong. */
  learn(example: NameExample): number {
    const { length: places } = example.gold;
    const labels = this.#labels.length;
    const scores = scoresOf(example.features, this.#weights.values, labels);
    const predicted = bestPath(scores, places, labels, this.#transitions);
    const right = example.hidden.size === 0 ? example.gold : this.#bestAllowed(example, scores);
    this.#weights.tick();
    this.#neighbours.tick();
    let wrong = 0;
    for (let i = 0; i < places; i++) {
      const [p, g] = [predicted[i] as number, right[i] as number];
      const [before, goldBefore] =
        i === 0 ? [labels, labels] : [predicted[i - 1] as number, right[i - 1] as number];
      if (p !== g) {
        wrong += 1;
        for (const bucket of example.features[i] ?? []) {
          this.#weights.change(bucket, g, 1);
          this.#weights.change(bucket, p, -1);
        }
      }
      if (p !== g || before !== goldBefore) {
        this.#changeNeighbours(goldBefore, g, 1);
        this.#changeNeighbours(before, p, -1);
      }
    }
    return wrong;
  }

  averages(): NameWeights {
    const learnt = this.#neighbours.averages();
    const transitions = emptyTransitions(this.#labels).map((value, i) =>
      value === FORBIDDEN ? value : (learnt[i] as number),
    );
    return { features: this.#weights.averages(), transitions };
  }

  /** The best path that agrees with what the set marks. */
  #bestAllowed({ gold, hidden }: NameExample, scores: Float64Array): Int32Array {
    const labels = this.#labels.length;
    const allowed = scores.slice();
    for (const [i, answer] of gold.entries()) {
      for (let label = 0; label < labels; label++) {
        const fits = label === answer || (answer === 0 && hidden.has(label));
        if (!fits) allowed[i * labels + label] = FORBIDDEN;
      }
    }
    return bestPath(allowed, gold.length, labels, this.#transitions);
  }

  #changeNeighbours(before: number, label: number, by: number): void {
    this.#neighbours.change(before, label, by);
    const at = before * this.#labels.length + label;
    this.#transitions[at] = (this.#transitions[at] as number) + by;
  }
}

function scoresOf(features: readonly Int32Array[], weights: Float32Array, labels: number): Float64Array {
  const scores = new Float64Array(features.length * labels);
  for (const [i, buckets] of features.entries()) {
    for (const bucket of buckets) {
      const from = bucket * labels;
      for (let label = 0; label < labels; label++) {
        scores[i * labels + label] =
          (scores[i * labels + label] as number) + (weights[from + label] as number);
      }
    }
  }
  return scores;
}
