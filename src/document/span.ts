/** The span: a stretch of one text, and the only offset convention in annalist. */

/**
 * A half-open range of characters in the `text` of one document.
 *
 * Unit: UTF-16 code units, the unit of JavaScript string indices. `end` is the
 * first position after the range, so `end - start` is its length and two
 * neighbours share a number. A span holds no text: the document does.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span from `start` up to, not including, `end`. Throws a RangeError when it would end before it starts. */
export function span(start: number, end: number): Span {
  if (!(start >= 0 && start <= end)) throw new RangeError(`span ${start}..${end} ends before it starts`);
  return { start, end };
}

/** The characters that a span covers. */
export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether every character of `inner` lies in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span without white space at either end; empty at its start when nothing else is in it. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text, start)) start += 1;
  while (start < end && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, index: number): boolean {
  return /[\s\u200b\ufeff]/.test(text.charAt(index));
}
