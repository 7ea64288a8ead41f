/** The weights that a training begins with. */

import type { Network } from '../../src/model/network/forward.ts';
import type { Matrix } from '../../src/model/network/parameters.ts';
import type { Random } from '../random.ts';

/** Forget gates begin half open and reset gates half shut, so that early gradients reach the first words. */
const FORGET_BIAS = 0.5;
const RESET_BIAS = -0.5;
const PRODUCT_DEVIATION = 0.02;

export function initialize({ arena, shape, parameters }: Network, random: Random): void {
  const fill = ({ at, rows, cols }: Matrix, deviation: number): void => {
    for (let i = at; i < at + rows * cols; i++) arena.floats[i] = random.normal() * deviation;
  };
  const { hidden } = shape;
  for (const { weights, bias } of parameters.recurrent) {
    fill(weights, Math.sqrt(1 / weights.rows));
    const gates = bias.cols / (2 * hidden);
    for (const side of [0, 1]) {
      const at = bias.at + side * gates * hidden;
      arena.floats.fill(FORGET_BIAS, at + hidden, at + 2 * hidden);
      arena.floats.fill(RESET_BIAS, at + 2 * hidden, at + 3 * hidden);
    }
  }
  for (const { weights } of [parameters.hidden, parameters.tag])
    fill(weights, Math.sqrt(2 / (weights.rows + weights.cols)));
  fill(parameters.arc, PRODUCT_DEVIATION);
  fill(parameters.label, PRODUCT_DEVIATION);
}
