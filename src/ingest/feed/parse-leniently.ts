/** A lenient pass over a feed that is not well formed: no tree, only entries and the fields in them. */

import type { Feed, FeedEntry } from './feed.ts';
import { feedDateOf } from './feed-date.ts';

/**
 * Reads RSS, RDF and Atom of any version from text that need not be XML: unclosed elements, bare
 * ampersands, markup that is not escaped, a file cut off in the middle. An entry ends at its closing tag
 * or where the next one begins. Null where nothing looks like a feed.
 */
export function parseLeniently(text: string): Feed | null {
  const starts = [...text.matchAll(ENTRY_START)].map(({ index }) => index);
  const head = text.slice(0, starts[0] ?? text.length);
  if (!FEED_START.test(text.slice(0, HEAD_CHARACTERS)) || (starts.length === 0 && !/<title\b/i.test(head)))
    return null;
  const entries = starts.map((start, i) => entryOf(fieldsOf(entrySource(text, start, starts[i + 1]))));
  const fields = fieldsOf(head);
  return {
    title: first(fields, ['title']),
    language: first(fields, ['language', 'dc:language']),
    base: first(fields, ['link']),
    entries: entries.filter(({ link, content }) => link !== null || content !== null),
  };
}

/** How far from the beginning the outermost element may stand, in characters: comments and doctypes come before it. */
const HEAD_CHARACTERS = 4_096;

const FEED_START = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b/i;
const ENTRY_START = /<(?:[\w-]+:)?(?:item|entry)(?=[\s>])/gi;

function entrySource(text: string, start: number, next: number | undefined): string {
  const source = text.slice(start, next ?? text.length);
  const end = /<\/(?:[\w-]+:)?(?:item|entry)\s*>/i.exec(source);
  return end === null ? source : source.slice(0, end.index);
}

/** What stands in one element of an entry. Names are in lower case, with their prefix. */
interface Field {
  readonly name: string;
  readonly attributes: string;
  readonly inner: string;
}

/** Fields that are looked for; others are markup, or of no interest here. */
const FIELD_START =
  /<(title|link|guid|pubdate|dc:date|dc:creator|dc:language|published|issued|created|updated|modified|author|content|content:encoded|language|id)(\s[^>]*?)?(\/?)>/gi;

/** One field after another; what stands inside a field is not looked at again. */
function fieldsOf(source: string): readonly Field[] {
  const fields: Field[] = [];
  const lower = source.toLowerCase();
  /** Names whose closing tag does not come any more; without this a long broken file would take for ever. */
  const unclosed = new Set<string>();
  FIELD_START.lastIndex = 0;
  for (let match = FIELD_START.exec(source); match !== null; match = FIELD_START.exec(source)) {
    const [, written = '', attributes = '', slash] = match;
    const name = written.toLowerCase();
    const from = FIELD_START.lastIndex;
    if (slash === '/') {
      fields.push({ name, attributes, inner: '' });
      continue;
    }
    const end = unclosed.has(name) ? -1 : closingTag(lower, name, from);
    if (end === -1) unclosed.add(name);
    const to = end === -1 ? endOfText(source, from) : end;
    fields.push({ name, attributes, inner: source.slice(from, to) });
    FIELD_START.lastIndex = to;
  }
  return fields;
}

/** Where the closing tag of a field stands. One inside CDATA does not count. */
function closingTag(lower: string, name: string, from: number): number {
  let at = from;
  for (;;) {
    const end = lower.indexOf(`</${name}`, at);
    const cdata = lower.indexOf('<![cdata[', at);
    if (end === -1 || cdata === -1 || end < cdata) return end;
    const close = lower.indexOf(']]>', cdata);
    if (close === -1) return end;
    at = close;
  }
}

/** An unclosed field ends where the next tag begins. */
function endOfText(source: string, from: number): number {
  const end = source.indexOf('<', from);
  return end === -1 ? source.length : end;
}

function entryOf(fields: readonly Field[]): FeedEntry {
  const body =
    fields.find(({ name }) => name === 'content:encoded') ?? fields.find(({ name }) => name === 'content');
  return {
    link: linkOf(fields),
    title: first(fields, ['title']),
    published: feedDateOf(first(fields, ['pubdate', 'published', 'issued', 'dc:date', 'created'])),
    updated: feedDateOf(first(fields, ['updated', 'modified'])),
    authors: fields
      .filter(({ name }) => name === 'dc:creator' || name === 'author')
      .map(authorOf)
      .filter((name) => name !== ''),
    content: body === undefined ? null : contentOf(body),
    language: null,
  };
}

function linkOf(fields: readonly Field[]): string | null {
  const links = fields.filter(({ name }) => name === 'link');
  const alternate = links.find(
    ({ attributes }) => !/\brel\s*=/i.test(attributes) || /\brel\s*=\s*["']?alternate/i.test(attributes),
  );
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(alternate?.attributes ?? '');
  const written = href?.[1] ?? href?.[2] ?? href?.[3] ?? alternate?.inner ?? first(fields, ['guid']) ?? '';
  const link = valueOf(written).trim();
  return link === '' || /\s/.test(link) ? null : link;
}

/** Atom puts the name into an element of its own; RSS writes "address (name)". */
function authorOf({ inner }: Field): string {
  const name =
    /<name\s*>([^<]*)/i.exec(inner)?.[1] ??
    /^[^\s()]+@[^\s()]+\s+\((.+)\)$/.exec(valueOf(inner).trim())?.[1] ??
    inner;
  return valueOf(name).trim();
}

/** Content that is XHTML, or HTML that nobody escaped, is markup already; the rest has to be unescaped first. */
function contentOf({ attributes, inner }: Field): FeedEntry['content'] {
  const isText = /\btype\s*=\s*["']?text(?:\/plain)?["'\s]/i.test(`${attributes} `);
  const isMarkup = !inner.includes('<![CDATA[') && /<[a-z]/i.test(inner);
  const body = (isMarkup ? inner : valueOf(inner)).trim();
  return body === '' ? null : { format: isText ? 'text' : 'html', body };
}

function first(fields: readonly Field[], names: readonly string[]): string | null {
  for (const name of names) {
    const value = valueOf(fields.find((field) => field.name === name)?.inner ?? '').trim();
    if (value !== '') return value;
  }
  return null;
}

/** The characters that an element stands for: CDATA as it is, references undone outside of it. */
function valueOf(inner: string): string {
  const parts = inner.split(/<!\[CDATA\[([^]*?)(?:\]\]>|$)/);
  return parts.map((part, i) => (i % 2 === 1 ? part : unescaped(part))).join('');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References of XML; an ampersand that begins none stays as it is. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
