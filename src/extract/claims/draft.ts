/** The draft of a claim: in words, before it is told what kind of claim it is. */

import type { Stance } from '../../document/claim.ts';
import type { Words } from './reading.ts';

export interface Draft {
  /** Null where the text names nobody. */
  readonly source: Words | null;
  readonly cue: Words;
  /** Index of the word that names the cue. */
  readonly head: number;
  readonly lemma: string;
  readonly content: readonly Words[];
  readonly stance: Stance;
  readonly isNegated: boolean;
  readonly modal: string | null;
  readonly confidence: number;
  /** `file:row`. */
  readonly because: string;
}
