/** The ordered list of stages. What runs, and in what order, is this list and nothing else. */

import type { AnyStage } from './pipeline/stage.ts';

export const STAGES: readonly AnyStage[] = [];
