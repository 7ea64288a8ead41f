/** Gathers the facts of an article from its blocks. */

import type { Image, Notice } from '../../document/article.ts';
import type { Block, BlockKind } from '../../document/block.ts';
import { textOf } from '../../document/span.ts';
import type { Span } from '../../document/span.ts';
import { authorsOf, isSureByline } from '../byline.ts';
import type { Cleaned } from '../cleaned.ts';
import { stampLabel } from '../../lexicon/stamp-labels.ts';
import { foldedLine } from '../folded-line.ts';
import { noticeKind } from '../notices.ts';
import { stampsOf, stampsWithin } from '../stamp.ts';
import type { Stamp } from '../stamp.ts';

/** The facts that blocks state. `section` is the line that names one, which is no block kind of its own. */
export function factsOf(text: string, blocks: readonly Block[], section: Span | null): Cleaned['facts'] {
  const notices = noticesOf(text, blocks);
  const stamps = blocks.flatMap((block, i) =>
    labelledByLineAbove(text, blocks[i - 1], stampsIn(text, block)),
  );
  return {
    url: urlOf(text, blocks[0]),
    publisher: null,
    headline: firstText(text, blocks, 'headline'),
    standfirst: firstText(text, blocks, 'standfirst'),
    byline: bylineOf(text, blocks),
    dateline: firstText(text, blocks, 'dateline'),
    published: publishedOf(stamps),
    updated: stamps.filter(({ kind }) => kind === 'updated').at(-1)?.iso ?? null,
    section: section === null ? null : oneLine(textOf(text, section)),
    machineTranslated: notices.some(({ kind }) => kind === 'translation'),
    notices,
    images: imagesOf(text, blocks, () => null),
  };
}

/** The address that a text opens with, alone on its line, is the article's own. */
function urlOf(text: string, first: Block | undefined): string | null {
  if (first?.kind !== 'boilerplate') return null;
  return /^https?:\/\/[^\s/]+\/\S+$/.exec(textOf(text, first))?.[0] ?? null;
}

/** A block's text on one line, as a fact is stated. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function firstText(text: string, blocks: readonly Block[], kind: BlockKind): string | null {
  const block = blocks.find((candidate) => candidate.kind === kind);
  return block === undefined ? null : oneLine(textOf(text, block));
}

/** "Updated" may stand on a line of its own over its date. */
function labelledByLineAbove(
  text: string,
  above: Block | undefined,
  stamps: readonly Stamp[],
): readonly Stamp[] {
  const label =
    above === undefined ? null : stampLabel(foldedLine(textOf(text, above).slice(0, 40)).replace(/:$/, ''));
  return label === null ? stamps : stamps.map((stamp) => ({ ...stamp, kind: stamp.kind ?? label }));
}

function stampsIn(text: string, block: Block): readonly Stamp[] {
  if (block.kind === 'updated') return stampsOf(textOf(text, block).replace(/^(?:date|sent):\s*/i, ''));
  return block.kind === 'byline' ? stampsWithin(textOf(text, block)) : [];
}

/** The time that a label says is publication's; else the first date that stands alone without a label. */
function publishedOf(stamps: readonly Stamp[]): string | null {
  const labelled = stamps.find(({ kind }) => kind === 'published');
  return (labelled ?? stamps.find(({ kind }) => kind === null))?.iso ?? null;
}

/**
 * Authors of the bylines in the head; those at the foot ("Reporting by …") only when the head names none.
 * Under a line with "By" another without it names the paper or the author's job.
 */
function bylineOf(text: string, blocks: readonly Block[]): readonly string[] {
  const body = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const inHead = (body < 0 ? blocks : blocks.slice(0, body)).filter(({ kind }) => kind === 'byline');
  const lines = (inHead.length > 0 ? inHead : blocks.filter(({ kind }) => kind === 'byline')).map((b) =>
    textOf(text, b),
  );
  const sure = lines.filter(isSureByline);
  return [...new Set((sure.length > 0 ? sure : lines).flatMap(authorsOf))];
}

const URL_IN_LINE = /https?:\/\/[^\s<>()[\]"'“”]+[^\s<>()[\]"'“”.,;:!?]/;

function noticesOf(text: string, blocks: readonly Block[]): Notice[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'notice') return [];
    const line = textOf(text, block);
    const next = blocks[i + 1];
    const nextLine = next?.kind === 'boilerplate' ? textOf(text, next) : '';
    const url = URL_IN_LINE.exec(line)?.[0] ?? (/^https?:\/\/\S+$/.test(nextLine) ? nextLine : null);
    // A sign-off such as "PTI" is no phrase of the lexicon; the pass that found it knew it for an agency's.
    const kind = noticeKind(line) ?? 'agency';
    return [{ kind, text: oneLine(line), span: { start: block.start, end: block.end }, url }];
  });
}

/** The images that captions and credits speak of; `urlAt` knows a picture's address by where its block starts. */
export function imagesOf(
  text: string,
  blocks: readonly Block[],
  urlAt: (start: number) => string | null,
): Image[] {
  const images: Image[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'caption') {
      const next = blocks[i + 1];
      const before = blocks[i - 1];
      // Some papers print the credit over the caption.
      const isOver = before?.kind === 'credit' && blocks[i - 2]?.kind !== 'caption';
      const creditBlock = next?.kind === 'credit' ? next : isOver ? before : undefined;
      const credit = creditBlock === undefined ? null : oneLine(textOf(text, creditBlock));
      images.push({ caption: oneLine(textOf(text, block)), credit, url: urlAt(block.start) });
    } else if (
      block.kind === 'credit' &&
      blocks[i - 1]?.kind !== 'caption' &&
      blocks[i + 1]?.kind !== 'caption'
    ) {
      images.push({ caption: null, credit: oneLine(textOf(text, block)), url: urlAt(block.start) });
    }
  }
  return images;
}
