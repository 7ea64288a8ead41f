/** Finds the main text: Readability first, then containers that name themselves the article's body. */

import { Readability } from '@mozilla/readability';

import { lineage } from './dom.ts';
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
        'article__text articletext article-txt article_txt article-con article_con articledetail article-detail ' +
        'post-body post_body post__content single-content story-content story__content story-text newstext news-text ' +
        'news_text news-content newscontent news-body news_body newsbody content-body contentbody body-content ' +
        'body-copy body-text bodytext text-body content-text content__body main-content-body detail-content ' +
        'detail-body detail__body detail-text field--name-body field-name-body node-content caas-body trs_editor ' +
        'rm_txt_con js_content cuerpo-nota nota-cuerpo article-cuerpo corpo-noticia materia-conteudo testo-articolo ' +
        'haber-metni haber_metni haber-icerik haber-detay artikel-text artikel__text artikeltext artikel-body ' +
        'article-paragraphs storyline story__body story_body paywall-content c-article-body caas-content',
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
  /** The blocks of all containers of the kind, where a body is cut in pieces; absent where it is not. */
  readonly pieces?: readonly RawBlock[];
}

/** The blocks of the fullest container of the most certain kind that has any prose. */
export function containerBlocks(document: PageDocument): ContainerText | null {
  for (const { selector, minChars, named } of BODY_CONTAINERS) {
    const all = outermost([...document.querySelectorAll(selector)].slice(0, MAX_CONTAINERS)).map((one) =>
      readBlocks(one),
    );
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
