/** Printed dates and times, and that every name of the lexicons is read where papers print it. */

import { expect, test } from 'vitest';

import { readPairs } from '../../test/support/pairs.ts';
import { readTable } from '../lexicon/table.ts';
import type { DateOptions } from './printed-time.ts';
import { parsePrintedTime, printedTimes } from './printed-time.ts';

for (const { input, expected } of readPairs(new URL('printed-time-cases.txt', import.meta.url))) {
  test(`printed time: ${input}`, () => {
    const [, text = '', option] = /^(.*?)(?: \[([a-z-]+)\])?$/.exec(input) ?? [];
    expect(parsePrintedTime(text, optionsOf(option)) ?? '-').toBe(expected);
  });
}

function optionsOf(option: string | undefined): DateOptions {
  if (option === undefined) return {};
  return option === 'day-first' || option === 'month-first' ? { order: option } : { language: option };
}

test('every month of the lexicon is read from its example', () => {
  for (const { month, languages, example } of readTable('months.tsv', [
    'name',
    'month',
    'languages',
    'example',
  ])) {
    const language = languages.split(',')[0] ?? '';
    const expected = `2024-${month.padStart(2, '0')}-08`;
    expect.soft(parsePrintedTime(example.replace(/[[\]]/g, ''), { language }), example).toBe(expected);
  }
});

test('every Persian month is read from its example', () => {
  for (const { example } of readTable('persian-months.tsv', ['name', 'month', 'example'])) {
    expect.soft(parsePrintedTime(example.replace(/[[\]]/g, '')), example).toMatch(/^202[45]-\d\d-\d\d$/);
  }
});

test('every weekday of the lexicon is inside the span of its date', () => {
  for (const { example } of readTable('weekdays.tsv', ['name', 'day', 'languages', 'example'])) {
    const [time] = printedTimes(example.replace(/[[\]]/g, ''));
    expect.soft(time?.start, example).toBe(0);
  }
});

test('a zone is kept when it means one offset and is part of the span either way', () => {
  for (const { offset, example } of readTable('time-zones.tsv', ['abbreviation', 'offset', 'example'])) {
    const text = example.replace(/[[\]]/g, '');
    const expected = `2024-04-08T09:52${offset === '-' ? '' : offset}`;
    expect.soft(printedTimes(text), example).toEqual([{ iso: expected, start: 0, end: text.length }]);
  }
});

test('two dates on a line are two', () => {
  const line = 'Published 3 March 2024, 08:00 | Updated 4 March 2024, 09:10 GMT';
  expect(printedTimes(line).map(({ iso, start, end }) => [iso, line.slice(start, end)])).toEqual([
    ['2024-03-03T08:00', '3 March 2024, 08:00'],
    ['2024-03-04T09:10Z', '4 March 2024, 09:10 GMT'],
  ]);
});
