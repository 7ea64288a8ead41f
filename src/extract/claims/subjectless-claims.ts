/** Claims whose verb has no subject of its own: "adding that", "was accused of", "asked about". */

import { afterSetting, holdsVerb, objectEnd } from './contents.ts';
import type { Draft } from './draft.ts';
import { chunkEnd, subjectAfter } from './phrase-after.ts';
import { subjectBefore } from './phrase-before.ts';
import type { Words } from './reading.ts';
import { isFinite, isPastLike, isWord, normAt, quotationAt } from './reading.ts';
import type { Place } from './place.ts';
import {
  CLAUSE_CONFIDENCE,
  OBJECT_CONFIDENCE,
  PASSIVE_CONFIDENCE,
  SHARED_CONFIDENCE,
  leftOf,
  finish,
} from './place.ts';
import { rightContent } from './right-content.ts';

/** "Asked about the raid, he …", "when asked whether …": a question that nobody is named for. */
export function askedDraft(place: Place): Draft | null {
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

/** "…, adding that …", "a statement saying …": the subject is the source before, or the noun right before. */
export function participleDraft(place: Place): Draft | null {
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
export function passiveDraft(place: Place): Draft | null {
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
export function sharedSource({ reading, window, cue, earlier }: Place): Words | null {
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
