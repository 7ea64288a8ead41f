/** The time of day printed beside a date, with its zone when that means one offset. */

import type { Span } from '../../document/span.ts';
import { zoneOffset } from '../../lexicon/time-names.ts';

/** A time of day: `T09:52`, `T09:52:00+03:00`. */
export interface PrintedClock extends Span {
  readonly iso: string;
}

/** How far from its date a time may stand, in characters: "Updated 9:52 AM local time on Monday, 8 April". */
const MAX_GAP_CHARACTERS = 30;

/** The time that goes with `date`, looked for first after it and then before it, inside `within`. */
export function clockIn(line: string, date: Span, within: Span): PrintedClock | null {
  const after = line.slice(date.end, within.end);
  const printed = line.slice(date.start, date.end);
  const inDate = /\d:\d\d/.test(printed) ? clocksOf(printed, date.start)[0] : undefined;
  if (inDate !== undefined) return inDate;
  const next = clocksOf(after, date.end)[0];
  if (next !== undefined && isNear(after.slice(0, next.start - date.end))) return next;
  const last = clocksOf(line.slice(within.start, date.start), within.start).at(-1);
  return last !== undefined && isNear(line.slice(last.end, date.start)) ? last : null;
}

/** Between a date and its time stand marks and a few words, no other number and no sentence end. */
function isNear(gap: string): boolean {
  return gap.length <= MAX_GAP_CHARACTERS && !/\d|[.!?。] +\p{Lu}/u.test(gap);
}

const BEFORE_NOON = /^(?:a ?\.? ?m\b\.?|ص|صباحا|صباحًا|π\.? ?μ\.?|上午|午前|오전|sa|पूर्वाह्न|dop\.?|de)$/iu;
const HALF_DAY = String.raw`a ?\.? ?m\b\.?|p ?\.? ?m\b\.?|ص|م|صباحا|صباحًا|مساء|مساءً|[πµμ]\.? ?[µμ]\.?|上午|下午|午前|午後|오전|오후`;
const HALF_BEFORE = '上午|下午|晚上|早上|凌晨|午前|午後|오전|오후|μμ|πμ';

/** Hour and minute by a colon, a full stop, an h or East Asian words; or an hour with its half of the day; or four digits. */
const CLOCK = new RegExp(
  [
    String.raw`(?<![\d.,:/])(?:(?<half1>${HALF_BEFORE}) ?)?`,
    String.raw`(?:(?<hour>[01]?\d|2[0-4]) ?(?:[:.h時时點点시։]|ч\.?) ?(?<minute>[0-5]\d)(?![\d/])(?: ?[분分])?(?:[:.](?<second>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?`,
    String.raw`|(?<hour2>[01]?\d|2[0-4])(?= ?(?:${HALF_DAY})(?!\p{L})| ?h(?!\p{L})| Uhr\b|[時时點点시])(?: ?h(?!\p{L})|[時时點点시])?`,
    String.raw`|(?<hour3>[01]\d|2[0-3])(?<minute3>[0-5]\d)(?= ?(?:hrs?|hours|GMT|UTC|Z|h)\b))`,
    String.raw`(?: ?(?<half2>${HALF_DAY})(?!\p{L}))?`,
  ].join(''),
  'giu',
);

/** After a time: "(GMT+3)", " EDT", "+0530", "UTC+03:00", " hrs IST", " Uhr MEZ". */
const ZONE =
  /^(?: ?(?:hrs?|hours|uhr|h|pm|am)\b\.?)?,? ?\(?(?:(?<name>[A-Z]{2,5}|Z)(?![A-Za-z]))?(?: ?(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>[0-5]\d)?(?!\d))?\)?/i;

function clocksOf(text: string, offset: number): PrintedClock[] {
  const clocks: PrintedClock[] = [];
  for (const match of text.matchAll(CLOCK)) {
    const clock = clockOf(match.groups ?? {});
    if (clock === null) continue;
    const end = match.index + match[0].length;
    const zone = zoneAfter(text.slice(end));
    clocks.push({
      iso: `T${clock}${zone.offset}`,
      start: offset + match.index,
      end: offset + end + zone.length,
    });
  }
  return clocks;
}

function clockOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const half = groups['half1'] ?? groups['half2'];
  const printed = Number(groups['hour'] ?? groups['hour2'] ?? groups['hour3']);
  const hour = half === undefined ? printed : hourOfHalf(printed, half);
  if (hour > 23) return null;
  const minute = groups['minute'] ?? groups['minute3'] ?? '00';
  const second = groups['second'] === undefined ? '' : `:${groups['second']}`;
  return `${String(hour).padStart(2, '0')}:${minute}${second}`;
}

/** The hour from 0 to 23. Some papers print "21:52 PM"; hours past noon are then left as they are. */
function hourOfHalf(hour: number, half: string): number {
  if (hour > 12) return hour;
  const morning = BEFORE_NOON.test(half.trim()) || half === '早上' || half === '凌晨';
  return (hour % 12) + (morning ? 0 : 12);
}

function zoneAfter(rest: string): { readonly offset: string; readonly length: number } {
  const match = ZONE.exec(rest);
  const { name, sign, hours, minutes } = match?.groups ?? {};
  const known = name === undefined ? undefined : zoneOffset(name);
  const isZero = name === undefined || known === 'Z';
  if (match !== null && sign !== undefined && hours !== undefined && isZero && Number(hours) <= 14) {
    return { offset: `${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`, length: match[0].length };
  }
  if (match === null || name === undefined || known === undefined || name !== name.toUpperCase())
    return { offset: '', length: 0 };
  return {
    offset: known ?? '',
    length: sign === undefined ? match[0].length : match[0].indexOf(name) + name.length,
  };
}
