/** Paragraphs of a plain text: stretches between empty lines. */

import type { Span } from '../../document/span.ts';

/** Every stretch that holds something visible; an empty line, with spaces or without, ends one. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start: number | null = null;
  let end = 0;
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 ? text.length : newline;
    if (isBlank(text, at, lineEnd)) {
      if (start !== null) paragraphs.push({ start, end });
      start = null;
    } else {
      start ??= at;
      end = lineEnd;
    }
    at = lineEnd + 1;
  }
  if (start !== null) paragraphs.push({ start, end });
  return paragraphs;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/\s/.test(text.charAt(i))) return false;
  return true;
}
