/** Names of months, weekdays and time zones in the languages of the world's papers. */

import { readTable } from './table.ts';

/**
 * The month, 1 to 12, that a name or abbreviation stands for, else null.
 *
 * Case and a final full stop do not matter. A few names mean different months in
 * different languages (Croatian and Polish "listopada"); they are read only when `language` decides.
 */
export function monthNamed(name: string, language?: string): number | null {
  const senses = months().get(folded(name));
  if (senses === undefined) return null;
  const [first] = senses;
  if (first !== undefined && senses.length === 1) return first.month;
  return (
    senses.find(({ languages }) => language !== undefined && languages.includes(language))?.month ?? null
  );
}

/** The month, 1 to 12, of the Persian calendar that a name stands for, else null. */
export function persianMonthNamed(name: string): number | null {
  persianMonths ??= new Map(
    readTable('persian-months.tsv', ['name', 'month', 'example']).map((row) => [
      folded(row.name),
      Number(row.month),
    ]),
  );
  return persianMonths.get(folded(name)) ?? null;
}

/** Whether a word names a day of the week in some language. */
export function isWeekday(name: string): boolean {
  weekdayNames ??= new Set(
    readTable('weekdays.tsv', ['name', 'day', 'languages', 'example']).map((row) => folded(row.name)),
  );
  return weekdayNames.has(folded(name));
}

/**
 * The UTC offset of a zone's abbreviation (`-05:00`, `Z`), null when the abbreviation is used for
 * several zones (IST, CST), undefined when it is none.
 */
export function zoneOffset(abbreviation: string): string | null | undefined {
  zones ??= new Map(
    readTable('time-zones.tsv', ['abbreviation', 'offset', 'example']).map(
      ({ abbreviation: zone, offset }) => [zone, offset === '-' ? null : offset],
    ),
  );
  return zones.get(abbreviation.toUpperCase());
}

interface MonthSense {
  readonly month: number;
  readonly languages: readonly string[];
}

let monthSenses: Map<string, MonthSense[]> | undefined;
let persianMonths: Map<string, number> | undefined;
let weekdayNames: Set<string> | undefined;
let zones: Map<string, string | null> | undefined;

function months(): Map<string, MonthSense[]> {
  if (monthSenses !== undefined) return monthSenses;
  monthSenses = new Map();
  for (const { name, month, languages } of readTable('months.tsv', [
    'name',
    'month',
    'languages',
    'example',
  ])) {
    const key = folded(name);
    const senses = monthSenses.get(key) ?? [];
    senses.push({ month: Number(month), languages: languages.split(',') });
    monthSenses.set(key, senses);
  }
  return monthSenses;
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200c\u200d]|\.$/g, '');
}
