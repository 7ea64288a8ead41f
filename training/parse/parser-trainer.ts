/** Trains the parser network: one call of `update` for each batch. */

import { ROOT_ROWS, UNKNOWN_WORD } from '../../src/annotate/engine/word-features.ts';
import { Arena } from '../../src/model/kernel/arena.ts';
import { encode, linear, parserHeads } from '../../src/model/network/forward.ts';
import type { Network, Rows } from '../../src/model/network/forward.ts';
import { inputMatrix, rowsOfSentences } from '../../src/model/network/input.ts';
import type { InputRow, InputTables } from '../../src/model/network/input.ts';
import { allocateParameters, inputWidth } from '../../src/model/network/parameters.ts';
import type { Matrix, NetworkShape } from '../../src/model/network/parameters.ts';
import type { QuantizedTable } from '../../src/model/quantized-table.ts';
import { trainingKernel } from '../kernel/training-kernel.ts';
import type { Random } from '../random.ts';
import { headsBackward, linearBackward, recurrentBackward, softmaxLoss } from './backward.ts';
import type { Backward, Gold } from './backward.ts';
import { initialize } from './initialize.ts';
import type { ParseSettings } from './settings.ts';
import { TrainedTable } from './trained-table.ts';

/** A sentence ready to learn from: input rows and gold answers, one entry for each word. */
export interface Example {
  readonly words: readonly InputRow[];
  readonly tags: readonly number[];
  /** 1-based number of the head, 0 for the root. */
  readonly heads: readonly number[];
  readonly labels: readonly number[];
}

/** Losses of a batch, summed over its words. */
export interface Losses {
  readonly tags: number;
  readonly arcs: number;
  readonly labels: number;
  readonly words: number;
}

/** Room for the activations and gradients of a batch, in floats: a quarter of a gigabyte. */
const ARENA_FLOATS = 64_000_000;

const BETA1 = 0.9;
const BETA2 = 0.98;
const EPSILON = 1e-8;
/** Gradients are divided by this share of the batch's rows, and then cut to this length. */
const ROWS_SHARE = 0.25;
const LONGEST_GRADIENT = 5;

export interface TrainerOptions {
  readonly shape: NetworkShape;
  readonly vectors: QuantizedTable;
  readonly vocabulary: number;
  /** How often each word of the vocabulary occurs, for word dropout. */
  readonly counts: Float64Array;
  readonly settings: Pick<ParseSettings, 'buckets' | 'dropout' | 'wordDropout'>;
  readonly random: Random;
  readonly arenaFloats?: number;
}

export class ParserTrainer {
  readonly network: Network;
  readonly words: TrainedTable;
  readonly affixes: TrainedTable;
  readonly tables: InputTables;
  steps = 0;
  /** Products of the betas over all steps so far, for Adam's correction of early steps. */
  #beta1Power = 1;
  #beta2Power = 1;
  readonly #options: TrainerOptions;
  readonly #backward: Backward;
  readonly #gradients: number;
  readonly #mean: number;
  readonly #variance: number;
  readonly #masks: number[] = [];

