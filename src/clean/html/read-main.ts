/** Finds the main text: Readability first, then containers that name themselves the article's body. */

import { Readability } from '@mozilla/readability';

import type { PageDocument, PageElement } from './dom.ts';
import { readBlocks } from './read-blocks.ts';
import type { RawBlock } from './read-blocks.ts';

/** Pages with more elements are read by container only: Readability's time grows faster than the page. */
const MAX_READABILITY_ELEMENTS = 30_000;

/** Readability's blocks, empty when it finds no article. Changes the document. */
export function readabilityBlocks(document: PageDocument): RawBlock[] {
  if (document.body.getElementsByTagName('*').length > MAX_READABILITY_ELEMENTS) return [];
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
  { selector: '[itemprop~="articleBody"]', minChars: 60, named: true },
  {
    selector: namesLike(
      'article-body articlebody article__body article_body articleBody story-body storybody',
    ),
    minChars: 200,
    named: true,
  },
  {
    selector: namesLike(
      'entry-content post-content article-content article__content article_content articlecontent article-text ' +
        'article__text articletext post-body story-content story__content news-content newscontent content-body ' +
        'body-content single-content post__content main-content-body',
    ),
    minChars: 200,
    named: true,
  },
  { selector: 'article', minChars: 250, named: false },
  { selector: 'main,[role="main"]', minChars: 250, named: false },
];

interface Container {
  readonly selector: string;
  /** With less prose than this it is not the body of an article. */
  readonly minChars: number;
  /** Whether the name speaks of the text itself and not of a part of the page. */
  readonly named: boolean;
}

function namesLike(names: string): string {
  return names
    .split(' ')
    .flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`])
    .join(',');
}

export interface ContainerText {
  readonly blocks: readonly RawBlock[];
  readonly named: boolean;
}

/** The blocks of the fullest container of the most certain kind that has any prose. */
export function containerBlocks(document: PageDocument): ContainerText | null {
  for (const { selector, minChars, named } of BODY_CONTAINERS) {
    let best: RawBlock[] = [];
    let bestChars = minChars;
    for (const element of [...document.querySelectorAll(selector)].slice(0, MAX_CONTAINERS)) {
      const blocks = readBlocks(element);
      const chars = proseChars(blocks);
      if (chars > bestChars) [best, bestChars] = [blocks, chars];
    }
    if (best.length > 0) return { blocks: best, named };
  }
  return null;
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
