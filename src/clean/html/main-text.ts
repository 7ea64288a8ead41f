/** The main text of a page: removes clutter, reads the article in two ways, and takes the better reading. */

import { lineage } from './dom.ts';
import type { PageDocument } from './dom.ts';
import type { PageClaims } from './page-claims.ts';
import { textField } from './page-claims.ts';
import { parseDocument } from './parse-document.ts';
import type { PreparedHtml } from './prepare-html.ts';
import { proseIn } from './prose.ts';
import type { RawBlock } from './read-blocks.ts';
import { containerBlocks, densestBlocks, proseChars, readabilityBlocks } from './read-main.ts';
import type { ContainerText } from './read-main.ts';
import { CAREFUL_REMOVERS, CLUTTER_REMOVERS, FRAME_REMOVERS } from './removers/all-removers.ts';
import type { Remover } from './removers/remover.ts';
import { paragraphsOf, stateParagraphs } from './script-state.ts';

/** With less text than this the clutter may have been the article; the page is read again more carefully. */
const MIN_ARTICLE_CHARS = 400;

/** A container that names itself the article's body is believed with less. */
const MIN_NAMED_CHARS = 100;

/** The careful reading must find so many times more: it carries clutter too. */
const CAREFUL_GAIN = 1.5;

/** With less text than this in the page, the article may be in its scripts only. */
const MIN_VISIBLE_CHARS = 300;
const SCRIPT_GAIN = 2;

/** Takes away what is no part of any article, so that facts can be read from what is left. */
export function removeFrame(document: PageDocument, headline: string | null): void {
  run(FRAME_REMOVERS, document, headline);
}

/** The blocks of the article. `document` has been through `removeFrame` and is changed further. */
export function readMainText(
  document: PageDocument,
  prepared: PreparedHtml,
  claims: PageClaims,
  headline: string | null,
): readonly RawBlock[] {
  const quick = readAfter(document, CLUTTER_REMOVERS, headline);
  const enough = quick.named ? MIN_NAMED_CHARS : MIN_ARTICLE_CHARS;
  const blocks = proseChars(quick.blocks) >= enough ? quick.blocks : fuller(quick.blocks, prepared, headline);
  if (proseChars(blocks) >= MIN_VISIBLE_CHARS) return blocks;
  const hidden = hiddenText(prepared, claims, headline);
  return lengthOf(hidden) > proseChars(blocks) * SCRIPT_GAIN ? asBlocks(hidden, document) : blocks;
}

function fuller(
  quick: readonly RawBlock[],
  { html }: PreparedHtml,
  headline: string | null,
): readonly RawBlock[] {
  const careful = readAfter(parseDocument(html), CAREFUL_REMOVERS, headline).blocks;
  return proseChars(careful) > proseChars(quick) * CAREFUL_GAIN ? careful : quick;
}

function run(removers: readonly Remover[], document: PageDocument, headline: string | null): void {
  const { body } = document;
  const aroundBody = new Set(
    [...body.querySelectorAll('[itemprop~="articleBody"]')]
      .slice(0, MAX_BODIES)
      .flatMap((one) => [...lineage(one)]),
  );
  const page = { body, headline, aroundBody, proseChars: proseIn(body).chars };
  for (const remover of removers) remover.remove(page);
}

function readAfter(
  document: PageDocument,
  removers: readonly Remover[],
  headline: string | null,
): ContainerText {
  run(removers, document, headline);
  const container = containerBlocks(document) ?? densestBlocks(document);
  return better(readabilityBlocks(document), container);
}

/** More elements than this marked as bodies are a list of articles. */
const MAX_BODIES = 20;

/** A container named after the article's body is right when it holds about all that Readability found. */
const NAMED_CONTAINER_SHARE = 0.9;
/** Pieces of a body that hold far more than Readability found are several articles. */
const MAX_PIECES_SHARE = 1.5;
/** Any other container also holds what stands around the article, and must be far fuller. */
const OTHER_CONTAINER_GAIN = 2;

function better(readability: readonly RawBlock[], container: ContainerText | null): ContainerText {
  const unnamed = { blocks: readability, named: false };
  if (container === null) return unnamed;
  const chars = proseChars(readability);
  const factor = container.named ? NAMED_CONTAINER_SHARE : OTHER_CONTAINER_GAIN;
  if (proseChars(container.blocks) > chars * factor) return container;
  const { pieces = [] } = container;
  const share = proseChars(pieces) / Math.max(1, chars);
  return share > NAMED_CONTAINER_SHARE && share < MAX_PIECES_SHARE
    ? { blocks: pieces, named: true }
    : unnamed;
}

/** The text of linked data or of the page's state, which a script would have drawn. */
function hiddenText(
  { state }: PreparedHtml,
  { article }: PageClaims,
  headline: string | null,
): readonly string[] {
  const linked = article?.['articleBody'];
  const fromLinked =
    typeof linked === 'string' ? paragraphsOf(linked) : [textField(article, 'articleBody') ?? ''];
  const fromState = stateParagraphs(state, headline);
  return lengthOf(fromLinked) >= lengthOf(fromState) / SCRIPT_GAIN ? fromLinked : fromState;
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + length, 0);
}

function asBlocks(paragraphs: readonly string[], { body }: PageDocument): RawBlock[] {
  return paragraphs
    .filter((text) => text !== '')
    .map((text) => ({ text, holder: 'paragraph', linkChars: 0, href: null, boldChars: 0, element: body }));
}
