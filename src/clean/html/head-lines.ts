/** Byline and update line as the page prints them, to stand over the text. */

import { bylineEvidence } from '../byline.ts';
import { stampsOf } from '../stamp.ts';
import type { Part } from './assemble.ts';
import { clutterKind } from './clutter-classes.ts';
import { lineage } from './dom.ts';
import { keyOf } from './likeness.ts';
import type { RawBlock } from './read-blocks.ts';

const MAX_LINE_CHARS = 200;

/** The blocks whose elements are named as bylines; to be asked while the page's elements are as they were. */
export function namedBylines(blocks: readonly RawBlock[]): ReadonlySet<RawBlock> {
  const isNamed = (block: RawBlock) =>
    [...lineage(block.element, 3)].some((ancestor) => clutterKind(ancestor) === 'byline');
  return new Set(blocks.filter(({ text }) => text.length <= MAX_LINE_CHARS).filter(isNamed));
}

/** The first byline and the first update line among `blocks`. */
export function readHeadLines(
  blocks: readonly RawBlock[],
  authors: readonly string[],
  named: ReadonlySet<RawBlock>,
): readonly Part[] {
  const parts: Part[] = [];
  const byline = blocks.find((block) => isByline(block, authors, named));
  if (byline !== undefined) parts.push({ kind: 'byline', text: byline.text });
  const updated = blocks.find((block) => block !== byline && isUpdateLine(block));
  if (updated !== undefined) parts.push({ kind: 'updated', text: updated.text });
  return parts;
}

function isByline(block: RawBlock, authors: readonly string[], named: ReadonlySet<RawBlock>): boolean {
  if (block.text.length > MAX_LINE_CHARS) return false;
  if (bylineEvidence(block.text) === 'sure') return true;
  const key = keyOf(block.text);
  return authors.some((author) => key === keyOf(author) || (named.has(block) && key.includes(keyOf(author))));
}

function isUpdateLine({ text }: RawBlock): boolean {
  return text.length <= MAX_LINE_CHARS && stampsOf(text).some(({ kind }) => kind === 'updated');
}
