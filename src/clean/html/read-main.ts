/** Finds the main text: Readability first, then containers that name themselves the article's body. */

import { Readability } from '@mozilla/readability';

import { readTable } from '../../lexicon/table.ts';
import { lineage } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { walk } from './prose.ts';
import { readBlocks } from './read-blocks.ts';
import type { RawBlock } from './read-blocks.ts';

/** Pages with more elements are read by container only: Readability's time grows faster than the page. */
const MAX_READABILITY_ELEMENTS = 30_000;

/** Readability's blocks, empty when it finds no article. Changes the document. */
export function readabilityBlocks(document: PageDocument): RawBlock[] {
  if (document.body.querySelectorAll('*').length > MAX_READABILITY_ELEMENTS) return [];
  const reader = new Readability(document as never, {
    serializer: (node: unknown) => node,
    disableJSONLD: true,
  });
  const content = contentOf(reader);
  return content === null ? [] : readBlocks(content);
}

/** Readability throws on some trees that browsers never make; a page that does so is read by container. */
function contentOf(reader: Readability<unknown>): PageElement | null {
  try {
    return (reader.parse()?.content ?? null) as PageElement | null;
  } catch {
    return null;
  }
}

/** Elements that say of themselves that they are the body of the article, most certain first. */
const BODY_CONTAINERS: readonly Container[] = [
  {
    holds: (element) => /\barticleBody\b/.test(element.getAttribute('itemprop') ?? ''),
    minChars: 60,
    named: true,
  },
  { holds: (element) => bodyNames().certain.test(namesIn(element)), minChars: 200, named: true },
  { holds: (element) => bodyNames().likely.test(namesIn(element)), minChars: 200, named: true },
  { holds: ({ localName }) => localName === 'article', minChars: 250, named: false },
  {
    holds: (element) => element.localName === 'main' || element.getAttribute('role') === 'main',
    minChars: 250,
    named: false,
  },
];

interface Container {
  readonly holds: (element: PageElement) => boolean;
  /** With less prose than this it is not the body of an article. */
  readonly minChars: number;
  /** Whether the name speaks of the text itself and not of a part of the page. */
  readonly named: boolean;
}

function namesIn(element: PageElement): string {
  const classes = element.getAttribute('class') ?? '';
  const id = element.getAttribute('id') ?? '';
  return classes === '' && id === '' ? '' : `${classes} ${id}`.slice(0, MAX_NAME_CHARS).toLowerCase();
}

/** Class attributes longer than this are generated, and their end says nothing. */
const MAX_NAME_CHARS = 400;

let compiled: Readonly<Record<'certain' | 'likely', RegExp>> | null = null;

function bodyNames(): Readonly<Record<'certain' | 'likely', RegExp>> {
  compiled ??= { certain: compile('certain'), likely: compile('likely') };
  return compiled;
}

/** Rows of `data/lexicon/page-body-names.tsv` as one pattern; a name may stand inside a longer one. */
function compile(strength: 'certain' | 'likely'): RegExp {
  const rows = readTable('page-body-names.tsv', ['name', 'strength', 'example']);
  return new RegExp(
    rows
      .filter((row) => row.strength === strength)
      .map(({ name }) => name)
      .join('|'),
  );
}

export interface ContainerText {
  readonly blocks: readonly RawBlock[];
  readonly named: boolean;
  /** The blocks of all containers of the kind, where a body is cut in pieces; absent where it is not. */
  readonly pieces?: readonly RawBlock[];
}

/** The blocks of the fullest container of the most certain kind that has any prose. */
export function containerBlocks(document: PageDocument): ContainerText | null {
  const found = containersIn(document.body);
  for (const [kind, { minChars, named }] of BODY_CONTAINERS.entries()) {
    const all = outermost(found[kind] ?? []).map((one) => readBlocks(one));
    let best: RawBlock[] = [];
    let bestChars = minChars;
    for (const blocks of all) {
      const chars = proseChars(blocks);
      if (chars > bestChars) [best, bestChars] = [blocks, chars];
    }
    if (best.length > 0)
      return { blocks: best, named, ...(named && all.length > 1 ? { pieces: all.flat() } : {}) };
  }
  return null;
}

/** The containers of each kind, at most `MAX_CONTAINERS` of it. */
function containersIn(body: PageElement): PageElement[][] {
  const found: PageElement[][] = BODY_CONTAINERS.map(() => []);
  walk(body, (element) => {
    for (const [kind, { holds }] of BODY_CONTAINERS.entries()) {
      const same = found[kind];
      if (same !== undefined && same.length < MAX_CONTAINERS && holds(element)) same.push(element);
    }
    return true;
  });
  return found;
}

/** The elements that are in none of the others. */
function outermost(elements: readonly PageElement[]): PageElement[] {
  const all = new Set(elements);
  return elements.filter((element) => {
    for (const ancestor of lineage(element)) if (ancestor !== element && all.has(ancestor)) return false;
    return true;
  });
}

/**
 * The blocks of the element whose children hold the most prose, for pages without any named container.
 * Each text counts for its parent, and half for the parent of that, as articles are wrapped once more.
 */
export function densestBlocks(document: PageDocument): ContainerText | null {
  const scores = new Map<PageElement, number>();
  const add = (element: PageElement | null, score: number) => {
    if (element !== null) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const block of readBlocks(document.body)) {
    if (block.text.length < 40 || block.linkChars > block.text.length / 2) continue;
    const holder = holderOf(block.element);
    add(holder, block.text.length);
    add(holder?.parentNode ?? null, block.text.length / 2);
  }
  let best: PageElement | null = null;
  let most = 0;
  for (const [element, score] of scores) if (score > most) [best, most] = [element, score];
  return best === null ? null : { blocks: readBlocks(best), named: false };
}

/** What holds a paragraph: the nearest element around it that holds several things. */
function holderOf(element: PageElement): PageElement | null {
  for (const ancestor of lineage(element, 6))
    if (/^(?:div|section|article|main|td|body|center)$/.test(ancestor.localName)) return ancestor;
  return element.parentNode;
}

/** A page with more containers of one kind is a list of articles. */
const MAX_CONTAINERS = 60;

/** Characters outside links of all blocks that read like prose. */
export function proseChars(blocks: readonly RawBlock[]): number {
  let chars = 0;
  for (const { text, linkChars } of blocks)
    if (text.length >= 40 && linkChars < text.length / 2) chars += text.length;
  return chars;
}
