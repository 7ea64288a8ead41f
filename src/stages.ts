/** The ordered list of stages. What runs, and in what order, is this list and nothing else. */

import { findQuotations } from './annotate/quotations.ts';
import { splitSentences } from './annotate/split-sentences.ts';
import { tokenize } from './annotate/tokenize.ts';
import { extractClaims } from './extract/claims/extract-claims.ts';
import type { AnyStage } from './pipeline/stage.ts';
import { resolveEntities } from './resolve/coreference/coreference.ts';
import { geocode } from './resolve/geocode/geocode.ts';
import { resolveTimes } from './resolve/time-expressions/resolve-times.ts';

export const STAGES: readonly AnyStage[] = [
  tokenize,
  findQuotations,
  splitSentences,
  resolveTimes,
  geocode,
  extractClaims,
  resolveEntities,
];
