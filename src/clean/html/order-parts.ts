/** Puts the parts of an article in reading order: what stands over the text, then the text with its captions and notices. */

import type { Image, Notice } from '../../document/article.ts';
import type { BlockKind } from '../../document/block.ts';
import { datelineOf } from '../dateline.ts';
import type { Part } from './assemble.ts';
import type { RawBlock } from './read-blocks.ts';

export interface ArticleParts {
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** Byline and update lines as printed. */
  readonly headLines: readonly Part[];
  readonly main: readonly RawBlock[];
  readonly images: readonly Image[];
  readonly notices: readonly Omit<Notice, 'span'>[];
}

/** `pageBlocks` are all blocks of the page in reading order; they say where captions and notices stand. */
export function orderParts(
  article: ArticleParts,
  pageBlocks: readonly RawBlock[],
): { readonly parts: readonly Part[]; readonly dateline: string | null } {
  const places = new Places(pageBlocks);
  const { body, dateline } = bodyParts(article.main);
  const placed: { readonly part: Part; readonly at: number }[] = [];
  let last = -1;
  for (const part of body) {
    last = Math.max(last, places.of(part.source) ?? last);
    placed.push({ part, at: last });
  }
  for (const { caption, credit } of article.images) {
    const at = places.starting(caption ?? credit ?? '') ?? -1;
    if (caption !== null) placed.push({ part: { kind: 'caption', text: caption }, at: at - 0.5 });
    if (credit !== null) placed.push({ part: { kind: 'credit', text: credit }, at: at - 0.4 });
  }
  for (const notice of article.notices) {
    placed.push({
      part: { kind: 'notice', text: notice.text, notice },
      at: (places.of(notice.text) ?? last + 1) - 0.3,
    });
  }
  placed.sort((a, b) => a.at - b.at);
  return { parts: [...headParts(article), ...placed.map(({ part }) => part)], dateline };
}

function headParts({ headline, standfirst, headLines }: ArticleParts): Part[] {
  const parts: Part[] = [];
  if (headline !== null) parts.push({ kind: 'headline', text: headline });
  if (standfirst !== null) parts.push({ kind: 'standfirst', text: standfirst });
  return [...parts, ...headLines];
}

/** A part of the running text with the text of the block that it was cut from. */
interface BodyPart extends Part {
  readonly source: string;
}

function bodyParts(main: readonly RawBlock[]): {
  readonly body: readonly BodyPart[];
  readonly dateline: string | null;
} {
  const body: BodyPart[] = [];
  let dateline: string | null = null;
  let paragraphs = 0;
  for (const block of main) {
    const kind = kindOf(block);
    paragraphs += kind === 'paragraph' ? 1 : 0;
    const found = kind === 'paragraph' && paragraphs === 1 ? datelineOf(block.text) : null;
    const rest = found === null ? '' : block.text.slice(found.next).trim();
    if (found !== null && rest !== '') {
      dateline = found.text;
      body.push(
        { kind: 'dateline', text: found.text, source: block.text },
        { kind, text: rest, source: block.text },
      );
    } else {
      body.push({ kind, text: block.text, source: block.text });
    }
  }
  return { body, dateline };
}

function kindOf({ holder }: RawBlock): BlockKind {
  if (holder === 'heading' || holder === 'listItem' || holder === 'quote') return holder;
  return 'paragraph';
}

/** Where texts stand on the page. */
class Places {
  private readonly indexOfText = new Map<string, number>();
  private readonly texts: readonly string[];

  constructor(blocks: readonly RawBlock[]) {
    this.texts = blocks.map(({ text }) => text);
    for (const [index, text] of this.texts.entries())
      if (!this.indexOfText.has(text)) this.indexOfText.set(text, index);
  }

  of(text: string): number | null {
    return this.indexOfText.get(text) ?? null;
  }

  /** The first block with the text's beginning in it: labels may stand before a caption. */
  starting(text: string): number | null {
    const beginning = text.slice(0, PREFIX_CHARS);
    if (beginning === '') return null;
    const index = this.of(text) ?? this.texts.findIndex((block) => block.includes(beginning));
    return index < 0 ? null : index;
  }
}

/** Enough of a caption to know it by. */
const PREFIX_CHARS = 40;
