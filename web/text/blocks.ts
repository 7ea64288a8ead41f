/** Blocks in groups: neighbours that a page shows as one thing, such as the items of one list. */

import type { WireRevision } from '../../src/serve/wire.ts';

export type WireBlock = WireRevision['blocks'][number];

/** A run of blocks of one kind that belong together, or a single block. */
export interface BlockGroup {
  readonly kind: WireBlock['kind'];
  readonly blocks: readonly WireBlock[];
}

/** A caption and the credit after it are one figure; list items and boilerplate lines stand in runs. */
const JOINED: ReadonlySet<string> = new Set([
  'caption credit',
  'listItem listItem',
  'boilerplate boilerplate',
]);

/** The blocks in text order, neighbours of one thing joined. */
export function groupsOf(blocks: readonly WireBlock[]): BlockGroup[] {
  const groups: { kind: WireBlock['kind']; blocks: WireBlock[] }[] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const previous = group?.blocks.at(-1);
    if (group !== undefined && previous !== undefined && JOINED.has(`${previous.kind} ${block.kind}`)) {
      group.blocks.push(block);
    } else {
      groups.push({ kind: block.kind, blocks: [block] });
    }
  }
  return groups;
}

/** The first words of a text without a headline, so that its page has a name. */
export function openingWords(text: string, maxCharacters = 80): string {
  const opening = text.trim().replace(/\s+/g, ' ');
  if (opening.length <= maxCharacters) return opening;
  const cut = opening.lastIndexOf(' ', maxCharacters);
  return `${opening.slice(0, cut > 0 ? cut : maxCharacters)} …`;
}
