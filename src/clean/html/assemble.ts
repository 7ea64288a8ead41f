/** Makes the clean text: the parts of an article in reading order, joined once and for ever. */

import type { Block, BlockKind } from '../../document/block.ts';
import type { Notice } from '../../document/article.ts';
import type { Span } from '../../document/span.ts';

export interface Part {
  readonly kind: BlockKind;
  /** On one line, never empty. */
  readonly text: string;
  /** The notice that this part is, for its span. */
  readonly notice?: Omit<Notice, 'span'>;
}

export interface Assembled {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
}

const BETWEEN_BLOCKS = '\n\n';
/** A dateline stands on the line of the paragraph that it opens. */
const AFTER_DATELINE = ' ';

export function assemble(parts: readonly Part[]): Assembled {
  let text = '';
  let previous: BlockKind | null = null;
  const blocks: Block[] = [];
  const notices: Notice[] = [];
  for (const part of parts) {
    if (previous !== null) text += previous === 'dateline' ? AFTER_DATELINE : BETWEEN_BLOCKS;
    const span: Span = { start: text.length, end: text.length + part.text.length };
    text += part.text;
    blocks.push({ kind: part.kind, ...span });
    if (part.notice !== undefined) notices.push({ ...part.notice, span });
    previous = part.kind;
  }
  return { text, blocks, notices };
}
