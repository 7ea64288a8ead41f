/** The dense weights of the parser network: which matrices there are, and where each lies in the arena. */

import type { Arena } from '../kernel/arena.ts';

/** Numbers that fix the form of the network. They stand in the header of its asset. */
export interface NetworkShape {
  /** Width of a frozen word vector with its flags (see `Vectors`), a multiple of 4. */
  readonly vector: number;
  /** Width of a trained word vector. */
  readonly word: number;
  /** Width of a hashed affix vector. */
  readonly affix: number;
  /** Width of one direction of the recurrent layers, a multiple of 4. */
  readonly hidden: number;
  readonly layers: number;
  /** Width of the vectors that arcs are scored with, a multiple of 8. */
  readonly arc: number;
  /** Width of the vectors that labels are scored with, a multiple of 8. */
  readonly label: number;
  /** How many joint tags there are. */
  readonly tags: number;
  /** How many relation labels there are. */
  readonly labels: number;
}

/** A matrix in the arena, row-major; a bias is a matrix of one row. */
export interface Matrix {
  readonly name: string;
  readonly at: number;
  readonly rows: number;
  readonly cols: number;
}

export interface Layer {
  readonly weights: Matrix;
  readonly bias: Matrix;
}

/** All dense weights, one block of `count` floats from `start`. */
export interface Parameters {
  readonly start: number;
  readonly count: number;
  readonly matrices: readonly Matrix[];
  readonly recurrent: readonly Layer[];
  /** Hidden layer of the parser: arc dependent, arc head, label dependent, label head, side by side. */
  readonly hidden: Layer;
  readonly arc: Matrix;
  readonly label: Matrix;
  readonly tag: Layer;
}

/** The next multiple of 8, since the kernel computes eight columns at a time. */
export function padded(count: number): number {
  return Math.ceil(count / 8) * 8;
}

export function inputWidth({ vector, word, affix }: NetworkShape): number {
  return vector + word + affix;
}

/** Gates of a recurrent layer: a fourth, the highway, where input and output differ in width. */
export function gatesOf(inputs: number, hidden: number): 3 | 4 {
  return inputs === 2 * hidden ? 3 : 4;
}

/** Reserves the weights in the arena, all zero. */
export function allocateParameters(arena: Arena, shape: NetworkShape): Parameters {
  const matrices: Matrix[] = [];
  const start = arena.mark();
  const matrix = (name: string, rows: number, cols: number): Matrix => {
    const made = { name, at: arena.allocateZeros(rows * cols), rows, cols };
    matrices.push(made);
    return made;
  };
  const layer = (name: string, inputs: number, outputs: number): Layer => ({
    weights: matrix(`${name}.weights`, inputs, padded(outputs)),
    bias: matrix(`${name}.bias`, 1, padded(outputs)),
  });
  const recurrent = recurrentWidths(shape).map(({ inputs, outputs }, i) =>
    layer(`recurrent.${i}`, inputs, outputs),
  );
  const states = 2 * shape.hidden;
  const rest = {
    hidden: layer('hidden', states, 2 * shape.arc + 2 * shape.label),
    arc: matrix('arc', shape.arc, shape.arc),
    label: matrix('label', shape.label, shape.label * padded(shape.labels)),
    tag: layer('tag', states, shape.tags),
  };
  return { start, count: arena.mark() - start, matrices, recurrent, ...rest };
}

function recurrentWidths(shape: NetworkShape): { inputs: number; outputs: number }[] {
  return Array.from({ length: shape.layers }, (_, i) => {
    const inputs = i === 0 ? inputWidth(shape) : 2 * shape.hidden;
    return { inputs, outputs: 2 * shape.hidden * gatesOf(inputs, shape.hidden) };
  });
}
