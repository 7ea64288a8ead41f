/** Tells notices from news: machine translation, live coverage, corrections, agency copy, embargoes, updates. */

import type { NoticeKind } from '../document/article.ts';
import { findPhrase } from '../lexicon/line-phrases.ts';
import { noticePhrases } from '../lexicon/notice-phrases.ts';
import { foldedLine } from './folded-line.ts';

/**
 * Longest line, in characters, that is read as a notice of each kind. A correction explains itself;
 * a translation or live notice is one short line, and a longer one with its words is a report about
 * translation or about a broadcast.
 */
const MAX_CHARACTERS: Readonly<Record<NoticeKind, number>> = {
  translation: 220,
  live: 200,
  correction: 1500,
  agency: 300,
  embargo: 300,
  update: 600,
  other: 600,
};

/** A phrase inside a line, rather than at its start, proves less; such lines must be shorter. */
const MAX_CHARACTERS_ANYWHERE = 200;

/** What a line tells about the article itself, or null when it is news like any other line. */
export function noticeKind(line: string): NoticeKind | null {
  if (line.length > MAX_CHARACTERS.correction) return null;
  const isBracketed = /^[\s*_]*[([（【]/.test(line);
  const phrase = findPhrase(
    noticePhrases(),
    foldedLine(line),
    ({ kind, place }) =>
      line.length <= (place === 'anywhere' ? MAX_CHARACTERS_ANYWHERE : MAX_CHARACTERS[kind]) &&
      (place !== 'bracket' || isBracketed),
  );
  return phrase?.kind ?? null;
}
