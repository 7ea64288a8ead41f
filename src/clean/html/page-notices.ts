/** Lines about the article itself: machine translation, live coverage elsewhere, corrections, agency copy. */

import type { Notice } from '../../document/article.ts';
import { noticeKind } from '../notices.ts';
import { mentionsClutter, opensAsClutter } from './clutter-lines.ts';
import { resolvedUrl } from './facts/address.ts';
import type { RawBlock } from './read-blocks.ts';

/** Longer blocks are news about a correction and not a correction. */
const MAX_NOTICE_CHARS = 500;

/** Blocks after the last paragraph in which corrections and agency lines stand. */
const REACH_BLOCKS = 8;

/** The notices among the page's blocks from `from` to shortly after `to`, each once. */
export function readNotices(
  blocks: readonly RawBlock[],
  from: number,
  to: number,
  pageUrl: string | null,
): readonly Omit<Notice, 'span'>[] {
  const notices = new Map<string, Omit<Notice, 'span'>>();
  for (const block of blocks.slice(Math.max(0, from), to + 1 + REACH_BLOCKS)) {
    const notice = noticeOf(block, pageUrl);
    if (notice !== null && !notices.has(notice.text)) notices.set(notice.text, notice);
  }
  return [...notices.values()];
}

export function noticeOf(
  { text, href, holder }: RawBlock,
  pageUrl: string | null,
): Omit<Notice, 'span'> | null {
  if (text.length > MAX_NOTICE_CHARS || holder === 'cell') return null;
  const kind = noticeKind(text);
  if ((kind === 'live' || kind === 'other') && (opensAsClutter(text) || mentionsClutter(text))) return null;
  return kind === null ? null : { kind, text, url: href === null ? null : resolvedUrl(href, pageUrl) };
}
