/** The way forward through the network: recurrent encoder, tag head, arc and label heads. */

import type { Arena } from '../kernel/arena.ts';
import { gatesOf, padded } from './parameters.ts';
import type { Layer, NetworkShape, Parameters } from './parameters.ts';

/** Rows of one sentence in a batch: its root row first, then one row for each token. Half open. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** A network: its form, its weights, and the arena that both live in. */
export interface Network {
  readonly arena: Arena;
  readonly shape: NetworkShape;
  readonly parameters: Parameters;
}

/** Called with every activation that training drops out: its place and its size in floats. */
export type ActivationHook = (at: number, count: number) => void;

const NO_HOOK: ActivationHook = () => {};

/** What a recurrent layer leaves for the way back. */
export interface RecurrentTrace {
  readonly input: number;
  readonly gates: number;
  readonly states: number;
  readonly output: number;
}

/** y = x * weights + bias for `rows` rows. */
export function linear(arena: Arena, { weights, bias }: Layer, x: number, rows: number): number {
  const { cols, rows: inputs } = weights;
  const y = arena.allocate(rows * cols);
  for (let row = 0; row < rows; row++) arena.floats.copyWithin(y + row * cols, bias.at, bias.at + cols);
  arena.kernel.matmul(x, weights.at, y, rows, cols, inputs, inputs, cols, cols, 1);
  return y;
}

/** Runs the encoder over a batch; the last trace's `output` holds one row of `2 * hidden` for each input row. */
export function encode(
  { arena, shape, parameters }: Network,
  input: number,
  sentences: readonly Rows[],
  hook: ActivationHook = NO_HOOK,
): RecurrentTrace[] {
  const rows = sentences.at(-1)?.to ?? 0;
  const traces: RecurrentTrace[] = [];
  let x = input;
  for (const layer of parameters.recurrent) {
    const trace = recurrent(arena, layer, shape.hidden, x, rows, sentences);
    hook(trace.output, rows * 2 * shape.hidden);
    traces.push(trace);
    x = trace.output;
  }
  return traces;
}

function recurrent(
  arena: Arena,
  layer: Layer,
  hidden: number,
  input: number,
  rows: number,
  sentences: readonly Rows[],
): RecurrentTrace {
  const gates = linear(arena, layer, input, rows);
  const states = arena.allocate(rows * 2 * hidden);
  const output = arena.allocate(rows * 2 * hidden);
  const count = gatesOf(layer.weights.rows, hidden);
  const width = layer.weights.cols;
  for (const { from, to } of sentences) {
    for (const side of [0, 1] as const) {
      const shift = side * hidden;
      arena.kernel.sruForward(
        gates + side * count * hidden,
        input + shift,
        output + shift,
        states + shift,
        from,
        to,
        hidden,
        count,
        width,
        side === 0 ? 1 : -1,
      );
    }
  }
  return { input, gates, states, output };
}

/** The four vectors of each row that arcs and labels are scored with, and the products made from them. */
export interface HeadTrace {
  /** Output of the hidden layer, `2 * arc + 2 * label` wide. */
  readonly hidden: number;
  readonly arcDependent: number;
  readonly arcHead: number;
  readonly labelDependent: number;
  readonly labelHead: number;
  /** arcDependent * parameters.arc. */
  readonly arcProduct: number;
  /** labelDependent * parameters.label: in each row a matrix of `label` x padded labels. */
  readonly labelProduct: number;
}

/**
 * The parser's heads over `rows` encoder states. The last number of the dependents'
 * and of the label heads' vectors is set to 1, which gives the products a bias.
 */
export function parserHeads(
  network: Network,
  states: number,
  rows: number,
  hook: ActivationHook = NO_HOOK,
): HeadTrace {
  const { arena, shape, parameters } = network;
  const { arc, label } = shape;
  const hidden = linear(arena, parameters.hidden, states, rows);
  const width = parameters.hidden.weights.cols;
  arena.kernel.leakyRelu(hidden, rows * width);
  hook(hidden, rows * width);
  const part = (shift: number, size: number): number => columns(arena, hidden + shift, rows, width, size);
  const arcDependent = part(0, arc);
  const arcHead = part(arc, arc);
  const labelDependent = part(2 * arc, label);
  const labelHead = part(2 * arc + label, label);
  setLastColumn(arena, arcDependent, rows, arc);
  setLastColumn(arena, labelDependent, rows, label);
  setLastColumn(arena, labelHead, rows, label);
  const arcProduct = arena.allocate(rows * arc);
  arena.kernel.matmul(arcDependent, parameters.arc.at, arcProduct, rows, arc, arc, arc, arc, arc, 0);
  const wide = parameters.label.cols;
  const labelProduct = arena.allocate(rows * wide);
  arena.kernel.matmul(
    labelDependent,
    parameters.label.at,
    labelProduct,
    rows,
    wide,
    label,
    label,
    wide,
    wide,
    0,
  );
  return { hidden, arcDependent, arcHead, labelDependent, labelHead, arcProduct, labelProduct };
}

/** A copy of `size` neighbouring columns. */
function columns(arena: Arena, from: number, rows: number, width: number, size: number): number {
  const to = arena.allocate(rows * size);
  for (let row = 0; row < rows; row++) {
    arena.floats.copyWithin(to + row * size, from + row * width, from + row * width + size);
  }
  return to;
}

function setLastColumn(arena: Arena, at: number, rows: number, width: number): void {
  for (let row = 0; row < rows; row++) arena.floats[at + (row + 1) * width - 1] = 1;
}

/** Arc scores of one sentence: row = dependent, column = head, row stride `padded(rows)`. */
export interface ArcScores {
  readonly at: number;
  readonly stride: number;
}

export function arcScores({ arena, shape }: Network, trace: HeadTrace, { from, to }: Rows): ArcScores {
  const count = to - from;
  const stride = padded(count);
  const heads = arena.allocateZeros(shape.arc * stride);
  const at = arena.allocate(count * stride);
  const { arc } = shape;
  arena.kernel.transpose(trace.arcHead + from * arc, heads, count, arc, arc, stride);
  arena.kernel.matmul(trace.arcProduct + from * arc, heads, at, count, stride, arc, arc, stride, stride, 0);
  return { at, stride };
}

/** Label scores of the arc from row `dependent` to row `head`, written to `into` (padded labels wide). */
export function labelScores(
  network: Network,
  trace: HeadTrace,
  dependent: number,
  head: number,
  into: number,
): void {
  const { arena, shape, parameters } = network;
  const cols = padded(shape.labels);
  const product = trace.labelProduct + dependent * parameters.label.cols;
  arena.kernel.matmul(
    trace.labelHead + head * shape.label,
    product,
    into,
    1,
    cols,
    shape.label,
    shape.label,
    cols,
    cols,
    0,
  );
}
