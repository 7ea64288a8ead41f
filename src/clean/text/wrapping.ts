/** Finds out whether a text is hard-wrapped, as e-mail and wire copy are, and which lines go on in the next. */

import type { Line } from './lines.ts';

/** Wider text is not wrapped by hand or machine; its lines are whole paragraphs. */
const MAX_WIDTH = 132;
const MIN_WIDTH = 30;
/** Lines of a text that are looked at; more does not change the answer. */
const SAMPLE_LINES = 2000;
/** Share of followed lines that may end a sentence in a wrapped text. In text with a paragraph a line nearly all do. */
const MAX_SENTENCE_ENDS = 0.45;
/** Share of followed lines that are full in a wrapped text: only last lines of paragraphs are not. */
const MIN_FULL = 0.55;

/** Share of lines after a full one that may begin with a capital; a list of names or headers has nearly all. */
const MAX_CAPITALS = 0.7;

/** Says of two neighbouring lines whether the second goes on with the first's paragraph. */
export type Continues = (line: Line, next: Line) => boolean;

/** How the lines of this text go on. In a text that is not hard-wrapped none does. */
export function wrappingOf(text: string, lines: readonly Line[]): Continues {
  const beginsParagraph = indentationOf(lines);
  const pairs = followedPairs(lines.slice(0, SAMPLE_LINES)).filter(([, next]) => !beginsParagraph(next));
  const width = widthOf(pairs);
  if (width === null) return () => false;
  const isFull: Continues = (line, next) =>
    lengthOf(line) + 1 + firstWordLength(text, next) > width * FULL_SHARE;
  const full = pairs.filter(([line, next]) => isFull(line, next));
  const ends = full.filter(([line]) => endsSentence(text, line)).length;
  if (full.length / pairs.length < MIN_FULL || ends / full.length > MAX_SENTENCE_ENDS) return () => false;
  if (beginsAnew(text, full) / full.length > MAX_CAPITALS) return () => false;
  const headEnds = headWithoutBlank(text, lines);
  return (line, next) => {
    if (next.blankBefore > 0 || beginsParagraph(next) || line === headEnds) return false;
    if (isFull(line, next)) return true;
    // Ragged text, as from a PDF: a line that breaks off in a sentence which the next goes on with.
    return (
      lengthOf(line) > width / 2 && !endsSentence(text, line) && /^\p{Ll}/u.test(text.charAt(next.start))
    );
  };
}

/** How many second lines begin with a capital, in a text that has small letters to begin with. */
function beginsAnew(text: string, pairs: readonly (readonly [Line, Line])[]): number {
  const hasSmall = pairs.some(([{ start, end }]) =>
    /\p{Ll}{2}/u.test(text.slice(start, Math.min(end, start + MAX_WIDTH))),
  );
  return hasSmall ? pairs.filter(([, next]) => /^\p{Lu}/u.test(text.charAt(next.start))).length : 0;
}

/** Wrapping by eye, or by software that counts otherwise, stops a little short of the width. */
const FULL_SHARE = 0.92;

function followedPairs(lines: readonly Line[]): (readonly [Line, Line])[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return next === undefined || next.blankBefore > 0 ? [] : [[line, next] as const];
  });
}

/** The width that lines are filled to: the 90th percentile of followed lines; null when there are too few or too wide. */
function widthOf(pairs: readonly (readonly [Line, Line])[]): number | null {
  if (pairs.length < 2) return null;
  const lengths = pairs.map(([line]) => lengthOf(line)).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  return width < MIN_WIDTH || width > MAX_WIDTH ? null : width;
}

function lengthOf({ start, end }: Line): number {
  return end - start;
}

/** Longest first word that is looked at, in characters. */
const MAX_WORD = 40;

/** Scripts without blanks break anywhere, so there the first word is one character. */
function firstWordLength(text: string, { start, end }: Line): number {
  const head = text.slice(start, Math.min(end, start + MAX_WORD));
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(head)) return 1;
  const blank = head.search(/\s/);
  return blank < 0 ? head.length : blank;
}

function endsSentence(text: string, { start, end }: Line): boolean {
  return /[.!?…。！？؟।۔]["'”’»)\]]*$/u.test(text.slice(Math.max(start, end - 6), end));
}

/**
 * The first line when it must be a headline: a text with no empty line at all, whose second line begins as a
 * sentence does. A wrapped first paragraph would only by chance break before a capital.
 */
function headWithoutBlank(text: string, lines: readonly Line[]): Line | null {
  const [first, second] = lines;
  const hasBlank = lines.slice(0, SAMPLE_LINES).some(({ blankBefore }) => blankBefore > 0);
  if (first === undefined || second === undefined || hasBlank || endsSentence(text, first)) return null;
  return /^["“«‘']?\p{Lu}/u.test(text.slice(second.start, second.start + 2)) ? first : null;
}

/** Share of lines that may be indented where indents begin paragraphs; quoted or centred text has more. */
const MAX_INDENTED = 0.6;

/** Whether a line begins a paragraph by its indent: where some lines are indented and most are not. */
function indentationOf(lines: readonly Line[]): (line: Line) => boolean {
  const sample = lines.slice(0, SAMPLE_LINES);
  const base = Math.min(...sample.map(({ indent }) => indent));
  const indented = sample.filter(({ indent }) => indent >= base + 2).length;
  if (indented > sample.length * MAX_INDENTED) return () => false;
  return ({ indent }) => indent >= base + 2;
}
