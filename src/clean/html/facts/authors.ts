/** Who wrote the article: linked data, then meta tags, then what is marked up as an author, then a printed byline. */

import { authorsOf, bylineEvidence } from '../../byline.ts';
import { isWhollyClutter } from '../clutter-lines.ts';
import { clutterKind } from '../clutter-classes.ts';
import { lineage, lineOf } from '../dom.ts';
import type { PageDocument, PageElement } from '../dom.ts';
import { isNode, typesOf } from '../linked-data.ts';
import { keyOf } from '../likeness.ts';
import { fieldValues, namesOf } from '../page-claims.ts';
import type { PageClaims } from '../page-claims.ts';
import type { RawBlock } from '../read-blocks.ts';

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'cxenseparse:author',
  'article:author_name',
] as const;

const MAX_AUTHORS = 12;
const MAX_NAME_CHARS = 80;

/** `headBlocks` are the page's blocks from the headline to some way into the text, where bylines are printed. */
export function readAuthors(
  document: PageDocument,
  claims: PageClaims,
  headBlocks: readonly RawBlock[],
): readonly string[] {
  const readings = [
    () => linkedAuthors(claims),
    () => metaAuthors(claims),
    () => markedAuthors(document),
    () => printedAuthors(headBlocks),
  ];
  for (const read of readings) {
    const names = distinct(read().filter((name) => isName(name, claims)));
    if (names.length > 0) return names.slice(0, MAX_AUTHORS);
  }
  return [];
}

/** The names in the article's linked data. The publisher is an author only where nobody else is. */
function linkedAuthors(claims: PageClaims): string[] {
  const people: string[] = [];
  const others: string[] = [];
  for (const value of [...fieldValues(claims, 'author'), ...fieldValues(claims, 'creator')]) {
    const organisation =
      isNode(value) && typesOf(value).some((type) => /organi[sz]ation|corporation/i.test(type));
    for (const name of namesOf(value)) (organisation ? others : people).push(...namesIn(name));
  }
  if (people.length === 0) return others;
  const publishers = fieldValues(claims, 'publisher').flatMap(namesOf).map(keyOf);
  return [...people, ...others.filter((name) => !publishers.includes(keyOf(name)))];
}

function metaAuthors({ meta }: PageClaims): string[] {
  for (const name of AUTHOR_META) {
    const contents = (meta.get(name) ?? []).filter((content) => !/^https?:|\/\//.test(content));
    const names = contents.flatMap(namesIn);
    if (names.length > 0) return names;
  }
  return [];
}

const MARKED =
  '[rel~="author"],[itemprop~="author"],.p-author,.h-card .p-name,a[href*="/author/"],a[href*="/authors/"],a[href*="/autor/"],a[href*="/profile/"]';

function markedAuthors(document: PageDocument): string[] {
  const marked = [...document.querySelectorAll(MARKED)]
    .slice(0, MAX_MARKED)
    .filter((element) => !isElsewhere(element));
  const names: string[] = [];
  for (const element of marked) {
    const inner = element.querySelector('[itemprop~="name"]');
    const line = inner === null ? lineOf(element) : (inner.getAttribute('content') ?? lineOf(inner));
    names.push(...namesIn(line));
  }
  if (names.length > 0) return names.slice(0, distinct(names).length > MAX_MARKED_AUTHORS ? 1 : names.length);
  return namedByClass(document);
}

const MAX_MARKED = 30;
/** More names than this are those of a list of articles; its first is the page's own. */
const MAX_MARKED_AUTHORS = 5;

function namedByClass(document: PageDocument): string[] {
  for (const element of [
    ...document.querySelectorAll(
      '[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="auteur" i]',
    ),
  ].slice(0, MAX_MARKED)) {
    const line = lineOf(element);
    if (line.length > 160 || isElsewhere(element)) continue;
    const names = authorsOf(line);
    if (names.length > 0) return names;
  }
  return [];
}

function printedAuthors(blocks: readonly RawBlock[]): string[] {
  for (const { text } of blocks)
    if (text.length < 160 && bylineEvidence(text) === 'sure') return authorsOf(text);
  return [];
}

/** Whether the element belongs to the comments or to another article. */
function isElsewhere(element: PageElement): boolean {
  for (const ancestor of lineage(element, 8)) {
    const name = ancestor.localName;
    if (name === 'aside' || name === 'nav' || name === 'footer') return true;
    const kind = clutterKind(ancestor);
    if (kind === 'related' || kind === 'navigation' || kind === 'comments' || kind === 'promotion')
      return true;
  }
  return false;
}

/** The names in one stated line. A line that reads like no byline is one name, as organisations and pen names are. */
function namesIn(line: string): string[] {
  const plain = line.replace(/^(?:by|von|par|por|di|door|af|av)\s+(?=\p{Lu})/iu, '').trim();
  if (plain === '' || plain.length > 300) return [];
  const listed = /[,;&|/]| and | und | et | y | e | i | и | و /u.test(plain) ? authorsOf(line) : [];
  return listed.length > 0 ? listed : [plain];
}

function isName(name: string, claims: PageClaims): boolean {
  if (name.length < 2 || name.length > MAX_NAME_CHARS || !/\p{L}/u.test(name)) return false;
  if (
    /^https?:|@|\.(?:com|org|net)\/|^(?:admin|administrator|editor|webmaster|root|null|undefined|none|n\/a|unknown)$/i.test(
      name,
    )
  )
    return false;
  if (isWhollyClutter(name) || NOT_A_NAME.test(name)) return false;
  return keyOf(name) !== keyOf(claims.title);
}

/** Labels of links to author pages, and addresses of sites. */
const NOT_A_NAME =
  /^(?:[→»›]|(?:view|more|see|all|read|about|follow|contact|sign|log|posted|published)\b)|\bauthor\b|^[\w-]+\.(?:[a-z]{2,3}\.)?[a-z]{2,4}$/i;

function distinct(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), name);
  return [...byKey.values()];
}
