/** The lines of a plain text as it was typed, with where they stand. */

import type { Span } from '../../document/span.ts';

/** A line that holds a visible character. Its span has no white space at either end. */
export interface Line extends Span {
  /** Characters of white space before its first visible one. */
  readonly indent: number;
  /** Empty lines between the line before and this one. */
  readonly blankBefore: number;
}

/** White space and characters that show nothing: joiners, direction marks, NUL and other controls. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Every visible line, in order. Line ends are LF, CRLF, CR, and the Unicode line and paragraph separators. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  for (const { start, end } of rawLines(text)) {
    const line = visiblePart(text, start, end);
    if (line === null) {
      blank += 1;
      continue;
    }
    lines.push({ ...line, indent: line.start - start, blankBefore: lines.length === 0 ? 0 : blank });
    blank = 0;
  }
  return lines;
}

function* rawLines(text: string): Generator<Span> {
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}

/** The stretch between the first and the last visible character, or null when there is none. */
export function visiblePart(text: string, start: number, end: number): Span | null {
  let from = start;
  while (from < end && !isVisible(text, from)) from += 1;
  let to = end;
  while (to > from && !isVisible(text, to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function isVisible(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  // Half of a character outside the basic plane is visible; so is a lone half, which shows as a box.
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return VISIBLE.test(text.charAt(index));
}