  constructor(options: TrainerOptions) {
    const { shape, random, vocabulary, vectors, settings } = options;
    this.#options = options;
    const arena = new Arena({ floats: options.arenaFloats ?? ARENA_FLOATS });
    const parameters = allocateParameters(arena, shape);
    this.network = { arena, shape, parameters };
    this.words = new TrainedTable(vocabulary, shape.word, 0.05, random);
    this.affixes = new TrainedTable(settings.buckets, shape.affix, 0.05, random);
    this.tables = { vectors, words: this.words, affixes: this.affixes };
    this.#gradients = arena.allocateZeros(parameters.count);
    this.#mean = arena.allocateZeros(parameters.count);
    this.#variance = arena.allocateZeros(parameters.count);
    this.#backward = {
      network: this.network,
      kernel: trainingKernel(arena),
      gradientOf: ({ at }) => this.#gradients + at - parameters.start,
    };
    initialize(this.network, random);
  }

  /** All that changes while training, as views to copy from or into. */
  state(): Float32Array[] {
    const { arena, parameters } = this.network;
    const { words, affixes } = this;
    const dense = [parameters.start, this.#mean, this.#variance].map((at) =>
      arena.floats.subarray(at, at + parameters.count),
    );
    return [
      ...dense,
      words.weights,
      words.mean,
      words.variance,
      affixes.weights,
      affixes.mean,
      affixes.variance,
    ];
  }

  /** The weights alone, dense first. */
  weights(): Float32Array[] {
    const { arena, parameters } = this.network;
    const dense = arena.floats.subarray(parameters.start, parameters.start + parameters.count);
    return [dense, this.words.weights, this.affixes.weights];
  }

  /** Sets the number of steps done, after a checkpoint was read. */
  resumeAt(steps: number): void {
    this.steps = 0;
    this.#beta1Power = 1;
    this.#beta2Power = 1;
    while (this.steps < steps) this.#countStep();
  }

  /** One step: losses, gradients and new weights. */
  update(batch: readonly Example[], rate: number): Losses {
    const losses = this.addGradients(batch);
    const rows = losses.words + batch.length;
    this.#applyGradients(rows, rate);
    return losses;
  }

  /** Losses of a batch; its gradients are added to those that are there. */
  addGradients(batch: readonly Example[]): Losses {
    const { network } = this;
    const { arena, parameters, shape } = network;
    const mark = arena.mark();
    this.#masks.length = 0;
    const sentences = rowsOfSentences(batch.map(({ words }) => words.length));
    const inputs = batch.flatMap(({ words }) => [ROOT_ROWS, ...words.map((word) => this.#thinned(word))]);
    const gold = goldOf(batch, inputs.length);
    const x = inputMatrix(arena, shape, this.tables, inputs);
    this.#drop(x, inputs.length * inputWidth(shape));
    const traces = encode(network, x, sentences, this.#drop);
    const states = traces.at(-1)?.output ?? x;
    const dStates = arena.allocateZeros(inputs.length * 2 * shape.hidden);
    const scores = linear(arena, parameters.tag, states, inputs.length);
    const tags = softmaxLoss(this.#backward, scores, gold.tags, shape.tags, parameters.tag.weights.cols);
    linearBackward(this.#backward, parameters.tag, states, scores, inputs.length, dStates);
    const { arcs, labels } = shape.arc === 0 ? NO_TREE : this.#parserStep(states, dStates, sentences, gold);
    let gradient = dStates;
    for (let layer = traces.length - 1; layer >= 0; layer--) {
      this.#undrop(gradient, inputs.length * 2 * shape.hidden);
      const trace = traces[layer];
      const weights = parameters.recurrent[layer];
      if (trace === undefined || weights === undefined) break;
      gradient = recurrentBackward(this.#backward, weights, trace, gradient, sentences);
    }
    this.#undrop(gradient, inputs.length * inputWidth(shape));
    this.#addInputGradients(inputs, gradient);
    arena.release(mark);
    return { tags, arcs, labels, words: inputs.length - batch.length };
  }

  gradientOf(matrix: Matrix): Float32Array {
    const at = this.#backward.gradientOf(matrix);
    return this.network.arena.floats.slice(at, at + matrix.rows * matrix.cols);
  }

  clearGradients(): void {
    const { arena, parameters } = this.network;
    arena.floats.fill(0, this.#gradients, this.#gradients + parameters.count);
    this.words.clearGradients();
    this.affixes.clearGradients();
  }

  #parserStep(
    states: number,
    dStates: number,
    sentences: readonly Rows[],
    gold: Gold,
  ): { arcs: number; labels: number } {
    const { parameters } = this.network;
    const rows = sentences.at(-1)?.to ?? 0;
    const trace = parserHeads(this.network, states, rows, this.#drop);
    const { arcs, labels, dHidden } = headsBackward(this.#backward, trace, sentences, gold);
    const count = rows * parameters.hidden.weights.cols;
    this.#undrop(dHidden, count);
    this.#backward.kernel.leakyReluBackward(trace.hidden, dHidden, count);
    linearBackward(this.#backward, parameters.hidden, states, dHidden, rows, dStates);
    return { arcs, labels };
  }

  /** Drops activations and remembers which. */
  readonly #drop = (at: number, count: number): void => {
    const { dropout } = this.#options.settings;
    const { random } = this.#options;
    const { arena } = this.network;
    const mask = arena.allocate(count);
    const { floats } = arena;
    const kept = 1 / (1 - dropout);
    for (let i = mask; i < mask + count; i++) floats[i] = dropout > 0 && random.unit() < dropout ? 0 : kept;
    this.#backward.kernel.multiply(at, mask, count);
    this.#masks.push(mask);
  };

  /** Takes the latest mask back into the gradient. */
  #undrop(gradient: number, count: number): void {
    const mask = this.#masks.pop();
    if (mask !== undefined) this.#backward.kernel.multiply(gradient, mask, count);
  }

  /** The word, or now and then the unknown word: often for rare words, seldom for frequent ones. */
  #thinned(word: InputRow): InputRow {
    const { settings, counts, random } = this.#options;
    const count = counts[word.word] ?? 0;
    const share = settings.wordDropout * (count > 0 ? Math.min(1, 2 / count + 0.15) : 1);
    return settings.wordDropout > 0 && random.unit() < share ? { ...word, word: UNKNOWN_WORD } : word;
  }

  #addInputGradients(inputs: readonly InputRow[], gradient: number): void {
    const { arena, shape } = this.network;
    const width = inputWidth(shape);
    for (const [i, { word, affixes }] of inputs.entries()) {
      const at = gradient + i * width + shape.vector;
      this.words.addGradient(word, arena.floats, at);
      for (const affix of affixes) this.affixes.addGradient(affix, arena.floats, at + shape.word);
    }
  }

  #applyGradients(rows: number, rate: number): void {
    const { parameters } = this.network;
    this.#countStep();
    const scale = 1 / (rows * ROWS_SHARE);
    const length = Math.sqrt(this.#backward.kernel.sumSquares(this.#gradients, parameters.count)) * scale;
    const step = {
      rate: (rate * Math.sqrt(1 - this.#beta2Power)) / (1 - this.#beta1Power),
      beta1: BETA1,
      beta2: BETA2,
      epsilon: EPSILON,
      scale: length > LONGEST_GRADIENT ? (scale * LONGEST_GRADIENT) / length : scale,
    };
    this.#backward.kernel.adam(
      parameters.start,
      this.#gradients,
      this.#mean,
      this.#variance,
      parameters.count,
      step.rate,
      BETA1,
      BETA2,
      EPSILON,
      step.scale,
    );
    this.words.update(step);
    this.affixes.update(step);
  }

  #countStep(): void {
    this.steps += 1;
    this.#beta1Power *= BETA1;
    this.#beta2Power *= BETA2;
  }
}

/** Losses of a network without arc and label heads, which only tags. */
const NO_TREE = { arcs: 0, labels: 0 };

function goldOf(batch: readonly Example[], rows: number): Gold {
  const gold = {
    tags: new Int32Array(rows).fill(-1),
    heads: new Int32Array(rows).fill(-1),
    labels: new Int32Array(rows).fill(-1),
  };
  let row = 0;
  for (const { tags, heads, labels } of batch) {
    gold.tags.set(tags, row + 1);
    gold.heads.set(heads, row + 1);
    gold.labels.set(labels, row + 1);
    row += tags.length + 1;
  }
  return gold;
}
