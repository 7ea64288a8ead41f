/** Telling how an input is to be read: by its content, then its type header, then its name. */

import type { InputFormat } from '../../config/options.ts';

/** `xml` is XML of another kind, which is reported with its root element. */
export type DetectedFormat = Exclude<InputFormat, 'auto'> | 'xml';

export interface FormatHints {
  /** The `content-type` header, when the input was fetched. */
  readonly contentType?: string | null | undefined;
  /** Path, URL, or null for standard input. */
  readonly name: string | null;
}

/**
 * The format of an input from the beginning of its text.
 *
 * What the content plainly is wins over any label, since pages are saved as `.txt` and feeds are sent
 * as `text/html`. Markdown cannot be told from text, so only a header or a name says it. What is left
 * is text.
 */
export function detectFormat(head: string, { contentType, name }: FormatHints): DetectedFormat {
  const labelled = formatOfType(contentType ?? '') ?? formatOfName(name ?? '');
  return formatOfContent(head) ?? labelled ?? formatOfFragment(head) ?? 'text';
}

/** What a text plainly is, whatever it is called; null where the content does not say. */
export function formatOfContent(head: string): DetectedFormat | null {
  const start = head.slice(0, HEAD_CHARACTERS);
  const root = rootElement(start);
  if (root !== null && /^html$/i.test(root)) return 'html';
  if (root !== null && isFeedRoot(root)) return 'feed';
  if (/^\s*<(?:head|body)\b/i.test(start)) return 'html';
  if (/^\s*<\?xml\b/.test(start) && root !== null) return 'xml';
  if (isJsonFeed(start)) return 'feed';
  return looksLikeJsonLines(start) ? 'jsonl' : null;
}

/** Characters that are looked at. */
const HEAD_CHARACTERS = 4_096;

/** The name of the first element after declarations and comments; null when something else comes first. */
export function rootElement(text: string): string | null {
  let rest = text;
  for (;;) {
    const skipped =
      /^\s*(?:<\?[^>]*>|<!--(?:(?!-->)[^])*-->|<!doctype\s*html\b[^>]*>|<!doctype[^[>]*(?:\[[^\]]*\]\s*)?>)/i.exec(
        rest,
      );
    if (skipped === null) return /^\s*<([a-z][\w:.-]*)/i.exec(rest)?.[1] ?? null;
    // Whatever follows this doctype, a browser would read it as HTML.
    if (/^\s*<!doctype\s*html\b/i.test(skipped[0])) return 'html';
    rest = rest.slice(skipped[0].length);
  }
}

function isFeedRoot(root: string): boolean {
  return /^(?:[\w.-]+:)?(?:rss|feed|rdf)$/i.test(root);
}

function isJsonFeed(start: string): boolean {
  return (
    /^\s*\{/.test(start) && /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org\\?\/version\\?\//.test(start)
  );
}

/** JSON lines if most lines begin as an object does; prose never does, and one broken line does not hide the others. */
function looksLikeJsonLines(start: string): boolean {
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  const objects = lines.filter((line) => /^\s*\{\s*"/.test(line));
  return objects.length > 0 && objects.length * 2 >= lines.length;
}

/** A piece of a page without its frame. Asked last: a text may well begin with a tag. */
function formatOfFragment(head: string): DetectedFormat | null {
  return /^\s*<(?:article|main|section|div|p|h[1-6]|meta|title|link|script|style|table|ul|ol|blockquote|figure|header)\b[^<]*>/i.test(
    head,
  )
    ? 'html'
    : null;
}

/** The format that a type header names; null for the many that name none of ours. */
export function formatOfType(contentType: string): DetectedFormat | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return 'html';
  if (/^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json)$/.test(type)) return 'feed';
  if (/^text\/(?:x-)?markdown$/.test(type)) return 'markdown';
  if (/^(?:application|text)\/(?:x-)?(?:jsonl|ndjson|json-lines|jsonlines)$/.test(type)) return 'jsonl';
  return type === 'text/plain' ? 'text' : null;
}

const FORMATS_BY_ENDING: Readonly<Record<string, DetectedFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
};

/** The format that the ending of a path or of a URL's path names; null when it names none of ours. */
export function formatOfName(name: string): DetectedFormat | null {
  const path = /^https?:/i.test(name) && URL.canParse(name) ? new URL(name).pathname : name;
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return FORMATS_BY_ENDING[ending] ?? null;
}
