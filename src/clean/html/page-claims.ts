/** What a page says about its article outside the text: meta tags, title, and the article's linked data. */

import { squeezed } from './dom.ts';
import type { PageDocument } from './dom.ts';
import { isNode, listed, readLinkedData, resolved, typesOf } from './linked-data.ts';
import type { LinkedNode } from './linked-data.ts';
import { plainText } from './plain-text.ts';
import { likeness } from './likeness.ts';

/** The page's own statements, read once before anything is removed. */
export interface PageClaims {
  /** First content of each meta name or property, lower case. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The `title` element. */
  readonly title: string;
  /** The article node of the linked data, null when it names none. */
  readonly article: LinkedNode | null;
  readonly nodes: readonly LinkedNode[];
  readonly canonical: string | null;
  readonly language: string | null;
}

/** Words at the end of the type names of schema.org's articles, live coverage included. */
const ARTICLE_TYPE =
  /(article|newsarticle|blogposting|liveblogposting|report|socialmediaposting|review|recipe)$/i;

export function readClaims(
  document: PageDocument,
  linkedData: readonly string[],
  language: string | null,
): PageClaims {
  const meta = readMeta(document);
  const title = squeezed(document.querySelector('title')?.textContent ?? null);
  const nodes = readLinkedData(linkedData);
  const shown = meta.get('og:title')?.[0] ?? title;
  return {
    meta,
    title,
    nodes,
    article: pickArticle(nodes, shown),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    language: language ?? meta.get('content-language')?.[0] ?? localeOf(meta),
  };
}

function localeOf(meta: ReadonlyMap<string, readonly string[]>): string | null {
  return meta.get('og:locale')?.[0]?.replace('_', '-') ?? null;
}

function readMeta(document: PageDocument): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = squeezed(element.getAttribute('content'));
    if (content === '') continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key !== undefined && key !== '')
        meta.set(key, [...(meta.get(key) ?? []).slice(0, MAX_CONTENTS), content]);
    }
  }
  return meta;
}

/** A name repeated more often than this is a list of keywords. */
const MAX_CONTENTS = 20;

/** The first content of the first of these meta names that the page has. */
export function metaContent({ meta }: PageClaims, ...names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}

/**
 * The node of the page's own article. A page may describe several (a list of related ones, the
 * next ones of an endless page): the one whose headline is most like the page's title wins.
 */
function pickArticle(nodes: readonly LinkedNode[], title: string): LinkedNode | null {
  let best: LinkedNode | null = null;
  let bestScore = -1;
  for (const node of nodes) {
    if (!typesOf(node).some((type) => ARTICLE_TYPE.test(type))) continue;
    const headline = textField(node, 'headline') ?? textField(node, 'name') ?? '';
    const filled = ['datePublished', 'author', 'articleBody', 'dateModified'].filter(
      (field) => field in node,
    ).length;
    const score = filled + 6 * likeness(headline, title);
    if (score > bestScore) [best, bestScore] = [node, score];
  }
  return best;
}

/** A field of a node as plain text; the first one of a list. */
export function textField(node: LinkedNode | null, field: string): string | null {
  const value = listed(node?.[field])[0];
  if (typeof value !== 'string') return null;
  const text = plainText(value);
  return text === '' ? null : text;
}

/** The nodes or strings of a field, with references followed. */
export function fieldValues({ article, nodes }: PageClaims, field: string): readonly unknown[] {
  return listed(article?.[field]).map((value) => resolved(value, nodes));
}

/** The name of a person or organisation given as a string or as a node; several where a node has a list of names. */
export function namesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [plainText(value)].filter((name) => name !== '');
  if (!isNode(value)) return [];
  return listed(value['name'] ?? value['alternateName'])
    .filter((name) => typeof name === 'string')
    .map(plainText)
    .filter((name) => name !== '');
}
