/** Blocks: the parts of a clean text and what each one is. */

import type { Span } from './span.ts';

/** Every kind of block, in the order in which an article usually has them. */
export const BLOCK_KINDS = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'updated',
  'caption',
  'credit',
  'notice',
  'heading',
  'paragraph',
  'quote',
  'listItem',
  'boilerplate',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * One part of a text. Blocks are in text order and never overlap; white space
 * between them belongs to none. A block holds at least one visible character.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** The kinds that extraction reads as prose. All others are kept, shown and never read. */
const READABLE: ReadonlySet<BlockKind> = new Set([
  'headline',
  'standfirst',
  'caption',
  'paragraph',
  'quote',
  'listItem',
]);

/** Whether extraction reads the block as prose. */
export function isReadable({ kind }: Block): boolean {
  return READABLE.has(kind);
}
