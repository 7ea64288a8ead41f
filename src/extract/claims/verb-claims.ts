/** Claims by speech verbs: the arrangements of source, cue and content that news uses. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { afterSetting, holdsVerb, lastContentIndex } from './contents.ts';
import type { CueWord } from './cue-words.ts';
import { cueWordsIn } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { subjectAfter } from './phrase-after.ts';
import type { Reading, Words } from './reading.ts';
import { hasClass, isFinite, isPastLike, normAt, quotationAt } from './reading.ts';
import type { Place } from './place.ts';
import {
  QUOTED_CONFIDENCE,
  INVERTED_CONFIDENCE,
  CLAUSE_CONFIDENCE,
  SHARED_CONFIDENCE,
  leftOf,
  splitRest,
  finish,
} from './place.ts';
import { rightContent } from './right-content.ts';
import { askedDraft, participleDraft, passiveDraft, sharedSource } from './subjectless-claims.ts';

/** The claims that the speech verbs of one sentence make. */
export function verbClaims(reading: Reading, window: Words): Draft[] {
  const cues = cueWordsIn(reading, window);
  const starts = cues.map((cue) => clauseStart(reading, window, cue));
  const end = lastContentIndex(reading, window);
  const drafts: Draft[] = [];
  for (const [i, cue] of cues.entries()) {
    const start = starts.find((at, j) => j > i && at !== null && at > cue.to);
    const draft = draftOf({ reading, window, cue, limit: start ?? end, earlier: drafts });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** Index of the comma or conjunction that parts the cue's clause from the one before; null where none does. */
function clauseStart(reading: Reading, window: Words, cue: CueWord): number | null {
  const first = cue.subject?.from ?? cue.from;
  let at = first - 1;
  if (at <= window.from) return null;
  const norm = normAt(reading, at);
  if (cue.isParticiple) {
    if (/^(?:and|but|while|by)$/.test(norm)) at -= 1;
    return normAt(reading, at) === ',' ? at : endsWithComma(reading, at);
  }
  if (cue.subject?.kind === 'relative') return null;
  if (cue.subject === null) {
    if (norm === ',' && cue.form !== 'base') return at;
    if (norm !== 'and' && norm !== 'but') return null;
    return normAt(reading, at - 1) === ',' ? at - 1 : at;
  }
  if (norm === ';') return at;
  // "Although he admitted …, he claimed …": the clause in front ends with the comma.
  if (FRONTED.test(normAt(reading, window.from))) {
    if (norm === ',') return at;
    const quoted = endsWithComma(reading, at);
    if (quoted !== null) return quoted;
  }
  if (/^(?:and|but|while|although|though|whereas)$/.test(norm) && normAt(reading, at - 1) === ',')
    return at - 1;
  return null;
}

const FRONTED =
  /^(?:although|though|while|when|after|before|as|if|because|since|asked|despite|in|by|whereas)$/;

/** `…,” he claimed`: index after a quotation that ends with a comma, null where none does. */
function endsWithComma(reading: Reading, at: number): number | null {
  const quotation = quotationAt(reading, at);
  return quotation?.to === at + 1 && normAt(reading, at - 1) === ',' ? at + 1 : null;
}

function draftOf(place: Place): Draft | null {
  const { cue } = place;
  if (cue.isPassive) return passiveDraft(place);
  if (cue.isParticiple) return participleDraft(place);
  return invertedDraft(place) ?? activeDraft(place);
}

/** `"…," said Ana Ruiz, who runs the port.` */
function invertedDraft(place: Place): Draft | null {
  const { reading, window, cue } = place;
  if (cue.from !== cue.head || (cue.form !== 'past' && cue.form !== 'third')) return null;
  if (!cue.verb.takesQuote && !cue.verb.takesClause) return null;
  const left = leftOf(reading, window, cue.from);
  if (left === null) return null;
  // "…," Ana Ruiz, the mayor, told a radio: the name with its description stands before the verb.
  if (!left.isQuoted && cue.subject !== null && precedesName(reading, window, cue.subject.from)) return null;
  const source = subjectAfter(reading, cue.to, lastContentIndex(reading, window));
  if (source === null) return null;
  const after = afterSetting(reading, source.to, window.to, false);
  const isDone =
    after >= window.to ||
    /^(?:[.,;:?!—–]+|--|who|as|when|while|after|before|during|following)$/.test(normAt(reading, after)) ||
    quotationAt(reading, after) !== null ||
    normAt(reading, source.to - 1) === ',';
  // "Lund, the owner, said the ship sank": a comma alone does not turn the order round.
  if (!left.isQuoted && (!isDone || !holdsVerb(reading, left.words))) return null;
  const rest = normAt(reading, source.to - 1) === ',' ? source.to - 1 : after;
  return finish(place, source, [left.words, ...splitRest(place, rest)], INVERTED_CONFIDENCE);
}

/** Whether the phrase at `from` begins the sentence or follows a quotation, as the subject of a reporting clause does. */
function precedesName(reading: Reading, window: Words, from: number): boolean {
  if (from <= window.from) return true;
  if (normAt(reading, from - 1) === ',' && quotationAt(reading, from - 2) !== null) return true;
  return quotationAt(reading, from - 1) !== null;
}

function activeDraft(place: Place): Draft | null {
  const { reading, window, cue } = place;
  const subject = cue.subject;
  const source = subject ?? sharedSource(place);
  if (source === null) return askedDraft(place);
  if (isReduced(place)) return null;
  const first = subject === null ? cue.from : subject.from;
  const asAt = normAt(reading, first - 1) === 'as' ? first - 1 : null;
  if (asAt !== null && asAt >= window.from) return asDraft(place, source, asAt);
  const left = subject === null || subject.kind === 'relative' ? null : leftOf(reading, window, first);
  const after = afterSetting(reading, cue.to, window.to, cue.verb.takesAddressee);
  const isDone =
    after >= place.limit ||
    (/^[,;.—–]+$|^--$/.test(normAt(reading, after)) &&
      !opensQuotation(reading, after + 1, left?.isQuoted ?? false));
  const takesSpeech = cue.verb.takesQuote || cue.verb.takesClause;
  if (left !== null && takesSpeech && (left.isQuoted || (isDone && holdsVerb(reading, left.words)))) {
    const isOpen = isDone || quotationAt(reading, after) !== null || normAt(reading, after) === ':';
    const confidence = left.isQuoted ? QUOTED_CONFIDENCE : CLAUSE_CONFIDENCE;
    if (isOpen) return finish(place, source, [left.words, ...splitRest(place, after)], confidence);
    if (left.isWhole || !startsClause(reading, after, place.limit))
      return finish(place, source, [left.words], confidence);
  }
  // "The ship, officials said, sank": the clause around is what was said.
  if (left !== null && takesSpeech && isDone && normAt(reading, after) === ',') {
    const rest = splitRest(place, after);
    if (rest.length > 0) return finish(place, source, [left.words, ...rest], CLAUSE_CONFIDENCE);
  }
  const found = rightContent(place, after);
  if (found === null) return null;
  const confidence = subject === null ? Math.min(found.confidence, SHARED_CONFIDENCE) : found.confidence;
  return finish({ ...place, cue: found.cue }, source, [found.words], confidence);
}

/** "launched a campaign called Dawn": a participle after the object of another verb, and no verb of its own. */
function isReduced({ reading, window, cue }: Place): boolean {
  if (cue.form !== 'past' || cue.verb.takesClause || cue.from !== cue.head || cue.subject?.kind !== 'phrase')
    return false;
  const before = cue.subject.from - 1;
  if (before < window.from || normAt(reading, before) === 'as') return false;
  return (
    isFinite(reading, before) ||
    isPastLike(reading, before) ||
    hasClass(reading, before, WORD_CLASS.preposition)
  );
}

function startsClause(reading: Reading, at: number, to: number): boolean {
  return normAt(reading, at) === 'that' || holdsVerb(reading, { from: at, to });
}

/** Whether a quotation follows a comma or colon: `said, "…"`. After a quotation it goes on with the first one. */
function opensQuotation(reading: Reading, at: number, isSplit: boolean): boolean {
  const quotation = quotationAt(reading, at);
  return !isSplit && quotation !== null && quotation.from === at;
}

/** "as Ruiz said on Monday": the other clause of the sentence is what was said. */
function asDraft(place: Place, source: Words, asAt: number): Draft | null {
  const { reading, window, cue } = place;
  if (!cue.verb.takesClause && !cue.verb.takesQuote) return null;
  let comma = cue.to;
  while (comma < window.to && normAt(reading, comma) !== ',') comma += 1;
  const to = lastContentIndex(reading, window);
  if (asAt <= window.from + 1) {
    return comma + 1 < to ? finish(place, source, [{ from: comma + 1, to }], CLAUSE_CONFIDENCE) : null;
  }
  if (normAt(reading, asAt - 1) !== ',' && quotationAt(reading, asAt - 1) === null) return null;
  const content: Words[] = [{ from: window.from, to: normAt(reading, asAt - 1) === ',' ? asAt - 1 : asAt }];
  if (comma + 1 < to) content.push({ from: comma + 1, to });
  return finish(place, source, content, CLAUSE_CONFIDENCE);
}
