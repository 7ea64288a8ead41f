/** Where a cue word stands: what is before it, what goes on after it, and the draft that it makes. */

import { holdsVerb, lastContentIndex } from './contents.ts';
import type { CueWord } from './cue-words.ts';
import type { Draft } from './draft.ts';
import type { Reading, Words } from './reading.ts';
import { normAt, quotationAt } from './reading.ts';

export interface Place {
  readonly reading: Reading;
  readonly window: Words;
  readonly cue: CueWord;
  /** Index that the content to the right does not pass. */
  readonly limit: number;
  readonly earlier: readonly Draft[];
}

/** Confidence by arrangement: an order by judgement, not yet calibrated. */
export const QUOTED_CONFIDENCE = 0.95;

export const INVERTED_CONFIDENCE = 0.9;

export const CLAUSE_CONFIDENCE = 0.85;

export const OBJECT_CONFIDENCE = 0.6;

export const PASSIVE_CONFIDENCE = 0.5;

export const SHARED_CONFIDENCE = 0.7;

export interface Left {
  readonly words: Words;
  readonly isQuoted: boolean;
  /** Nothing but the quotation stands there. */
  readonly isWhole: boolean;
}

/** What stands before the reporting clause that begins at `first`, when a comma or quotation mark parts it. */
export function leftOf(reading: Reading, window: Words, first: number): Left | null {
  let to = first;
  const mark = normAt(reading, to - 1);
  if (/^(?:,|--|—|–)$/.test(mark) && quotationAt(reading, to - 1) === null) to -= 1;
  const quotation = quotationAt(reading, to - 1);
  const isQuoted = quotation !== null && quotation.to === to;
  if (!isQuoted && to === first) return null;
  if (to <= window.from) return null;
  const from = Math.min(window.from, quotation?.from ?? window.from);
  const opening = quotationAt(reading, window.from);
  return {
    words: { from: Math.min(from, opening?.from ?? from), to },
    isQuoted,
    isWhole: isQuoted && quotation.from <= window.from,
  };
}

/** What goes on after a reporting clause in the middle: `"…," she said, "…"`. */
export function splitRest({ reading, window, limit }: Place, after: number): Words[] {
  let from = after;
  if (/^[,:—–]$|^--$/.test(normAt(reading, from))) from += 1;
  const to = Math.max(limit, quotationAt(reading, from)?.to ?? 0);
  const quotation = quotationAt(reading, from);
  if (quotation !== null)
    return [{ from, to: Math.max(quotation.to, Math.min(to, lastContentIndex(reading, window))) }];
  if (from === after || from >= to) return [];
  const norm = normAt(reading, from);
  if (
    norm.endsWith('ing') ||
    /^(?:according|which|who|when|as|after|with|in|on|at|during|a|an|adding|citing|while|where|before|speaking)$/.test(
      norm,
    )
  )
    return [];
  return holdsVerb(reading, { from, to }) ? [{ from, to }] : [];
}

export function finish(
  { cue }: Place,
  source: Words | null,
  content: readonly Words[],
  confidence: number,
): Draft | null {
  const kept = content.filter(({ from, to }) => from < to);
  if (kept.length === 0) return null;
  return {
    source: source === null ? null : { from: source.from, to: source.to },
    cue: { from: cue.from, to: cue.to },
    head: cue.head,
    lemma: cue.verb.lemma,
    content: kept,
    stance: cue.verb.stance,
    isNegated: cue.isNegated,
    modal: cue.modal,
    confidence,
    because: `speech-verbs:${cue.verb.lemma}`,
  };
}
