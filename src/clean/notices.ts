/** Tells notices from news: machine translation, live coverage, corrections, agency copy, embargoes, updates. */

import type { NoticeKind } from '../document/article.ts';
import { noticePhrases } from '../lexicon/notice-phrases.ts';

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
  const longest = 1500;
  if (line.length > longest) return null;
  const isBracketed = /^[\s*_]*[([（【]/.test(line);
  const folded = foldedLine(line);
  const candidates = noticePhrases().filter(
    ({ kind, place }) =>
      line.length <= (place === 'anywhere' ? MAX_CHARACTERS_ANYWHERE : MAX_CHARACTERS[kind]),
  );
  const match = candidates.find(
    ({ place, find }) => (place !== 'bracket' || isBracketed) && find(folded) >= 0,
  );
  return match?.kind ?? null;
}

/** Lower case, straight quotation marks, single blanks, no marks or brackets around. */
function foldedLine(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\s\u00a0\u200e\u200f]+/g, ' ')
    .replace(/\s*([–—-])\s+/g, ' - ')
    .replace(/^[\s*_#>•·|~\-–—([{"“”«»'=]+/u, '')
    .replace(/[\s*_.…!)\]}"“”«»|~=–—-]+$/u, '');
}
