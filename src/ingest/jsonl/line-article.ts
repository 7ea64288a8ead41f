/** The shape of one line of JSON lines: what may stand there, and what is wrong with what does not fit. */

import { isoDateOf } from '../../config/iso-date.ts';
import type { GivenFacts, PageFormat } from '../../document/page.ts';
import type { AnnalistError } from '../../errors.ts';

export interface LineArticle {
  /** Null when the line gives none. */
  readonly id: string | null;
  readonly format: PageFormat;
  readonly body: string;
  readonly given: GivenFacts;
}

type Fail = (problem: string) => AnnalistError;
type Fields = Readonly<Record<string, unknown>>;

/**
 * `{"id", "text" or "html", "url"?, "published"?, "updated"?, "publisher"?, "language"?, "headline"?, "byline"?}`.
 *
 * A field that is missing, null or an empty string is not given. Others than these are passed over.
 * Where both `text` and `html` are given `text` is read, since offsets then line up with it. Throws what
 * `fail` makes of a sentence about the first field that does not fit.
 */
export function articleOfLine(value: unknown, fail: Fail): LineArticle {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fail(`expected an object with "text" or "html", found ${nameOf(value)}`);
  }
  const fields = value as Fields;
  const text = textField(fields, 'text', fail);
  const html = textField(fields, 'html', fail);
  const body = text ?? html;
  if (body === null) throw fail('neither "text" nor "html" is given');
  return {
    id: idOf(fields, fail),
    format: text === null ? 'html' : 'text',
    body,
    given: givenFacts(fields, fail),
  };
}

function givenFacts(fields: Fields, fail: Fail): GivenFacts {
  return {
    url: urlOf(fields, fail),
    headline: textField(fields, 'headline', fail),
    published: dateField(fields, 'published', fail),
    updated: dateField(fields, 'updated', fail),
    publisher: textField(fields, 'publisher', fail),
    language: languageOf(fields, fail),
    byline: bylineOf(fields, fail),
  };
}

function textField(fields: Fields, name: string, fail: Fail): string | null {
  const value = fieldOf(fields, name);
  if (value === null) return null;
  if (typeof value !== 'string') throw fail(`"${name}" is not a string but ${nameOf(value)}`);
  return value;
}

/** Own fields only: a line that says `"__proto__"` says nothing about the others. */
function fieldOf(fields: Fields, name: string): unknown {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  return value === undefined || value === '' ? null : value;
}

function idOf(fields: Fields, fail: Fail): string | null {
  const id = fieldOf(fields, 'id');
  if (id === null || typeof id === 'string') return id;
  if (typeof id === 'number') return String(id);
  throw fail(`"id" is neither a string nor a number but ${nameOf(id)}`);
}

function urlOf(fields: Fields, fail: Fail): string | null {
  const url = textField(fields, 'url', fail);
  if (url !== null && !URL.canParse(url)) throw fail(`"url" is not a full URL: ${quoted(url)}`);
  return url;
}

function dateField(fields: Fields, name: string, fail: Fail): string | null {
  const written = textField(fields, name, fail);
  if (written === null) return null;
  const date = isoDateOf(written);
  if (date !== null) return date;
  throw fail(
    `"${name}" is not an ISO 8601 date: ${quoted(written)}; write 2024-03-12 or 2024-03-12T10:00:00Z`,
  );
}

function languageOf(fields: Fields, fail: Fail): string | null {
  const language = textField(fields, 'language', fail);
  if (language !== null && !/^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i.test(language)) {
    throw fail(`"language" is not a language tag such as "en" or "pt-BR": ${quoted(language)}`);
  }
  return language;
}

function bylineOf(fields: Fields, fail: Fail): readonly string[] {
  const value = fieldOf(fields, 'byline');
  if (value === null) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((name): name is string => typeof name === 'string')) return value;
  throw fail('"byline" is neither a string nor a list of strings');
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Characters of a value that a message quotes. */
const MAX_QUOTED = 60;

function quoted(value: string): string {
  return JSON.stringify(value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value);
}
