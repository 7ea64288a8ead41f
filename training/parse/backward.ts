/** The way back through the network: from the gradient of each output to that of each weight and input. */

import type { Arena } from '../../src/model/kernel/arena.ts';
import { arcScores, labelScores } from '../../src/model/network/forward.ts';
import type { HeadTrace, Network, RecurrentTrace, Rows } from '../../src/model/network/forward.ts';
import { gatesOf, padded } from '../../src/model/network/parameters.ts';
import type { Layer, Matrix } from '../../src/model/network/parameters.ts';
import type { TrainingKernel } from '../kernel/training-kernel.ts';

/** A network, the training kernel, and where the gradient of a weight matrix lies. */
export interface Backward {
  readonly network: Network;
  readonly kernel: TrainingKernel;
  gradientOf(matrix: Matrix): number;
}

/** Gold answers for a batch, one entry for each row; -1 where there is none (roots, labels and tags not learnt). */
export interface Gold {
  readonly tags: Int32Array;
  /** Row of the head within its sentence: 0 for the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Added to a probability before its logarithm is taken for the report. */
const TINY = 1e-9;

/** Adds the gradients of a linear layer; `dy` is that of its output, `dx` that of its input, or null if not wanted. */
export function linearBackward(
  { network, kernel, gradientOf }: Backward,
  { weights, bias }: Layer,
  x: number,
  dy: number,
  rows: number,
  dx: number | null,
): void {
  const { arena } = network;
  const mark = arena.mark();
  const { rows: inputs, cols } = weights;
  addProduct(arena, x, dy, gradientOf(weights), rows, inputs, cols);
  kernel.sumRows(dy, gradientOf(bias), rows, cols);
  if (dx !== null) addTransposedProduct(arena, dy, weights, dx, rows);
  arena.release(mark);
}

/** gradient += transpose(x) * dy, x: rows x inputs, dy: rows x cols. */
function addProduct(
  arena: Arena,
  x: number,
  dy: number,
  gradient: number,
  rows: number,
  inputs: number,
  cols: number,
): void {
  const turned = arena.allocate(inputs * rows);
  arena.kernel.transpose(x, turned, rows, inputs, inputs, rows);
  arena.kernel.matmul(turned, dy, gradient, inputs, cols, rows, rows, cols, cols, 1);
}

/** dx += dy * transpose(weights). */
function addTransposedProduct(arena: Arena, dy: number, weights: Matrix, dx: number, rows: number): void {
  const { rows: inputs, cols, at } = weights;
  const turned = arena.allocate(inputs * cols);
  arena.kernel.transpose(at, turned, inputs, cols, cols, inputs);
  arena.kernel.matmul(dy, turned, dx, rows, inputs, cols, cols, inputs, inputs, 1);
}

/**
 * The way back through one recurrent layer. `dOutput` is the gradient of its output;
 * returns that of its input.
 */
export function recurrentBackward(
  backward: Backward,
  layer: Layer,
  trace: RecurrentTrace,
  dOutput: number,
  sentences: readonly Rows[],
): number {
  const { network, kernel } = backward;
  const { arena, shape } = network;
  const { hidden } = shape;
  const rows = sentences.at(-1)?.to ?? 0;
  const inputs = layer.weights.rows;
  const dInput = arena.allocateZeros(rows * inputs);
  const carry = arena.allocate(hidden);
  const gates = gatesOf(inputs, hidden);
  for (const { from, to } of sentences) {
    for (const side of [0, 1] as const) {
      const shift = side * hidden;
      kernel.sruBackward(
        trace.gates + side * gates * hidden,
        trace.input + shift,
        dOutput + shift,
        trace.states + shift,
        dInput + shift,
        from,
        to,
        hidden,
        gates,
        layer.weights.cols,
        side === 0 ? 1 : -1,
        carry,
      );
    }
  }
  linearBackward(backward, layer, trace.input, trace.gates, rows, dInput);
  return dInput;
}

/**
 * Cross-entropy of a softmax over each row of `scores`, which becomes the gradient.
 * Rows whose gold is -1 count for nothing.
 */
export function softmaxLoss(
  { network, kernel }: Backward,
  scores: number,
  gold: Int32Array,
  used: number,
  width: number,
): number {
  const { floats } = network.arena;
  kernel.softmaxRows(scores, gold.length, used, width);
  let loss = 0;
  for (const [row, answer] of gold.entries()) {
    const at = scores + row * width;
    if (answer < 0) {
      floats.fill(0, at, at + width);
      continue;
    }
    loss -= Math.log((floats[at + answer] as number) + TINY);
    floats[at + answer] = (floats[at + answer] as number) - 1;
  }
  return loss;
}

/** Losses of a batch, summed over words. */
export interface HeadLosses {
  readonly arcs: number;
  readonly labels: number;
}

/**
 * Losses and way back of the arc and label heads, to the gradient of the hidden
 * layer's output (returned; before its dropout and activation are undone).
 */
export function headsBackward(
  backward: Backward,
  trace: HeadTrace,
  sentences: readonly Rows[],
  gold: Gold,
): HeadLosses & { readonly dHidden: number } {
  const { arena, shape } = backward.network;
  const rows = sentences.at(-1)?.to ?? 0;
  const { arc, label } = shape;
  const dArcHead = arena.allocateZeros(rows * arc);
  const dArcProduct = arena.allocateZeros(rows * arc);
  let arcs = 0;
  for (const sentence of sentences)
    arcs += arcsBackward(backward, trace, sentence, gold, dArcProduct, dArcHead);
  const dArcDependent = productBackward(
    backward,
    backward.network.parameters.arc,
    trace.arcDependent,
    dArcProduct,
    rows,
  );
  const dLabelHead = arena.allocateZeros(rows * label);
  const labels = labelsBackward(backward, trace, sentences, gold, dLabelHead);
  const dLabelDependent = productBackward(
    backward,
    backward.network.parameters.label,
    trace.labelDependent,
    trace.labelProduct,
    rows,
  );
  const parts = [
    { at: dArcDependent, width: arc, biased: true },
    { at: dArcHead, width: arc, biased: false },
    { at: dLabelDependent, width: label, biased: true },
    { at: dLabelHead, width: label, biased: true },
  ];
  return {
    arcs,
    labels,
    dHidden: sideBySide(arena, parts, rows, backward.network.parameters.hidden.weights.cols),
  };
}

/** Arc scores of one sentence, their loss and the gradients of both factors. */
function arcsBackward(
  { network, kernel }: Backward,
  trace: HeadTrace,
  sentence: Rows,
  gold: Gold,
  dArcProduct: number,
  dArcHead: number,
): number {
  const { arena, shape } = network;
  const { arc } = shape;
  const mark = arena.mark();
  const { at, stride } = arcScores(network, trace, sentence);
  const size = sentence.to - sentence.from;
  for (let row = 0; row < size; row++) arena.floats[at + row * stride + row] = -1e9;
  const heads = gold.heads.subarray(sentence.from, sentence.to);
  const loss = softmaxLoss({ network, kernel, gradientOf: () => 0 }, at, heads, size, stride);
  const shift = sentence.from * arc;
  arena.kernel.matmul(at, trace.arcHead + shift, dArcProduct + shift, size, arc, size, stride, arc, arc, 0);
  const turned = arena.allocate(size * stride);
  arena.kernel.transpose(at, turned, size, size, stride, stride);
  arena.kernel.matmul(
    turned,
    trace.arcProduct + shift,
    dArcHead + shift,
    size,
    arc,
    size,
    stride,
    arc,
    arc,
    0,
  );
  arena.release(mark);
  return loss;
}

/** The way back through `product = left * weights`; returns the gradient of `left`. */
function productBackward(
  { network, gradientOf }: Backward,
  weights: Matrix,
  left: number,
  dProduct: number,
  rows: number,
): number {
  const { arena } = network;
  const dLeft = arena.allocateZeros(rows * weights.rows);
  const mark = arena.mark();
  addTransposedProduct(arena, dProduct, weights, dLeft, rows);
  addProduct(arena, left, dProduct, gradientOf(weights), rows, weights.rows, weights.cols);
  arena.release(mark);
  return dLeft;
}

/** Label loss under the gold heads; turns `trace.labelProduct` into its gradient, row by row. */
function labelsBackward(
  backward: Backward,
  trace: HeadTrace,
  sentences: readonly Rows[],
  gold: Gold,
  dLabelHead: number,
): number {
  const { network, kernel } = backward;
  const { arena, shape, parameters } = network;
  const wide = parameters.label.cols;
  const cols = padded(shape.labels);
  const scores = arena.allocate(cols);
  let loss = 0;
  for (const { from, to } of sentences) {
    for (let row = from; row < to; row++) {
      const product = trace.labelProduct + row * wide;
      if ((gold.labels[row] as number) < 0) {
        arena.floats.fill(0, product, product + wide);
        continue;
      }
      const head = from + (gold.heads[row] as number);
      labelScores(network, trace, row, head, scores);
      loss += softmaxLoss(backward, scores, gold.labels.subarray(row, row + 1), shape.labels, cols);
      kernel.addRowDots(product, scores, dLabelHead + head * shape.label, shape.label, cols);
      kernel.outer(product, trace.labelHead + head * shape.label, scores, shape.label, cols);
    }
  }
  return loss;
}

interface Part {
  readonly at: number;
  readonly width: number;
  /** Whether the last column was set to 1 on the way forward, so that nothing flows back through it. */
  readonly biased: boolean;
}

function sideBySide(arena: Arena, parts: readonly Part[], rows: number, width: number): number {
  const whole = arena.allocateZeros(rows * width);
  const { floats } = arena;
  let shift = 0;
  for (const part of parts) {
    for (let row = 0; row < rows; row++) {
      const from = part.at + row * part.width;
      if (part.biased) floats[from + part.width - 1] = 0;
      floats.copyWithin(whole + row * width + shift, from, from + part.width);
    }
    shift += part.width;
  }
  return whole;
}
