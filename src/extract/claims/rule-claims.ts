/** Claims that no verb makes: "according to", speakers' labels, "reportedly". */

import type { ClaimRule } from '../../lexicon/claim-rules.ts';
import { claimRulesOf } from '../../lexicon/claim-rules.ts';
import { sourceNounOf } from '../../lexicon/source-words.ts';
import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { holdsVerb, lastContentIndex } from './contents.ts';
import type { Draft } from './draft.ts';
import { subjectAfter } from './phrase-after.ts';
import { phraseStart } from './phrase-before.ts';
import type { Reading, Words } from './reading.ts';
import {
  AUXILIARY,
  firstAtOrAfter,
  hasClass,
  isAdverb,
  isCapital,
  isFinite,
  isOpenClass,
  isPastLike,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

/** The claims that rules of `claim-rules.tsv` make in one sentence; `block` is the block that holds it. */
export function ruleClaims(reading: Reading, window: Words, block: Words): Draft[] {
  const drafts: Draft[] = [];
  for (let at = window.from; at < window.to; at += 1) {
    if (quotationAt(reading, at) !== null) continue;
    for (const rule of claimRulesOf(normAt(reading, at))) {
      const draft = draftOf(reading, window, block, at, rule);
      if (draft !== null) drafts.push(draft);
    }
  }
  return drafts;
}

function draftOf(reading: Reading, window: Words, block: Words, at: number, rule: ClaimRule): Draft | null {
  if (rule.words.some((word, i) => normAt(reading, at + i) !== word)) return null;
  if (rule.form === 'label') return labelled(reading, block, at, rule);
  return rule.form === 'adverb' ? hedged(reading, window, at, rule) : attributed(reading, window, at, rule);
}

const ATTRIBUTED_CONFIDENCE = 0.9;
const HEDGED_CONFIDENCE = 0.5;
const LABELLED_CONFIDENCE = 0.8;
/** A label of which only the rest of the text can say whether it is a speaker. */
export const SURMISED_CONFIDENCE = 0.45;

/** "According to SOURCE, CONTENT" and "CONTENT, according to SOURCE". */
function attributed(reading: Reading, window: Words, at: number, rule: ClaimRule): Draft | null {
  const end = lastContentIndex(reading, window);
  const cue = { from: at, to: at + rule.words.length };
  const isFronted =
    at === window.from ||
    (at === window.from + 1 && !isWord(reading, window.from)) ||
    opensClause(reading, at);
  const source = isFronted ? frontedSource(reading, cue.to, end) : subjectAfter(reading, cue.to, end);
  if (source === null) return null;
  const content: Words[] = [];
  if (!isFronted)
    content.push({ from: leftStart(reading, window, at), to: normAt(reading, at - 1) === ',' ? at - 1 : at });
  const comma =
    normAt(reading, source.to) === ','
      ? source.to
      : normAt(reading, source.to - 1) === ','
        ? source.to - 1
        : null;
  if (comma !== null && comma + 1 < end && (isFronted || goesOn(reading, comma + 1, end)))
    content.push({ from: comma + 1, to: end });
  return made(rule, source, cue, content, ATTRIBUTED_CONFIDENCE);
}

/** Where a clause before is parted from this one: "X fell, but according to Y, Z rose". */
function opensClause(reading: Reading, at: number): boolean {
  return /^(?:but|and|while|although|though|that|because)$/.test(normAt(reading, at - 1));
}

function leftStart(reading: Reading, window: Words, at: number): number {
  const quotation = quotationAt(reading, window.from);
  const from = Math.min(window.from, quotation?.from ?? window.from);
  for (let i = at - 2; i > window.from; i -= 1)
    if (normAt(reading, i) === ';' && quotationAt(reading, i) === null) return i + 1;
  return from;
}

/** The source of a fronted rule ends at the comma before a clause; a description between commas belongs to it. */
function frontedSource(reading: Reading, from: number, end: number): Words | null {
  let comma = from;
  while (comma < end && (normAt(reading, comma) !== ',' || quotationAt(reading, comma) !== null)) comma += 1;
  if (comma >= end) return subjectAfter(reading, from, end);
  const next = comma + 1;
  const isDescription =
    hasClass(reading, next, WORD_CLASS.article) || /^(?:who|which|whose)$/.test(normAt(reading, next));
  if (!isDescription) return { from, to: comma };
  let close = next;
  while (close < end && normAt(reading, close) !== ',') close += 1;
  const isClause =
    holdsVerb(reading, { from: next + 1, to: close }) && !/^(?:who|which|whose)$/.test(normAt(reading, next));
  return close < end && !isClause ? { from, to: close } : { from, to: comma };
}

function goesOn(reading: Reading, from: number, end: number): boolean {
  const norm = normAt(reading, from);
  if (norm.endsWith('ing') || /^(?:who|which|whose|a|an)$/.test(norm)) return false;
  return holdsVerb(reading, { from, to: end });
}

/** The longest row of words before a colon that is read as a speaker's name. */
const LONGEST_LABEL_TOKENS = 8;
/** Fewer words after a colon are a table's cell. */
const SHORTEST_LABELLED_TOKENS = 3;

/** `NAME: words` at the head of a paragraph, as headlines, interviews and transcripts are set. */
function labelled(reading: Reading, block: Words, at: number, rule: ClaimRule): Draft | null {
  const isQuoted = quotationAt(reading, at + 1)?.from === at + 1;
  const from =
    at - block.from <= LONGEST_LABEL_TOKENS
      ? block.from
      : isQuoted
        ? nameBefore(reading, at, block.from)
        : null;
  if (from === null || from >= at || at + SHORTEST_LABELLED_TOKENS >= block.to) return null;
  const label = labelOf(reading, { from, to: at });
  if (label === null) return null;
  const isSpeaker =
    label.names > 1 || label.isRole || isQuoted || (label.isLoud && hasLabelNear(reading, block));
  // One word and a colon may be a heading ("Gaza: …"); who speaks elsewhere in the text is a speaker here.
  if (!isSpeaker && from !== reading.blocks[0]?.from) return null;
  const content = { from: at + 1, to: lastContentIndex(reading, block) };
  const confidence = isQuoted ? ATTRIBUTED_CONFIDENCE : isSpeaker ? LABELLED_CONFIDENCE : SURMISED_CONFIDENCE;
  return made(rule, { from, to: at }, { from: at, to: at + 1 }, [content], confidence);
}

/** A name after a dash or another mark, right before a colon and a quotation. */
function nameBefore(reading: Reading, at: number, low: number): number | null {
  const from = phraseStart(reading, at, low);
  const isApart = from !== null && from > low && !isWord(reading, from - 1);
  return isApart && isCapital(reading, from) && isCapital(reading, at - 1) ? from : null;
}

interface Label {
  readonly names: number;
  /** All in capitals, as in transcripts. */
  readonly isLoud: boolean;
  /** "Poll", "Police": a word for a source. */
  readonly isRole: boolean;
}

/** What the words before a colon are as a label; null where they are none. */
function labelOf(reading: Reading, { from, to }: Words): Label | null {
  if (hasClass(reading, from, WORD_CLASS.article)) return null;
  let names = 0;
  let isLoud = true;
  let isRole = false;
  for (let i = from; i < to; i += 1) {
    const token = reading.tokens[i];
    if (token === undefined || quotationAt(reading, i) !== null) return null;
    if (!isWord(reading, i)) continue;
    const form = reading.text.slice(token.start, token.end);
    if (!/^\p{Lu}/u.test(form) && !/^(?:of|and|the|for|de|van|von|al|bin)$/.test(token.norm)) return null;
    if (isFinite(reading, i) || (to - from === 1 && !isOpenClass(reading, i))) return null;
    if (/^\p{Lu}/u.test(form)) names += 1;
    if (/\p{Ll}/u.test(form)) isLoud = false;
    isRole ||= sourceNounOf(token.norm) !== undefined;
  }
  return names === 0 ? null : { names, isLoud, isRole };
}

/** How many paragraphs on either side are searched for another label. */
const LABEL_REACH_BLOCKS = 4;

/** Whether a paragraph nearby begins with a label too: a transcript has many, a dateline ("KUWAIT:") stands alone. */
function hasLabelNear(reading: Reading, block: Words): boolean {
  const here = firstAtOrAfter(reading.blocks, block.from);
  for (let i = here - LABEL_REACH_BLOCKS; i <= here + LABEL_REACH_BLOCKS; i += 1) {
    const other = reading.blocks[i];
    if (other === undefined || i === here) continue;
    for (let at = other.from + 1; at < Math.min(other.to, other.from + 4); at += 1)
      if (normAt(reading, at) === ':') return true;
  }
  return false;
}

/** "The general has reportedly fled": nobody is named, and the clause around the word is what is told. */
function hedged(reading: Reading, window: Words, at: number, rule: ClaimRule): Draft | null {
  if (!nearVerb(reading, at)) return null;
  let verb = at;
  while (verb > window.from && (isAdverb(reading, verb - 1) || hasClass(reading, verb - 1, AUXILIARY)))
    verb -= 1;
  const subject = phraseStart(reading, verb, window.from) ?? verb;
  const before = {
    from: normAt(reading, subject - 1) === ',' || subject < window.from ? subject : subject,
    to: at,
  };
  const after = { from: at + 1, to: clauseEnd(reading, at + 1, lastContentIndex(reading, window)) };
  return made(rule, null, { from: at, to: at + 1 }, [before, after], HEDGED_CONFIDENCE);
}

function nearVerb(reading: Reading, at: number): boolean {
  return (
    isFinite(reading, at + 1) ||
    isPastLike(reading, at + 1) ||
    isFinite(reading, at - 1) ||
    normAt(reading, at + 1).endsWith('ing')
  );
}

function clauseEnd(reading: Reading, from: number, end: number): number {
  for (let i = from; i < end; i += 1)
    if (/^[,;]$/.test(normAt(reading, i)) && quotationAt(reading, i) === null) return i;
  return end;
}

function made(
  rule: ClaimRule,
  source: Words | null,
  cue: Words,
  content: readonly Words[],
  confidence: number,
): Draft | null {
  const kept = content.filter(({ from, to }) => from < to);
  if (kept.length === 0) return null;
  return {
    source: source === null ? null : { from: source.from, to: source.to },
    cue,
    head: cue.from,
    lemma: rule.words.join(' '),
    content: kept,
    stance: rule.stance,
    isNegated: false,
    modal: null,
    confidence,
    because: `claim-rules:${rule.name}`,
  };
}
