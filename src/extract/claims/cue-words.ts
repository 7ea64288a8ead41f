/** Cue words: where a speech verb is used as a verb, with its auxiliaries, and who its subject is. */

import type { SpeechVerb, VerbForm } from '../../lexicon/speech-verbs.ts';
import { speechFormOf } from '../../lexicon/speech-verbs.ts';
import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import type { Subject } from './phrase-before.ts';
import { subjectBefore } from './phrase-before.ts';
import type { Reading, Words } from './reading.ts';
import {
  AUXILIARY,
  DETERMINER,
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

/** A speech verb in use. `from` and `to` take in auxiliaries, adverbs and particles. */
export interface CueWord extends Words {
  /** Index of the verb itself. */
  readonly head: number;
  readonly verb: SpeechVerb;
  readonly form: VerbForm;
  /** "was told", "is alleged": what stands before it is no speaker. */
  readonly isPassive: boolean;
  /** "adding", "saying": a verb without a subject of its own. */
  readonly isParticiple: boolean;
  readonly isNegated: boolean;
  /** The auxiliary that makes it less than an assertion ("would say"), else null. */
  readonly modal: string | null;
  readonly subject: Subject | null;
}

/** The cue words of `window`, left to right, but for those in quotation marks. */
export function cueWordsIn(reading: Reading, window: Words): CueWord[] {
  const cues: CueWord[] = [];
  for (let at = window.from; at < window.to; at += 1) {
    if (quotationAt(reading, at) !== null) continue;
    const found = speechFormOf(normAt(reading, at));
    if (found === undefined || (isCapital(reading, at) && at !== window.from)) continue;
    for (const verb of found.verbs) {
      const to = afterParticles(reading, at, verb, window.to);
      if (to === null) continue;
      const cue = cueAt(reading, window, at, to, verb, found.form);
      if (cue !== null) cues.push(cue);
      break;
    }
  }
  return cues;
}

/** Index after the verb and its particles, null where they do not follow. */
function afterParticles(reading: Reading, at: number, verb: SpeechVerb, high: number): number | null {
  let to = at + 1;
  for (const particle of verb.particles) {
    if (isAdverb(reading, to) && normAt(reading, to) !== particle && to + 1 < high) to += 1;
    if (to >= high || normAt(reading, to) !== particle) return null;
    to += 1;
  }
  return to;
}

function cueAt(
  reading: Reading,
  window: Words,
  head: number,
  to: number,
  verb: SpeechVerb,
  form: VerbForm,
): CueWord | null {
  const from = groupStart(reading, head, window.from, form);
  const group = { from, to: head };
  const isInfinitive = normAt(reading, head - 1) === 'to' && head - 1 >= window.from;
  // "to say" alone is a purpose or a part of another verb's content; in "went on to say" it is the verb.
  if (isInfinitive && from === head) return null;
  const hasAuxiliary = isInfinitive || anyOf(reading, group, AUXILIARY) || normAt(reading, from) === "'s";
  const isPassive = form === 'past' && isBePassive(reading, group);
  if (!hasAuxiliary && !isVerbUse(reading, window, from, head, form, verb)) return null;
  if (hasAuxiliary && form === 'third') return null;
  const isParticiple = form === 'ing' && !hasAuxiliary;
  return {
    head,
    from,
    to,
    verb,
    form,
    isPassive,
    isParticiple,
    isNegated: anyOf(reading, group, WORD_CLASS.negation),
    modal: modalOf(reading, group),
    subject: isParticiple ? null : subjectBefore(reading, from, window.from),
  };
}

/** Where auxiliaries and adverbs before the verb begin. "went on to say" is one group. */
function groupStart(reading: Reading, head: number, low: number, form: VerbForm): number {
  let from = head;
  if (form === 'base' && normAt(reading, from - 1) === 'to' && from - 1 > low) {
    const lead = normAt(reading, from - 2);
    if (lead === 'on' && /^(?:went|goes|gone|going|go)$/.test(normAt(reading, from - 3))) from -= 3;
    else if (/^(?:continued|continues|continue|seemed|appeared|began|going)$/.test(lead)) from -= 2;
    else return head;
  }
  while (from > low && isGroupWord(reading, from - 1)) from -= 1;
  // A capital adverb opens the sentence: "Later she said".
  while (from < head && isCapital(reading, from)) from += 1;
  return from;
}

function isGroupWord(reading: Reading, at: number): boolean {
  if (quotationAt(reading, at) !== null) return false;
  const norm = normAt(reading, at);
  // After a pronoun it is "is" or "has"; after a noun it is a possessive.
  if (norm === "'s")
    return hasClass(reading, at - 1, WORD_CLASS['pronoun.subject'] | WORD_CLASS['question-word']);
  if (norm === 'that' || norm === 'once' || norm === 'there' || norm === 'so') return false;
  return isAdverb(reading, at) || hasClass(reading, at, AUXILIARY);
}

function anyOf(reading: Reading, { from, to }: Words, bits: number): boolean {
  for (let i = from; i < to; i += 1) if (hasClass(reading, i, bits)) return true;
  return false;
}

function isBePassive(reading: Reading, { from, to }: Words): boolean {
  for (let i = to - 1; i >= from; i -= 1) {
    if (hasClass(reading, i, WORD_CLASS['auxiliary.be'])) return true;
    if (hasClass(reading, i, WORD_CLASS['auxiliary.have'])) return false;
  }
  return false;
}

function modalOf(reading: Reading, { from, to }: Words): string | null {
  for (let i = from; i < to; i += 1)
    if (hasClass(reading, i, WORD_CLASS['auxiliary.modal'])) return normAt(reading, i);
  return null;
}

/** Whether a form without auxiliaries is a verb here and not a noun ("the report") or an adjective ("alleged plot"). */
function isVerbUse(
  reading: Reading,
  window: Words,
  from: number,
  head: number,
  form: VerbForm,
  verb: SpeechVerb,
): boolean {
  const before = from - 1;
  if (form === 'ing') return isParticipleUse(reading, window, from);
  if (
    before < window.from ||
    (verb.class === 'question' && /^(?:when|if|whenever)$/.test(normAt(reading, before)))
  ) {
    return form === 'past' && verb.class === 'question';
  }
  const norm = normAt(reading, before);
  if (hasClass(reading, before, DETERMINER)) {
    const subjects = form === 'third' ? SINGULAR_PRONOUN : form === 'base' ? PLURAL_PRONOUN : ANY_PRONOUN;
    return subjects.test(norm) && (form === 'past' || takesFollow(reading, head + 1));
  }
  if (hasClass(reading, before, WORD_CLASS.number) || /^\d/.test(norm))
    return form === 'past' && !isPlainNoun(reading, head + 1);
  if (norm === "'s" || norm === "'") return false;
  // "include pledged delegates": after a verb in the present a participle is an adjective.
  if (form === 'past' && hasClass(reading, before, WORD_CLASS['verb.base'] | WORD_CLASS['verb.present']))
    return false;
  if (hasClass(reading, before, WORD_CLASS.preposition) && norm !== 'on' && !isCapital(reading, before))
    return false;
  if (form === 'past') return isPastUse(reading, head, norm);
  return form === 'third'
    ? isThirdUse(reading, window, before, head)
    : isBaseUse(reading, window, before, head);
}

/** Determiners that can be a subject by themselves: "This shows", "others say", "all agreed". */
const SINGULAR_PRONOUN = /^(?:this|that)$/;
const PLURAL_PRONOUN = /^(?:these|those|some|many|most|both|all|few|several|that)$/;
const ANY_PRONOUN =
  /^(?:this|that|these|those|some|many|most|both|all|few|several|another|each|neither|either|none|half)$/;

function isPastUse(reading: Reading, head: number, before: string): boolean {
  // "the alleged plot", "reported cases": an adjective has its noun right after it and no subject before.
  if (normAt(reading, head) === 'alleged' && isPlainNoun(reading, head + 1)) return false;
  return normAt(reading, head + 1) !== 'by' && before !== '-';
}

/** "-s" is a verb after a singular subject and before what a verb takes; else it is a plural noun. */
function isThirdUse(reading: Reading, window: Words, before: number, head: number): boolean {
  const norm = normAt(reading, head);
  if (/^(?:says|tells|argues|insists|adds|writes|denies|admits|warns|asks)$/.test(norm)) return true;
  if (hasClass(reading, before, WORD_CLASS['pronoun.subject'] | WORD_CLASS.relative)) return true;
  if (isPastLike(reading, before)) return false;
  if (!isCapital(reading, before) && normAt(reading, before).endsWith('s')) return false;
  return takesFollow(reading, head + 1) || endsReport(reading, window, before, head);
}

/** How long the subject of a reporting clause at the end of a sentence may be. */
const LONGEST_ENDING_TOKENS = 8;

/** "…, the agency reports.": a comma or quotation mark before the subject, a stop after the verb. */
function endsReport(reading: Reading, window: Words, before: number, head: number): boolean {
  if (!/^[.,]?$/.test(normAt(reading, head + 1))) return false;
  for (let i = before; i > Math.max(window.from, before - LONGEST_ENDING_TOKENS); i -= 1) {
    if (normAt(reading, i) === ',' || quotationAt(reading, i) !== null) return true;
    if (hasClass(reading, i, WORD_CLASS.preposition)) return false;
  }
  return false;
}

/** A base form is a verb after a plural subject: "officials say", "they claim". */
function isBaseUse(reading: Reading, window: Words, before: number, head: number): boolean {
  if (normAt(reading, before) === 'to') return false;
  const norm = normAt(reading, before);
  if (/^(?:they|we|i|you|who|people|police|percent|many|some|both|others|most|all|which|that)$/.test(norm))
    return true;
  if (/^(?:say|argue|insist|tell|deny|believe)$/.test(normAt(reading, head)))
    return isWord(reading, before) || norm === ',';
  if (!isWord(reading, before) || !norm.endsWith('s')) return false;
  return takesFollow(reading, head + 1) || endsReport(reading, window, before, head);
}

/** Whether what a speech verb takes begins here: a clause, a name, a determiner, a quotation. */
function takesFollow(reading: Reading, at: number): boolean {
  if (quotationAt(reading, at) !== null) return true;
  const norm = normAt(reading, at);
  if (/^(?:that|to|:|how|why|whether|what|for|on)$/.test(norm)) return true;
  if (hasClass(reading, at, WORD_CLASS['pronoun.subject'] | WORD_CLASS['pronoun.object'] | DETERMINER))
    return true;
  if (isFinite(reading, at)) return false;
  return isCapital(reading, at) || isPlainNoun(reading, at);
}

function isPlainNoun(reading: Reading, at: number): boolean {
  return (
    isWord(reading, at) &&
    isOpenClass(reading, at) &&
    !isPastLike(reading, at) &&
    !normAt(reading, at).endsWith('ing')
  );
}

/** "-ing" is a verb after a comma, a quotation, a noun or "while"; after "the" or "of" it is a noun. */
function isParticipleUse(reading: Reading, window: Words, from: number): boolean {
  const before = from - 1;
  if (before < window.from) return true;
  const norm = normAt(reading, before);
  if (/^(?:,|while|when|by|and|but|--|-|—|–|without|in|after|before)$/.test(norm)) return true;
  if (quotationAt(reading, before) !== null) return true;
  if (norm === "'s" || norm === "'") return false;
  if (!isWord(reading, before) || hasClass(reading, before, DETERMINER | WORD_CLASS.preposition))
    return false;
  return !isFinite(reading, before);
}
