/** Cleans Markdown: front matter into facts, the rendered words into a text with blocks. */

import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

import type { Cleaned } from './cleaned.ts';
import { NO_FRONT_MATTER, readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { piecesOf } from './markdown-pieces.ts';
import type { Piece } from './markdown-pieces.ts';
import { imagesOf } from './text/facts.ts';
import { visiblePart } from './text/lines.ts';
import { readUnits } from './text/read-units.ts';
import type { Unit } from './text/units.ts';

/**
 * The words of a Markdown file as it would be shown, blocks joined by an empty line. Headings, quotations,
 * lists and pictures are known from the marks; all else is told as in plain text. Null when nothing is left.
 */
export function cleanMarkdown(source: string): Cleaned | null {
  const root = fromMarkdown(source, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  const matter = matterOf(root);
  const pieces = withTitle(piecesOf(root), matter);
  const { text, units, urls } = layOut(pieces);
  if (units.length === 0) return null;
  const { blocks, facts } = readUnits(text, units);
  const images = imagesOf(text, blocks, (start) => urls.get(start) ?? null);
  const silent = pieces.filter((piece) => piece.text === '' && piece.url !== null);
  return {
    text,
    blocks,
    facts: {
      ...facts,
      url: matter.url ?? facts.url,
      publisher: matter.publisher,
      headline: facts.headline ?? matter.title,
      byline: matter.byline.length > 0 ? matter.byline : facts.byline,
      published: matter.published ?? facts.published,
      updated: matter.updated ?? facts.updated,
      section: matter.section ?? facts.section,
      images: [...images, ...silent.map(({ url }) => ({ caption: null, credit: null, url }))],
    },
    statedLanguage: matter.language,
  };
}

function matterOf({ children }: Root): FrontMatter {
  const [first] = children as readonly (RootContent | { readonly type: 'toml'; readonly value: string })[];
  if (first?.type === 'yaml' || first?.type === 'toml') return readFrontMatter(first.value, first.type);
  return NO_FRONT_MATTER;
}

/** The title that the first heading is; else that of the front matter, which a site prints over the text. */
function withTitle(pieces: readonly Piece[], { title, standfirst }: FrontMatter): readonly Piece[] {
  const first = pieces.findIndex(({ kind, depth }) => kind === 'heading' && depth === 1);
  const isAtHead = first >= 0 && pieces.slice(0, first).every(({ kind }) => kind !== 'heading');
  const titled = isAtHead && (title === null || isSame(pieces[first]?.text ?? '', title));
  const body = pieces.map((piece, i): Piece =>
    titled && i === first ? { ...piece, kind: 'headline' } : piece,
  );
  const top: Piece[] = [];
  if (!titled && title !== null) top.push({ kind: 'headline', text: title, depth: 1, url: null });
  const isPrinted = standfirst === null || pieces.some(({ text }) => isSame(text, standfirst));
  if (!isPrinted && !titled) top.push({ kind: 'standfirst', text: standfirst, depth: 0, url: null });
  return [...top, ...body];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') === b.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

interface LaidOut {
  readonly text: string;
  readonly units: readonly Unit[];
  /** Addresses of pictures by where their caption starts. */
  readonly urls: ReadonlyMap<number, string>;
}

function layOut(pieces: readonly Piece[]): LaidOut {
  const texts: string[] = [];
  const units: Unit[] = [];
  const urls = new Map<number, string>();
  let start = 0;
  for (const piece of pieces) {
    if (visiblePart(piece.text, 0, piece.text.length) === null) continue;
    const span = { start, end: start + piece.text.length };
    texts.push(piece.text);
    units.push({ ...span, blankBefore: units.length === 0 ? 0 : 1, given: piece.kind });
    if (piece.url !== null) urls.set(start, piece.url);
    start = span.end + 2;
  }
  return { text: texts.join('\n\n'), units, urls };
}
