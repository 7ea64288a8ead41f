/** Tokens and sentences: the words of a text and where its sentences are. */

import type { Span } from './span.ts';

/**
 * A word or a mark, cut as Universal Dependencies cuts English: clitics apart
 * ("do" "n't", "Ali" "'s"), hyphenated words apart, abbreviations with their stop.
 */
export interface Token extends Span {
  /** Lower-case form with straight quotation marks and apostrophes; what lexicons are keyed by. */
  readonly norm: string;
}

/** A sentence. It never crosses the end of a block. */
export interface Sentence extends Span {
  /** Index of its first token. */
  readonly firstToken: number;
  /** Index after its last token. */
  readonly endToken: number;
  /** Index of the block that holds it. */
  readonly block: number;
}

/** A stretch in quotation marks, marks included. `closed` is false where the closing mark is missing. */
export interface Quotation extends Span {
  readonly closed: boolean;
}
