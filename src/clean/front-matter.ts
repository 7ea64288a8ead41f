/** Reads the front matter of a Markdown file: YAML between dashes, or TOML between plus signs. */

import { parse } from 'yaml';

import { authorsOf } from './byline.ts';
import { parsePrintedTime } from './printed-time.ts';

/** Lists in lists are read this deep; an alias can make a list hold itself. */
const MAX_DEPTH = 3;

/** What front matter says of its article. */
export interface FrontMatter {
  readonly title: string | null;
  readonly standfirst: string | null;
  readonly byline: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** The facts of front matter; a field that is missing or is no text is null. Broken YAML states nothing. */
export function readFrontMatter(source: string, format: 'yaml' | 'toml'): FrontMatter {
  const fields = format === 'yaml' ? yamlFields(source) : tomlFields(source);
  return {
    title: textIn(fields, ['title', 'headline']),
    standfirst: textIn(fields, ['standfirst', 'subtitle', 'subheading', 'subhead', 'dek', 'deck']),
    byline: listIn(fields, ['authors', 'author', 'byline', 'by', 'creator']).flatMap(namesIn),
    published: timeIn(fields, [
      'published',
      'date',
      'pubdate',
      'publishdate',
      'published_at',
      'publication_date',
      'created',
    ]),
    updated: timeIn(fields, [
      'updated',
      'lastmod',
      'modified',
      'last_modified',
      'last_modified_at',
      'updated_at',
    ]),
    publisher: textIn(fields, ['publisher', 'publication', 'site', 'site_name', 'outlet', 'newspaper']),
    section: listIn(fields, ['section', 'category', 'categories'])[0] ?? null,
    url: addressIn(fields, ['url', 'canonical', 'canonical_url', 'permalink', 'link', 'source']),
    language: textIn(fields, ['lang', 'language', 'locale']),
  };
}

/** Nothing was said. */
export const NO_FRONT_MATTER: FrontMatter = readFrontMatter('', 'toml');

type Fields = ReadonlyMap<string, unknown>;

function yamlFields(source: string): Fields {
  try {
    const value: unknown = parse(source, { schema: 'core', logLevel: 'silent' });
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field as unknown]));
  } catch {
    // Broken front matter is rough text, not an error: the article below it is still read.
    return new Map();
  }
}

function tomlFields(source: string): Fields {
  const pairs = [...source.matchAll(/^\s*([\w-]+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|(\S[^\n]*))\s*$/gm)];
  return new Map(
    pairs.map(([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare]),
  );
}

function textIn(fields: Fields, names: readonly string[]): string | null {
  return listIn(fields, names)[0] ?? null;
}

/** The first of the named fields that has text, as a list of one or more. */
function listIn(fields: Fields, names: readonly string[]): readonly string[] {
  for (const name of names) {
    const texts = textsOf(fields.get(name));
    if (texts.length > 0) return texts;
  }
  return [];
}

function textsOf(value: unknown, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsOf(item, depth + 1).slice(0, 1));
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'object' && value !== null && 'name' in value) return textsOf(value.name, depth + 1);
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

function namesIn(line: string): readonly string[] {
  const names = authorsOf(line);
  return names.length > 0 ? names : [line];
}

function timeIn(fields: Fields, names: readonly string[]): string | null {
  const text = textIn(fields, names);
  return text === null ? null : parsePrintedTime(text);
}

function addressIn(fields: Fields, names: readonly string[]): string | null {
  return (
    names.flatMap((name) => textsOf(fields.get(name))).find((text) => /^https?:\/\/\S+$/.test(text)) ?? null
  );
}
