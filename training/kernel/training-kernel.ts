/** The kernel with what training adds to it. Each function is described in `training-kernel.as`. */

import type { Arena } from '../../src/model/kernel/arena.ts';
import { instantiate, moduleOf } from '../../src/model/kernel/web-assembly.ts';
import { TRAINING_KERNEL_BYTES } from './training-kernel-bytes.ts';

export interface TrainingKernel {
  sumRows(d: number, g: number, rows: number, cols: number): void;
  multiply(x: number, m: number, count: number): void;
  leakyReluBackward(y: number, d: number, count: number): void;
  softmaxRows(x: number, rows: number, used: number, cols: number): void;
  addRowDots(a: number, x: number, y: number, rows: number, cols: number): void;
  outer(a: number, x: number, y: number, rows: number, cols: number): void;
  sumSquares(x: number, count: number): number;
  sruBackward(
    u: number,
    x: number,
    dh: number,
    c: number,
    dx: number,
    from: number,
    to: number,
    dim: number,
    gates: number,
    ldu: number,
    step: 1 | -1,
    carry: number,
  ): void;
  adam(
    weights: number,
    gradient: number,
    mean: number,
    variance: number,
    count: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    scale: number,
  ): void;
}

/** The training kernel on the arena's memory; throws where there is no WebAssembly SIMD. */
export function trainingKernel(arena: Arena): TrainingKernel {
  if (arena.memory === null) throw new Error('training needs WebAssembly SIMD, which this platform lacks');
  return instantiate(moduleOf(TRAINING_KERNEL_BYTES), arena.memory) as TrainingKernel;
}
