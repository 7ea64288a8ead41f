/** Phrases by which a line shows that it is about the article and not about the news. */

import { NOTICE_KINDS } from '../document/article.ts';
import type { NoticeKind } from '../document/article.ts';
import { lexiconRowInvalid } from '../errors.ts';
import { readTable } from './table.ts';

/** Where in a line the phrase must stand; `bracket` is at the start of a line in brackets. */
const PLACES = ['start', 'bracket', 'whole', 'anywhere'] as const;
type Place = (typeof PLACES)[number];

export interface NoticePhrase {
  readonly phrase: string;
  readonly kind: NoticeKind;
  readonly place: Place;
  /** Where the phrase begins in a folded line, or -1. */
  find(line: string): number;
}

/** All phrases, the more telling first: correction before other, longer before shorter. */
export function noticePhrases(): readonly NoticePhrase[] {
  phrases ??= readTable('notice-phrases.tsv', ['phrase', 'kind', 'place', 'language', 'example'])
    .map(({ phrase, kind, place }, row) => noticePhrase(phrase, kind, place, row + 2))
    .sort((a, b) => b.phrase.length - a.phrase.length);
  return phrases;
}

let phrases: readonly NoticePhrase[] | undefined;

function noticePhrase(phrase: string, kind: string, place: string, line: number): NoticePhrase {
  const known = { kind: NOTICE_KINDS.find((k) => k === kind), place: PLACES.find((p) => p === place) };
  if (known.kind === undefined || known.place === undefined) {
    throw lexiconRowInvalid(
      'data/lexicon/notice-phrases.tsv',
      line,
      `unknown kind "${kind}" or place "${place}"`,
    );
  }
  return { phrase, kind: known.kind, place: known.place, find: finder(phrase, known.place) };
}

/** `…` in a phrase stands for up to this many characters of one line. */
const MAX_ELLIPSIS_CHARACTERS = 60;

function finder(phrase: string, place: Place): (line: string) => number {
  if (place === 'whole') return (line) => (line === phrase ? 0 : -1);
  if (!phrase.includes('…')) {
    return place === 'anywhere'
      ? (line) => line.indexOf(phrase)
      : (line) => (line.startsWith(phrase) ? 0 : -1);
  }
  const parts = phrase.split('…').map((part) => part.trim());
  return (line) => (followsInOrder(line, parts) ? 0 : -1);
}

/** Whether the line begins with the first part and the others follow within reach of one another. */
function followsInOrder(line: string, [first = '', ...others]: readonly string[]): boolean {
  if (!line.startsWith(first)) return false;
  let end = first.length;
  for (const part of others) {
    const at = line.indexOf(part, end);
    if (at < 0 || at - end > MAX_ELLIPSIS_CHARACTERS) return false;
    end = at + part.length;
  }
  return true;
}
