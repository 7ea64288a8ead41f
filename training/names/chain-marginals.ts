/** Probabilities of labels and of neighbouring labels in a linear chain, by the forward-backward algorithm. */

import { exp } from '../../src/model/kernel/plain-kernel.ts';
import type { Transitions } from '../../src/model/sequence.ts';

export class ChainMarginals {
  /** Probability of each label at each place; `labels` of them for each place. */
  labels = new Float64Array(0);
  /** Expected number of times that each label follows each, laid out as `Transitions`. */
  readonly neighbours: Float64Array;
  readonly #count: number;
  readonly #factors: Float64Array;
  #emissions = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);

  constructor(count: number) {
    this.#count = count;
    this.neighbours = new Float64Array((count + 1) * count);
    this.#factors = new Float64Array((count + 1) * count);
  }

  compute(scores: Float64Array, places: number, transitions: Transitions): void {
    const count = this.#count;
    if (this.labels.length < places * count) {
      this.labels = new Float64Array(places * count);
      this.#emissions = new Float64Array(places * count);
      this.#forward = new Float64Array(places * count);
      this.#backward = new Float64Array(places * count);
    }
    for (let i = 0; i < transitions.length; i++) this.#factors[i] = exp(transitions[i] as number);
    for (let place = 0; place < places; place++) this.#emit(scores, place * count);
    this.#goForward(places);
    this.#goBackward(places);
    this.#combine(places);
  }

  /** Exponentials of one place's scores, the largest of them 1. */
  #emit(scores: Float64Array, at: number): void {
    let largest = -Infinity;
    for (let k = 0; k < this.#count; k++) largest = Math.max(largest, scores[at + k] as number);
    for (let k = 0; k < this.#count; k++) {
      const score = (scores[at + k] as number) - largest;
      this.#emissions[at + k] = score < -80 ? 0 : exp(score);
    }
  }

  /** Sums over all ways to reach a label, scaled to add up to 1 at each place. */
  #goForward(places: number): void {
    const count = this.#count;
    const forward = this.#forward;
    for (let place = 0; place < places; place++) {
      const at = place * count;
      let total = 0;
      for (let k = 0; k < count; k++) {
        let sum = 0;
        if (place === 0) sum = this.#factors[count * count + k] as number;
        else
          for (let j = 0; j < count; j++)
            sum += (forward[at - count + j] as number) * (this.#factors[j * count + k] as number);
        forward[at + k] = sum * (this.#emissions[at + k] as number);
        total += forward[at + k] as number;
      }
      for (let k = 0; k < count; k++) forward[at + k] = (forward[at + k] as number) / total;
    }
  }

  #goBackward(places: number): void {
    const count = this.#count;
    const backward = this.#backward;
    backward.fill(1, (places - 1) * count, places * count);
    for (let place = places - 2; place >= 0; place--) {
      const at = place * count;
      let total = 0;
      for (let k = 0; k < count; k++) {
        let sum = 0;
        for (let j = 0; j < count; j++) {
          const next = at + count + j;
          sum +=
            (this.#factors[k * count + j] as number) *
            (this.#emissions[next] as number) *
            (backward[next] as number);
        }
        backward[at + k] = sum;
        total += sum;
      }
      for (let k = 0; k < count; k++) backward[at + k] = (backward[at + k] as number) / total;
    }
  }

  #combine(places: number): void {
    const count = this.#count;
    this.neighbours.fill(0);
    for (let place = 0; place < places; place++) {
      const at = place * count;
      let total = 0;
      for (let k = 0; k < count; k++) {
        const both = (this.#forward[at + k] as number) * (this.#backward[at + k] as number);
        this.labels[at + k] = both;
        total += both;
      }
      for (let k = 0; k < count; k++) this.labels[at + k] = (this.labels[at + k] as number) / total;
      if (place > 0) this.#combineNeighbours(at);
    }
    for (let k = 0; k < count; k++) this.neighbours[count * count + k] = this.labels[k] as number;
  }

  #combineNeighbours(at: number): void {
    const count = this.#count;
    let total = 0;
    const pair = (j: number, k: number): number =>
      (this.#forward[at - count + j] as number) *
      (this.#factors[j * count + k] as number) *
      (this.#emissions[at + k] as number) *
      (this.#backward[at + k] as number);
    for (let j = 0; j < count; j++) for (let k = 0; k < count; k++) total += pair(j, k);
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < count; k++) {
        const i = j * count + k;
        this.neighbours[i] = (this.neighbours[i] as number) + pair(j, k) / total;
      }
    }
  }
}
