/** The files of the sample case, read with plain parsers and none of annalist's own rooms. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { parse as parseYaml } from 'yaml';

const ROOT = fileURLToPath(new URL('../../samples/thirteen-days/', import.meta.url));

export const CASE = { readme: readFileSync(join(ROOT, 'README.md'), 'utf8') };

/** Where the outlets of the case keep their text, the narrowest first. */
const BODY_SELECTORS = ['.story-body', '[itemprop=articleBody]', '.copy', '.text', 'article'];

/** One article as its file gives it; `url` is null for plain text. */
export interface SampleArticle {
  readonly file: string;
  readonly url: string | null;
  readonly text: string;
}

export interface Page extends SampleArticle {
  readonly canonical: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly newsArticles: readonly Readonly<Record<string, unknown>>[];
  readonly figures: readonly { readonly src: string; readonly caption: string }[];
  readonly html: string;
}

/** Paths of all dispatches below the case's folder, in the order in which a folder is read. */
export function files(): string[] {
  return readdirSync(join(ROOT, 'dispatches'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Paths that the README's tables list: a heading names the folder, a first column the file. */
export function listedInReadme(): string[] {
  const paths: string[] = [];
  let folder: string | null = null;
  for (const line of CASE.readme.split('\n')) {
    if (line.startsWith('#')) folder = /^### `(.+\/)`$/.exec(line)?.[1] ?? null;
    const name = /^\| `([^`]+)` \|/.exec(line)?.[1];
    if (folder !== null && name !== undefined) paths.push(folder + name);
  }
  return paths.sort();
}

/** Every article of every file. */
export function articles(): SampleArticle[] {
  return files().flatMap(articlesOf);
}

export function pages(): Page[] {
  return files()
    .filter((file) => file.endsWith('.html'))
    .map(pageOf);
}

/** Every machine-readable time on a page. */
export function timesOf({ html }: Page): string[] {
  const written = html.matchAll(/(?:datetime|content|"date\w+": ?)=?"(1962-[^"T]+T[^"]*)"/g);
  return [...written].map(([, time]) => time ?? '');
}

function articlesOf(file: string): SampleArticle[] {
  const body = readFileSync(join(ROOT, file), 'utf8');
  if (file.endsWith('.html')) return [pageOf(file)];
  if (file.endsWith('.txt')) return [{ file, url: null, text: body }];
  if (file.endsWith('.md')) return [markdownArticle(file, body)];
  if (file.endsWith('.jsonl')) return lineArticles(file, body);
  if (file.endsWith('.rss')) return feedArticles(file, body);
  throw new Error(`${file}: the sample case has no reader for this kind of file`);
}

function pageOf(file: string): Page {
  const html = readFileSync(join(ROOT, file), 'utf8');
  const { document } = parseHTML(html);
  const textOf = (element: { readonly textContent: string | null } | null): string => (element?.textContent ?? '').trim();
  const body = BODY_SELECTORS.map((selector) => document.querySelector(selector)).find((found) => found !== null) ?? null;
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const structured = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return {
    file,
    html,
    canonical,
    url: canonical,
    headline: textOf(document.querySelector('h1')),
    text: textOf(body),
    paragraphs: [...(body?.querySelectorAll('p') ?? [])].map(textOf),
    newsArticles: structured.flatMap((script) => newsArticlesIn(JSON.parse(script.textContent ?? ''))),
    figures: [...document.querySelectorAll('figure')].map((figure) => ({
      src: figure.querySelector('img')?.getAttribute('src') ?? '',
      caption: textOf(figure.querySelector('figcaption')),
    })),
  };
}

function newsArticlesIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(newsArticlesIn);
  const node = value as Record<string, unknown>;
  if (Array.isArray(node['@graph'])) return newsArticlesIn(node['@graph']);
  return [node['@type']].flat().includes('NewsArticle') ? [node] : [];
}

function markdownArticle(file: string, body: string): SampleArticle {
  const [, front = '', text = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(body) ?? [];
  const { url } = parseYaml(front) as { readonly url: string };
  return { file, url, text };
}

function lineArticles(file: string, body: string): SampleArticle[] {
  return body
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { url, text, html } = JSON.parse(line) as Readonly<Record<string, string>>;
      return { file, url: url ?? null, text: text ?? plainText(html ?? '') };
    });
}

function feedArticles(file: string, body: string): SampleArticle[] {
  const items = parseRssFeed(body).items ?? [];
  return items.map(({ link, content }) => ({ file, url: link ?? null, text: plainText(content?.encoded ?? '') }));
}

function plainText(html: string): string {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body.textContent ?? '';
}
