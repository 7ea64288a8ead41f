/** English months, weekdays and holidays as words of time patterns. */

import { holidayRows } from './time-holidays.ts';
import { readTable } from './table.ts';
import type { TimeWord } from './time-classes.ts';

/** English month and weekday names with abbreviations, plural weekdays, and holiday names. */
export function readTimeNames(): TimeWord[] {
  const names: TimeWord[] = [];
  for (const row of readTable('months.tsv', ['name', 'month', 'languages', 'example'])) {
    if (isEnglish(row.languages)) add(names, 'month', row.name, row.month);
  }
  for (const row of readTable('weekdays.tsv', ['name', 'day', 'languages', 'example'])) {
    if (!isEnglish(row.languages)) continue;
    add(names, 'weekday', row.name, row.day);
    if (row.name.endsWith('day')) names.push({ words: [`${row.name}s`], class: 'weekdays', value: row.day });
  }
  for (const { name } of holidayRows()) {
    names.push({ words: name.split(' '), class: 'holiday', value: name });
  }
  return names;
}

function isEnglish(languages: string): boolean {
  return languages.split(',').includes('en');
}

/** A name of more than one letter, and its form with a stop where it is an abbreviation. */
function add(names: TimeWord[], kind: 'month' | 'weekday', name: string, value: string): void {
  if (name.length < 3) return;
  names.push({ words: [name], class: kind, value });
  if (name.length <= 5) names.push({ words: [`${name}.`], class: kind, value });
}
