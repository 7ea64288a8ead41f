/** Which class names and ids say that an element is clutter, and of what kind; rows of `data/lexicon/page-clutter-classes.tsv`. */

import { readTable } from '../../lexicon/table.ts';
import { classWords } from './dom.ts';
import type { PageElement } from './dom.ts';

export const CLUTTER_KINDS = [
  'breadcrumb',
  'byline',
  'caption',
  'comments',
  'consent',
  'credit',
  'hidden',
  'legal',
  'navigation',
  'newsletter',
  'overlay',
  'paywall',
  'player',
  'promotion',
  'related',
  'share',
  'tags',
  'timestamp',
  'widget',
] as const;

export type ClutterKind = (typeof CLUTTER_KINDS)[number];

/** The kind of clutter that the element's own names speak of, null when they speak of none. */
export function clutterKind(element: PageElement): ClutterKind | null {
  const words = classWords(element);
  if (words === '') return null;
  let kind = kindOfWords.get(words);
  if (kind === undefined) {
    kind = kindIn(words);
    if (kindOfWords.size >= MAX_REMEMBERED) kindOfWords.clear();
    kindOfWords.set(words, kind);
  }
  return kind;
}

/** The kinds of many pages of one site are remembered; the memory is emptied when it holds this many. */
const MAX_REMEMBERED = 20_000;
const kindOfWords = new Map<string, ClutterKind | null>();

/** The kind of one `classWords` string. The earliest row of the page's words decides, not the order of the table. */
export function kindIn(words: string): ClutterKind | null {
  const { whole, kinds } = patterns();
  if (!whole.test(words)) return null;
  return kinds.find(({ pattern }) => pattern.test(words))?.kind ?? null;
}

interface Patterns {
  /** Any row at all: most elements end here. */
  readonly whole: RegExp;
  readonly kinds: readonly { readonly kind: ClutterKind; readonly pattern: RegExp }[];
}

let compiled: Patterns | null = null;

function patterns(): Patterns {
  compiled ??= compile();
  return compiled;
}

/**
 * `words` are parted by dashes as `classWords` parts them. A star at the end lets the last word go
 * on; a star in front lets the first one begin earlier (compounds). After an equals sign
 * the words must be the whole name, as builders of pages call every part of a page a widget; before one they must end it.
 */
function compile(): Patterns {
  const rows = readTable('page-clutter-classes.tsv', ['words', 'kind', 'example']);
  const kinds = CLUTTER_KINDS.map((kind) => ({
    kind,
    pattern: anyOf(rows.filter((row) => row.kind === kind).map(({ words }) => words)),
  }));
  return { whole: anyOf(rows.map(({ words }) => words)), kinds };
}

function anyOf(words: readonly string[]): RegExp {
  const alternatives = words.map((row) => {
    if (row.startsWith('=')) return `(?<![^ ])-${row.slice(1)}-(?![^ ])`;
    if (row.endsWith('=')) return `-${row.slice(0, -1)}-(?![^ ])`;
    const core = row.replace(/\*/g, '');
    return `${row.startsWith('*') ? '' : '-'}${core}${row.endsWith('*') ? '' : '-'}`;
  });
  return new RegExp(alternatives.length === 0 ? '(?!)' : alternatives.join('|'));
}
