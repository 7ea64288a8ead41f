/** From a page of HTML to a clean article: main text in blocks, and what the page says about itself. */

import type { ArticleFacts } from '../../document/article.ts';
import type { Cleaned } from '../cleaned.ts';
import { assemble } from './assemble.ts';
import type { PageDocument } from './dom.ts';
import { readOrigin } from './facts/address.ts';
import { readAuthors } from './facts/authors.ts';
import { readHeadline } from './facts/headline.ts';
import { readImages } from './facts/images.ts';
import { readStandfirst, standfirstCandidates } from './facts/standfirst.ts';
import type { StandfirstCandidate } from './facts/standfirst.ts';
import { readTimes } from './facts/times.ts';
import { namedBylines, readHeadLines } from './head-lines.ts';
import { keyOf } from './likeness.ts';
import { readMainText, removeFrame } from './main-text.ts';
import { orderParts } from './order-parts.ts';
import { readClaims } from './page-claims.ts';
import type { PageClaims } from './page-claims.ts';
import { noticeOf, readNotices } from './page-notices.ts';
import { parseDocument } from './parse-document.ts';
import { prepareHtml } from './prepare-html.ts';
import type { PreparedHtml } from './prepare-html.ts';
import { readBlocks } from './read-blocks.ts';
import type { RawBlock } from './read-blocks.ts';
import { trimBlocks } from './trim-blocks.ts';

/**
 * The article of a page, null when the page holds no article text. `pageUrl` is where the page came
 * from; links are resolved against it. Never throws, whatever the input: rough pages give less.
 */
export function cleanHtml(html: string, pageUrl: string | null): Cleaned | null {
  const prepared = prepareHtml(html);
  const document = parseDocument(prepared.html);
  const claims = readClaims(document, prepared.linkedData, prepared.language);
  const headline = readHeadline(document, claims);
  removeFrame(document, headline);
  const page = readPage(document, claims, headline, pageUrl);
  const found = mainBlocks(document, prepared, claims, headline);
  if (found.length === 0) return null;
  return articleOf(page, found, pageUrl);
}

/** What is read from the page before clutter is removed. */
interface PageReading {
  readonly claims: PageClaims;
  readonly headline: string | null;
  readonly blocks: readonly RawBlock[];
  /** Index of the headline among the blocks, or -1. */
  readonly headlineAt: number;
  readonly images: ArticleFacts['images'];
  readonly authors: readonly string[];
  readonly origin: ReturnType<typeof readOrigin>;
  readonly times: ReturnType<typeof readTimes>;
  readonly standfirsts: readonly StandfirstCandidate[];
  /** Blocks whose elements are named as bylines. */
  readonly bylines: ReadonlySet<RawBlock>;
}

/** Blocks before and after the headline among which byline and times are printed. */
const HEAD_BLOCKS_BEFORE = 8;
const HEAD_BLOCKS_AFTER = 25;

function readPage(
  document: PageDocument,
  claims: PageClaims,
  headline: string | null,
  pageUrl: string | null,
): PageReading {
  const blocks = readBlocks(document.body);
  const key = keyOf(headline ?? '');
  const headlineAt = key === '' ? -1 : blocks.findIndex((block) => isHeadline(block, key));
  const head = blocks.slice(
    Math.max(0, headlineAt - HEAD_BLOCKS_BEFORE),
    Math.max(0, headlineAt) + HEAD_BLOCKS_AFTER,
  );
  const images = readImages(document.body, pageUrl);
  return {
    claims,
    headline,
    blocks,
    headlineAt,
    images,
    standfirsts: standfirstCandidates(blocks, headlineAt, headline, images),
    bylines: namedBylines(head),
    authors: readAuthors(document, claims, head),
    origin: readOrigin(document, claims, pageUrl),
    times: readTimes(document, claims, head),
  };
}

/** The headline's block may hold a label beside it ("Exclusive: …"). */
function isHeadline({ text, holder }: RawBlock, key: string): boolean {
  const own = keyOf(text);
  return own === key || (holder === 'heading' && own.length <= key.length + 40 && own.includes(key));
}

function mainBlocks(
  document: PageDocument,
  prepared: PreparedHtml,
  claims: PageClaims,
  headline: string | null,
): readonly RawBlock[] {
  return trimBlocks(readMainText(document, prepared, claims, headline), headline);
}

function articleOf(page: PageReading, found: readonly RawBlock[], pageUrl: string | null): Cleaned {
  const { blocks, headline, headlineAt, claims, authors, images } = page;
  const [first, last] = reachOf(found, blocks);
  const standfirst = readStandfirst(page.standfirsts, headlineAt, first, claims);
  const notices = readNotices(blocks, headlineAt, last, pageUrl);
  const apart = new Set([...notices.map(({ text }) => text), ...(standfirst === null ? [] : [standfirst])]);
  const standfirstKey = keyOf(standfirst ?? '');
  const main = found.filter(
    ({ text }, index) => !apart.has(text) && !(index < 4 && isPartOf(text, standfirstKey)),
  );
  const head = blocks.slice(Math.max(0, headlineAt), Math.max(headlineAt, first) + 1);
  const lines = readHeadLines(
    [...head, ...blocks.slice(last + 1, last + 1 + HEAD_BLOCKS_BEFORE)],
    authors,
    page.bylines,
  );
  const printed = new Set(lines.map(({ text }) => text));
  const body = main.filter((block) => !printed.has(block.text) && noticeOf(block, pageUrl) === null);
  const { parts, dateline } = orderParts(
    { headline, standfirst, headLines: lines, main: body, images, notices },
    blocks,
  );
  const assembled = assemble(parts);
  return {
    text: assembled.text,
    blocks: assembled.blocks,
    facts: {
      ...page.origin,
      headline,
      standfirst,
      byline: authors,
      dateline,
      ...page.times,
      machineTranslated: assembled.notices.some(({ kind }) => kind === 'translation'),
      notices: assembled.notices,
      images,
    },
    statedLanguage: claims.language,
  };
}

/** Whether a line is the standfirst or one of its points. */
function isPartOf(text: string, standfirstKey: string): boolean {
  const key = keyOf(text);
  return key.length >= 12 && standfirstKey.includes(key);
}

/** Indices among the page's blocks of the first and last paragraph of the main text; -1 and 0 when it is not among them. */
function reachOf(main: readonly RawBlock[], blocks: readonly RawBlock[]): [number, number] {
  const texts = new Set(
    main.filter(({ text }) => text.length >= MIN_PARAGRAPH_CHARS).map(({ text }) => text),
  );
  const first = blocks.findIndex(({ text, holder }) => texts.has(text) && holder !== 'heading');
  const last = blocks.findLastIndex(({ text }) => texts.has(text));
  return [first, Math.max(last, 0)];
}

const MIN_PARAGRAPH_CHARS = 40;
