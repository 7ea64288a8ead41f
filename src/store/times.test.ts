/** How stated times sort, and which days a range takes in. */

import { describe, expect, test } from 'vitest';

import { afterLastOf, firstOf, instantOf, sortableTime } from './times.ts';

test.each([
  ['2024-04-08', '2024-04-08'],
  ['2024-04', '2024-04'],
  ['2024', '2024'],
  ['2024-04-08T09:52', '2024-04-08T09:52:00Z'],
  ['2024-04-08T09:52:00+03:00', '2024-04-08T06:52:00Z'],
  ['2024-04-08T01:00:00+03:00', '2024-04-07T22:00:00Z'],
  ['2024-04-08T09:52:00.250Z', '2024-04-08T09:52:00.250Z'],
  ['2024-02-30', null],
  ['2024-13', null],
  ['yesterday', null],
  ['2024-04-08T25:00', null],
  ['', null],
])('%s sorts as %s', (stated, sorted) => {
  expect(sortableTime(stated)).toBe(sorted);
});

test('instants come in one form', () => {
  expect(instantOf('2024-01-01T00:00:00Z')).toBe('2024-01-01T00:00:00.000Z');
  expect(instantOf('2024-01-01T02:00:00+02:00')).toBe('2024-01-01T00:00:00.000Z');
  expect(instantOf('unknown')).toBe('unknown');
});

describe('a range of days', () => {
  const times = [
    '2023-12-31T23:59:59Z',
    '2024',
    '2024-01',
    '2024-01-01',
    '2024-01-01T08:00:00Z',
    '2024-02',
    '2024-02-29',
    '2024-03',
    '2024-03-01',
  ];

  function within(from: string, to: string): string[] {
    return times.filter((time) => firstOf(from) <= time && time < afterLastOf(to));
  }

  test('includes both its ends', () => {
    expect(within('2024-01-01', '2024-02-29')).toEqual([
      '2024',
      '2024-01',
      '2024-01-01',
      '2024-01-01T08:00:00Z',
      '2024-02',
      '2024-02-29',
    ]);
  });

  test('of one leap day', () => {
    expect(within('2024-02-29', '2024-02-29')).toEqual(['2024-02-29']);
  });

  test('of a month and of a year', () => {
    expect(within('2024-02', '2024-02')).toEqual(['2024-02', '2024-02-29']);
    expect(within('2024', '2024')).toEqual(times.slice(1));
    expect(within('2023', '2023-12')).toEqual(['2023-12-31T23:59:59Z']);
  });

  test.each(['2024-02-30', 'May', '20240503', '2024-5-3', '0000', "'; --"])(
    '%s is refused by name',
    (value) => {
      expect(() => firstOf(value)).toThrow(expect.objectContaining({ code: 'query-invalid' }));
      expect(() => afterLastOf(value)).toThrow(/^to: /);
    },
  );
});
