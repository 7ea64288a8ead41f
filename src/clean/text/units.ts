/** Units: the candidate blocks of a text, with what their look tells. */

import type { BlockKind } from '../../document/block.ts';
import type { Span } from '../../document/span.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { partsOfOneLine } from './one-line.ts';
import { wrappingOf } from './wrapping.ts';

/** A stretch of text that is one block or, with a dateline or credit in it, two. */
export interface Unit extends Span {
  /** Empty lines before it. */
  readonly blankBefore: number;
  /** What mark-up or a mark says that it is, else null. */
  readonly given: BlockKind | null;
}

/** A list's mark at the head of a line. */
const BULLET = /^(?:[-*+•·▪◦‣►■●○→✓∙⁃]|\(?\d{1,2}[.)]|[–—])\s+(?=\S)/u;
const MAX_MARK_CHARACTERS = 12;

/** The units of a plain text, in order. Marks of lists, quotations and headings are outside the spans. */
export function unitsOf(text: string): Unit[] {
  const typed = linesOf(text).flatMap((line) => partsOfWideLine(text, line));
  const lines = typed.length === 1 ? typed.flatMap((line) => partsOfOnly(text, line)) : typed;
  const continues = wrappingOf(text, lines);
  const units: Unit[] = [];
  let from = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    if (next !== undefined && continues(line, next) && markOf(text, next, lines, i + 1) === null) continue;
    const first = lines[from] as Line;
    units.push(unitOf(first, line, markOf(text, first, lines, from)));
    from = i + 1;
  }
  return units;
}

/** A line longer than this holds what were several lines where it has wide gaps. */
const WIDE_LINE_CHARACTERS = 400;

/** Text that lost its line ends often keeps runs of blanks or tabs in their place. */
function partsOfWideLine(text: string, line: Line): Line[] {
  if (line.end - line.start < WIDE_LINE_CHARACTERS) return [line];
  const parts: Line[] = [];
  let start = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(/\t+ *| {3,}/g)) {
    parts.push({ start, end: line.start + match.index, indent: 0, blankBefore: 1 });
    start = line.start + match.index + match[0].length;
  }
  parts.push({ start, end: line.end, indent: 0, blankBefore: 1 });
  return parts.map((part, i) =>
    i === 0 ? { ...part, indent: line.indent, blankBefore: line.blankBefore } : part,
  );
}

function partsOfOnly(text: string, line: Line): Line[] {
  return partsOfOneLine(text, line).map((part) => ({ ...part, indent: 0, blankBefore: 1 }));
}

interface Mark {
  readonly length: number;
  readonly kind: BlockKind;
}

function unitOf(first: Line, last: Line, mark: Mark | null): Unit {
  // A mark with nothing after it stays, since a block holds a visible character.
  const start = first.start + (mark?.length ?? 0);
  return { start, end: last.end, blankBefore: first.blankBefore, given: mark?.kind ?? null };
}

/** The mark that a line begins with. A dash or number is one only beside another line with the like. */
function markOf(text: string, line: Line, lines: readonly Line[], index: number): Mark | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + MAX_MARK_CHARACTERS));
  const quote = /^(?:> ?)+(?=[^\s>])/.exec(head);
  if (quote !== null) return { length: quote[0].length, kind: 'quote' };
  const heading = /^#{1,6} +(?=\S)/.exec(head);
  if (heading !== null) return { length: heading[0].length, kind: 'heading' };
  const bullet = BULLET.exec(head);
  if (
    bullet === null ||
    !/[\p{L}\p{N}]/u.test(text.slice(line.start + bullet[0].length, Math.min(line.end, line.start + 80)))
  )
    return null;
  const isSure = /^[-*+•·▪◦‣►■●○→✓∙⁃]/u.test(head);
  const alike = [lines[index - 1], lines[index + 1]].some(
    (other) => other !== undefined && isAlike(text, other, head),
  );
  return isSure
    ? isSignature(text, line)
      ? null
      : { length: bullet[0].length, kind: 'listItem' }
    : alike
      ? { length: bullet[0].length, kind: 'listItem' }
      : null;
}

function isAlike(text: string, other: Line, head: string): boolean {
  const begin = BULLET.exec(
    text.slice(other.start, Math.min(other.end, other.start + MAX_MARK_CHARACTERS)),
  )?.[0];
  return begin !== undefined && /^\(?\d/.test(begin) === /^\(?\d/.test(head);
}

/** "- Reuters", "-- Ada Lind": a short line after a hyphen signs what stands above. */
function isSignature(text: string, { start, end }: Line): boolean {
  return end - start < 40 && /^-\s+(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$/u.test(text.slice(start, end));
}
