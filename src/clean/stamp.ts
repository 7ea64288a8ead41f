/** Reads stamps: lines that say when an article was published or updated, and nothing else. */

import { isWeekday, zoneOffset } from '../lexicon/time-names.ts';
import { isDayFirstLabel, stampLabel } from '../lexicon/stamp-labels.ts';
import type { StampKind } from '../lexicon/stamp-labels.ts';
import { foldedLine } from './folded-line.ts';
import { printedTimes } from './printed-time.ts';
import type { DateOptions } from './printed-time.ts';

/** A time that a line states about its article. `kind` is null where the line has a date and no label. */
export interface Stamp {
  readonly kind: StampKind | null;
  readonly iso: string;
}

/** Longer lines are prose. */
const MAX_CHARACTERS = 200;

/**
 * The stamps of a line that holds nothing but stamps, with their labels, weekdays, zones and reading
 * times; empty for any other line. "First published 3 March 2024 | Updated 4 March 2024, 09:10" has two.
 */
export function stampsOf(line: string, options: DateOptions = {}): readonly Stamp[] {
  if (line.length > MAX_CHARACTERS || !/\p{Nd}/u.test(line)) return [];
  const times = printedTimes(line, orderIn(line, options));
  const stamps: Stamp[] = [];
  let from = 0;
  for (const { iso, start, end } of times) {
    const label = labelIn(line.slice(from, start));
    if (label === undefined) return [];
    stamps.push({ kind: label, iso });
    from = end;
  }
  return labelIn(line.slice(from)) === null ? stamps : [];
}

/** "Atualizado em 04/03/2024": the label's language says which number is the day. */
function orderIn(line: string, options: DateOptions): DateOptions {
  if (options.order !== undefined) return options;
  const words = foldedLine(line)
    .replace(/[^\p{L}\p{M}' ]+/gu, '|')
    .split('|');
  const hasLabel = words.some((piece) => labelStarts(piece.trim()).some(isDayFirstLabel));
  return hasLabel ? { ...options, order: 'day-first' } : options;
}

function labelStarts(piece: string): string[] {
  const words = piece.split(' ');
  return words.slice(0, MAX_LABEL_WORDS).map((_, i) => words.slice(0, i + 1).join(' '));
}

/** The dates that stand among other words, as in a byline, each with the label right before it. */
export function stampsWithin(line: string, options: DateOptions = {}): readonly Stamp[] {
  let from = 0;
  return printedTimes(line, orderIn(line, options)).map(({ iso, start, end }) => {
    const words = foldedLine(line.slice(from, start))
      .replace(/[:|•·,]+/g, ' ')
      .trim()
      .split(/\s+/);
    from = end;
    const lengths = [4, 3, 2, 1].filter((length) => length <= words.length);
    const labels = lengths.map((length) => stampLabel(words.slice(-length).join(' ')));
    return { kind: labels.find((label) => label !== null) ?? null, iso };
  });
}

/** The kind that a piece of line between dates names; null when it says nothing; undefined when it says something else. */
function labelIn(piece: string): StampKind | null | undefined {
  const words = foldedLine(piece)
    .replace(READING_TIME, ' ')
    .replace(/[:：|•·,،;()[\]\-–—/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return null;
  const label = labelOf(words);
  if (label !== null) return label;
  if (words.split(' ').every(isIdle)) return null;
  // "Published in The Harbour Post, April 3rd, 2024".
  return /^published in (?:\S+ ?){1,6}$/.test(words) ? 'published' : undefined;
}

const READING_TIME =
  /\b(?:about )?\d{1,3}[- ]?(?:min(?:ute)?s?|mins)\.?(?: (?:read|lecture))?|lesezeit|temps de lecture|阅读\d+|浏览/g;

/** The label among words that may have an idle one before or after: "updated on mon". */
function labelOf(words: string): StampKind | null {
  const parts = words.split(' ');
  for (let length = Math.min(parts.length, MAX_LABEL_WORDS); length > 0; length -= 1) {
    const label = stampLabel(parts.slice(0, length).join(' '));
    if (label !== null && parts.slice(length).every(isIdle)) return label;
  }
  return null;
}

const MAX_LABEL_WORDS = 5;

/** Words that say nothing of their own beside a date. */
function isIdle(word: string): boolean {
  return isWeekday(word) || zoneOffset(word) !== undefined || IDLE.test(word);
}

const IDLE =
  /^(?:at|on|the|le|el|il|am|um|à|a|las|alle|às|om|kl|klo|o|в|at|time|local|uhr|hrs|h|gmt|utc|ist|by|de|น|เวลา|الساعة|وقت|في|بتوقيت|read|ago|день|godz|saat|ore|ora|date)$/u;
