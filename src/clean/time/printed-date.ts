/** Finds printed dates in a line whose digits are plain: numeric, named-month and East Asian styles. */

import { overlaps } from '../../document/span.ts';
import { isWeekday } from '../../lexicon/time-names.ts';
import { isCalendarDate, fullYear, ymd } from './calendar-date.ts';
import type { DateOptions, DayOrder, PrintedDate, Ymd } from './calendar-date.ts';
import { namedDates } from './named-date.ts';

/** Every valid date, in line order, none overlapping another; a weekday that stands before one is inside its span. */
export function printedDates(line: string, options: DateOptions): readonly PrintedDate[] {
  const found = [...numericDates(line, options), ...namedDates(line, options)].filter(isCalendarDate);
  // A full date outranks a bare month that shares characters with it ("Mawrth, 2024-01-02").
  const full = withoutOverlaps(found.filter(({ day }) => day !== null));
  const months = found.filter((date) => date.day === null && !full.some((other) => overlaps(date, other)));
  const dates = withoutOverlaps([...full, ...months]);
  return dates.map((date, i) => withWeekday(line, date, dates[i - 1]?.end ?? 0));
}

/** The dates in line order; of two that overlap the earlier, and of two that start together the longer. */
function withoutOverlaps(found: readonly PrintedDate[]): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const date of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (date.start >= (dates.at(-1)?.end ?? 0)) dates.push(date);
  }
  return dates;
}

/** One way of writing a date in numbers, and how its groups are read. */
interface NumericStyle {
  readonly pattern: RegExp;
  read(groups: readonly string[], options: DateOptions): Ymd | null;
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };

const STYLES: readonly NumericStyle[] = [
  // 2024-04-08, 2024/4/8, 2024.04.08, "2024. 4. 8."
  {
    pattern: /(?<![\d./:-])(\d{4})(?:([-/])|\. ?)(\d{1,2})(?:\2|\. ?)(\d{1,2})\.?(?![\d-])/g,
    read: ([year, , month, day]) => ymd(year, month, day),
  },
  // 2024年4月8日, 2024년 4월 8일, 2024年4月
  {
    pattern: /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号號일])?/g,
    read: ([year, month, day]) => ymd(year, month, day),
  },
  // 令和6年4月8日, 民國113年4月8日
  {
    pattern: /(令和|平成|昭和|民國|民国) ?(\d{1,3}|元) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?/g,
    read: ([era = '', year, month, day]) => {
      const inEra = year === '元' ? 1 : Number(year);
      return ymd(String((ERAS[era] ?? 0) + inEra), month, day);
    },
  },
  // ngày 8 tháng 4 năm 2024
  {
    pattern: /(?:ngày )?(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})/gi,
    read: ([day, month, year]) => ymd(year, month, day),
  },
  // 08/04/2024, 8.4.2024, 08-04-24
  {
    pattern: /(?<![\d./:-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d/-]|[.:]\d)/g,
    read: ([first = '', mark, second = '', year = ''], options) => {
      // With full stops the day comes first wherever such dates are printed.
      const order = mark === '.' ? 'day-first' : orderOf(Number(first), Number(second), options.order);
      if (order === null) return null;
      return order === 'day-first' ? ymd(fullYear(year), second, first) : ymd(fullYear(year), first, second);
    },
  },
];

function numericDates(line: string, options: DateOptions): PrintedDate[] {
  return STYLES.flatMap(({ pattern, read }) =>
    [...line.matchAll(pattern)].flatMap((match) => {
      const date = read(match.slice(1), options);
      return date === null ? [] : [{ ...date, start: match.index, end: match.index + match[0].length }];
    }),
  );
}

function orderOf(first: number, second: number, given: DayOrder | undefined): DayOrder | null {
  if (first > 12) return 'day-first';
  if (second > 12) return 'month-first';
  return first === second ? 'day-first' : (given ?? null);
}

/** Characters between a weekday and its date: "Mon, 8 April", "Donnerstag, den 8. April". */
const WEEKDAY_BEFORE =
  /([\p{L}\p{M}'’׳\u200c\u200d-]+(?: [\p{L}\p{M}'’׳\u200c\u200d-]+)?)[.,،、]? {0,2}(?:the |den |de |le |el |il )?\(?$/iu;

function withWeekday(line: string, date: PrintedDate, from: number): PrintedDate {
  const match = WEEKDAY_BEFORE.exec(line.slice(from, date.start));
  const words = match?.[1] ?? '';
  const last = words.slice(words.lastIndexOf(' ') + 1);
  const weekday = [words, last].find(isWeekday);
  // "so 8.4." is a weekday only with its stop: two letters alone are as likely a word.
  if (match === null || weekday === undefined || (weekday.length < 3 && !/[.,]/.test(match[0]))) return date;
  return { ...date, start: from + match.index + words.length - weekday.length };
}
