/** Claims by speech verbs: the arrangements of source, cue and content that news uses. */

import { WORD_CLASS } from '../../lexicon/word-classes.ts';
import { afterSetting, holdsVerb, lastContentIndex, objectEnd } from './contents.ts';
import type { CueWord } from './cue-words.ts';
import { cueWordsIn } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { chunkEnd, subjectAfter, subjectBefore } from './noun-phrases.ts';
import type { Reading, Words } from './reading.ts';
import {
  firstAtOrAfter,
  hasClass,
  isCapital,
  isAdverb,
  isFinite,
  isPastLike,
  isTime,
  isWord,
  normAt,
  quotationAt,
} from './reading.ts';

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

interface Place {
  readonly reading: Reading;
  readonly window: Words;
  readonly cue: CueWord;
  /** Index that the content to the right does not pass. */
  readonly limit: number;
  readonly earlier: readonly Draft[];
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

/** Confidence by arrangement, ordered as the arrangements proved right on news that was held back. */
const QUOTED_CONFIDENCE = 0.95;
const INVERTED_CONFIDENCE = 0.9;
const CLAUSE_CONFIDENCE = 0.85;
const OBJECT_CONFIDENCE = 0.6;
const PASSIVE_CONFIDENCE = 0.5;
const SHARED_CONFIDENCE = 0.7;

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

/** "Asked about the raid, he …", "when asked whether …": a question that nobody is named for. */
function askedDraft(place: Place): Draft | null {
  const { reading, window, cue } = place;
  const before = normAt(reading, cue.from - 1);
  const isFronted = cue.from <= window.from || /^(?:when|if|whenever|once)$/.test(before);
  if (cue.verb.class !== 'question' || cue.form !== 'past' || !isFronted) return null;
  let comma = cue.to;
  while (comma < place.limit && (normAt(reading, comma) !== ',' || quotationAt(reading, comma) !== null))
    comma += 1;
  const source = normAt(reading, cue.to) === 'by' ? subjectAfter(reading, cue.to + 1, comma) : null;
  const asked = { ...place, limit: comma };
  const found = rightContent(asked, afterSetting(reading, source?.to ?? cue.to, comma, false));
  return found === null
    ? null
    : finish({ ...asked, cue: found.cue }, source, [found.words], OBJECT_CONFIDENCE);
}

function startsClause(reading: Reading, at: number, to: number): boolean {
  return normAt(reading, at) === 'that' || holdsVerb(reading, { from: at, to });
}

/** Whether a quotation follows a comma or colon: `said, "…"`. After a quotation it goes on with the first one. */
function opensQuotation(reading: Reading, at: number, isSplit: boolean): boolean {
  const quotation = quotationAt(reading, at);
  return !isSplit && quotation !== null && quotation.from === at;
}

interface Left {
  readonly words: Words;
  readonly isQuoted: boolean;
  /** Nothing but the quotation stands there. */
  readonly isWhole: boolean;
}

/** What stands before the reporting clause that begins at `first`, when a comma or quotation mark parts it. */
function leftOf(reading: Reading, window: Words, first: number): Left | null {
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
function splitRest({ reading, window, limit }: Place, after: number): Words[] {
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

interface Right {
  readonly cue: CueWord;
  readonly words: Words;
  readonly confidence: number;
}

/** What the verb takes to its right, from `after` (past setting and addressee). */
function rightContent({ reading, cue, limit }: Place, after: number): Right | null {
  const { verb } = cue;
  let from = after;
  let next = cue;
  const preposition = normAt(reading, cue.to);
  if (verb.prepositions.has(preposition)) {
    from = cue.to + 1;
    if (
      from < limit &&
      (quotationAt(reading, from) !== null ||
        isWord(reading, from) ||
        hasClass(reading, from, WORD_CLASS.article))
    ) {
      next = { ...cue, to: from };
      return {
        cue: next,
        words: { from, to: objectEnd(reading, from, limit) },
        confidence: OBJECT_CONFIDENCE,
      };
    }
  }
  if (normAt(reading, from) === ':') {
    from += 1;
    if (after === cue.to) next = { ...cue, to: from };
  } else if (normAt(reading, from) === ',') {
    from += 1;
    if (!verb.takesQuote && !verb.takesClause) return null;
  }
  if (from >= limit) return normAt(reading, from - 1) === ':' ? nextBlock(reading, next, from) : null;
  const quotation = quotationAt(reading, from);
  if (
    quotation !== null &&
    quotation.from === from &&
    (verb.takesQuote || verb.takesClause || verb.takesObject)
  ) {
    return {
      cue: next,
      words: { from, to: quotedEnd(reading, quotation, limit) },
      confidence: QUOTED_CONFIDENCE,
    };
  }
  // "what observers said was the worst flood": the verb "be" only joins the two.
  const isCleft = cue.subject !== null && normAt(reading, cue.subject.from - 1) === 'what';
  if (isCleft && /^(?:is|was|are|were)$/.test(normAt(reading, from))) {
    return { cue: next, words: { from: from + 1, to: limit }, confidence: CLAUSE_CONFIDENCE };
  }
  const words = { from, to: limit };
  const norm = normAt(reading, from);
  if (verb.takesClause && /^(?:that|whether|if|how|why|what|who|where|when|which)$/.test(norm))
    return { cue: next, words, confidence: CLAUSE_CONFIDENCE };
  if (norm === 'to' || (norm === 'not' && normAt(reading, from + 1) === 'to')) {
    if (!verb.takesInfinitive) return null;
    return { cue: next, words: { from, to: objectEnd(reading, from, limit) }, confidence: CLAUSE_CONFIDENCE };
  }
  if (verb.takesClause && !verb.needsThat && holdsVerb(reading, { from, to: limit }))
    return { cue: next, words, confidence: CLAUSE_CONFIDENCE };
  const object = isTime(reading, cue.to) ? after : cue.to;
  if (verb.needsComplement && !hasComplement(reading, object, limit)) return null;
  if (verb.takesObject && object < limit && !isAdverb(reading, object) && beginsObject(reading, object)) {
    return {
      cue,
      words: { from: object, to: objectEnd(reading, object, limit) },
      confidence: OBJECT_CONFIDENCE,
    };
  }
  return null;
}

/** "He said:" at the end of a paragraph: the next paragraph, or the quotation that begins it. */
function nextBlock(reading: Reading, cue: CueWord, from: number): Right | null {
  const block = reading.blocks[firstAtOrAfter(reading.blocks, from)];
  if (block === undefined || block.from !== from) return null;
  const quotation = quotationAt(reading, from);
  return {
    cue,
    words: quotation ?? block,
    confidence: quotation === null ? SHARED_CONFIDENCE : QUOTED_CONFIDENCE,
  };
}

/** "called the vote a sham", "called him a liar"; "called her brother at noon" says nothing of him. */
function hasComplement(reading: Reading, from: number, limit: number): boolean {
  const end = chunkEnd(reading, from, limit);
  const isNamed = hasClass(reading, from, WORD_CLASS['pronoun.object'] | WORD_CLASS['pronoun.possessive']);
  const isBare =
    end >= limit || (hasClass(reading, end, WORD_CLASS.preposition) && normAt(reading, end) !== 'as');
  return !(isBare && (isNamed || (isCapital(reading, from) && isCapital(reading, end - 1))));
}

function beginsObject(reading: Reading, at: number): boolean {
  if (quotationAt(reading, at) !== null) return true;
  if (!isWord(reading, at)) return normAt(reading, at) === '$';
  return (
    !hasClass(
      reading,
      at,
      WORD_CLASS.preposition |
        WORD_CLASS['conjunction.coordinating'] |
        WORD_CLASS['conjunction.subordinating'],
    ) || hasClass(reading, at, WORD_CLASS.determiner | WORD_CLASS['pronoun.object'])
  );
}

/** A quotation that ends the thought ends the content; one in the middle of a clause lets the clause go on. */
function quotedEnd(reading: Reading, quotation: Words, limit: number): number {
  const inner = normAt(reading, quotation.to - 2);
  const next = normAt(reading, quotation.to);
  const isWhole = /^[.,?!…]+$/.test(inner) || /^[.,;:]$/.test(next);
  return isWhole ? quotation.to : Math.max(quotation.to, limit);
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

/** "…, adding that …", "a statement saying …": the subject is the source before, or the noun right before. */
function participleDraft(place: Place): Draft | null {
  const { reading, window, cue } = place;
  const before = normAt(reading, cue.from - 1);
  const isAttached =
    cue.from > window.from &&
    isWord(reading, cue.from - 1) &&
    !/^(?:while|when|by|and|but|without|in|after|before)$/.test(before);
  const noun = isAttached ? subjectBefore(reading, cue.from, window.from) : null;
  // "sent a letter saying …": who sent it says it.
  const isObject =
    noun !== null &&
    noun.from > window.from &&
    (isPastLike(reading, noun.from) ||
      isPastLike(reading, noun.from - 1) ||
      isFinite(reading, noun.from - 1));
  const source = noun === null || isObject ? sharedSource(place) : noun;
  if (source === null) return null;
  const after = afterSetting(reading, cue.to, window.to, cue.verb.takesAddressee);
  const found = rightContent(place, after);
  if (found === null) return null;
  return finish(
    { ...place, cue: found.cue },
    source,
    [found.words],
    Math.min(found.confidence, SHARED_CONFIDENCE),
  );
}

/** "was accused of …", "it was reported that …": nobody is named unless "by" does. */
function passiveDraft(place: Place): Draft | null {
  const { reading, cue, window, limit } = place;
  const isBy = normAt(reading, cue.to) === 'by';
  const byEnd = isBy ? chunkEnd(reading, cue.to + 1, window.to) : cue.to;
  const source = byEnd > cue.to + 1 ? { from: cue.to + 1, to: byEnd } : null;
  const after = afterSetting(reading, source?.to ?? cue.to, window.to, false);
  const subject = cue.subject;
  const left = subject === null ? null : leftOf(reading, window, subject.from);
  const isDone = after >= limit || /^[.,;]$/.test(normAt(reading, after));
  // "…, it was reported."
  if (left !== null && isDone && cue.verb.takesClause && (left.isQuoted || holdsVerb(reading, left.words))) {
    return finish(place, source, [left.words], PASSIVE_CONFIDENCE);
  }
  const isJudged = cue.verb.class === 'judge' && cue.subject !== null;
  const found = rightContent(place, after);
  if (isJudged && source !== null) {
    const rest = { from: source.to, to: objectEnd(reading, source.to, limit) };
    return finish(
      { ...place, cue: { ...cue, to: cue.to + 1 } },
      source,
      [cue.subject, rest],
      PASSIVE_CONFIDENCE,
    );
  }
  // "was accused of shelling a market": the preposition links, who is accused belongs to the content.
  if (isJudged && /^(?:of|for|as|over)$/.test(normAt(reading, cue.to)) && cue.to + 1 < limit) {
    const rest = { from: cue.to + 1, to: objectEnd(reading, cue.to + 1, limit) };
    return finish(
      { ...place, cue: { ...cue, to: cue.to + 1 } },
      null,
      [cue.subject, rest],
      PASSIVE_CONFIDENCE,
    );
  }
  if (found === null || (found.confidence < CLAUSE_CONFIDENCE && !isJudged)) return null;
  const content = isJudged ? [cue.subject, found.words] : [found.words];
  return finish({ ...place, cue: found.cue }, source, content, PASSIVE_CONFIDENCE);
}

/** How far into a sentence its first verb with a subject is looked for. */
const LONGEST_OPENING_TOKENS = 60;

/** The source of the nearest claim before in the sentence, else the sentence's first subject. */
function sharedSource({ reading, window, cue, earlier }: Place): Words | null {
  const before = normAt(reading, cue.from - 1);
  const isJoined = cue.isParticiple || /^(?:and|but|,|then|or)$/.test(before);
  if (!isJoined) return null;
  const nearest = earlier[earlier.length - 1];
  if (nearest?.source !== undefined && nearest.source !== null) return nearest.source;
  const last = Math.min(cue.from, window.from + LONGEST_OPENING_TOKENS);
  for (let i = window.from + 1; i < last; i += 1) {
    if (quotationAt(reading, i) !== null) continue;
    if (!isFinite(reading, i) && !isPastLike(reading, i)) continue;
    const subject = subjectBefore(reading, i, window.from);
    if (subject !== null && subject.kind !== 'relative') return subject;
  }
  return null;
}

function finish(
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
