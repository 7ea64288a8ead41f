/** The claim: somebody's assertion in one text. */

import type { Span } from './span.ts';

export const SPEECH_KINDS = ['direct', 'indirect', 'mixed'] as const;
export type Speech = (typeof SPEECH_KINDS)[number];

export const STANCES = [
  'asserts',
  'denies',
  'alleges',
  'predicts',
  'orders',
  'asks',
  'promises',
  'threatens',
  'admits',
  'declines',
] as const;
export type Stance = (typeof STANCES)[number];

export const SOURCE_KINDS = ['named', 'unnamed', 'document', 'pronoun', 'none'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const MEDIA = [
  'statement',
  'interview',
  'post',
  'broadcast',
  'court',
  'briefing',
  'document',
] as const;
export type Medium = (typeof MEDIA)[number];

/** Who is said to have said it. `spans` is empty exactly when `kind` is `none`. */
export interface ClaimSource {
  readonly spans: readonly Span[];
  readonly kind: SourceKind;
}

/** A word by which the source or the outlet keeps its distance: "alleged", "reportedly", scare quotes. */
export interface Hedge extends Span {
  readonly lemma: string;
}

/**
 * An assertion with its source, the cue that attributes it, and its content.
 * Spans follow PolNeAR: a final stop is outside the content unless quotation
 * marks hold it, quotation marks are inside, "that" belongs to the content,
 * auxiliaries, negation and linking prepositions belong to the cue.
 */
export interface Claim {
  readonly source: ClaimSource;
  readonly cue: { readonly spans: readonly Span[]; readonly lemma: string };
  readonly content: { readonly spans: readonly Span[] };
  readonly speech: Speech;
  readonly stance: Stance;
  readonly hedge: Hedge | null;
  readonly medium: Medium | null;
  /** Index of the claim in whose content this one lies, else null. */
  readonly inside: number | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Rule or lexicon row that made it, `file:row`. */
  readonly because: string;
}
