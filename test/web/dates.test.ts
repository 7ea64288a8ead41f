/** Dates in words: the precision of the source, its zone, and nothing that it does not say. */

import { describe, expect, test } from 'vitest';

import {
  dayHeading,
  dayOf,
  inWords,
  inWordsToTheSecond,
  printsAnotherDay,
  timeOfDay,
} from '../../web/wording/dates.ts';

describe('in words', () => {
  test.each([
    ['2024', '2024'],
    ['2024-04', 'April 2024'],
    ['2024-04-08', '8 April 2024'],
    ['2024-04-08T09:52', '8 April 2024, 09:52 (zone not stated)'],
    ['2024-04-08T09:52Z', '8 April 2024, 09:52 UTC'],
    ['2024-04-08T09:52:07.5Z', '8 April 2024, 09:52 UTC'],
    ['2024-04-08T09:52:00+03:00', '8 April 2024, 09:52 UTC+3'],
    ['2024-04-08T09:52:00-0330', '8 April 2024, 09:52 UTC\u22123:30'],
    ['sometime in spring', 'sometime in spring'],
    ['2024-13-01', '2024-13-01'],
  ])('%s is %s', (instant, words) => {
    expect(inWords(instant)).toBe(words);
  });
});

test('seconds are told only where there are some', () => {
  expect(inWordsToTheSecond('2024-04-08T09:52:07Z')).toBe('8 April 2024, 09:52:07 UTC');
  expect(inWordsToTheSecond('2024-04-08T09:52Z')).toBe('8 April 2024, 09:52 UTC');
  expect(inWordsToTheSecond('2024-04')).toBe('April 2024');
});

test('a date without a time has no time of day', () => {
  expect(timeOfDay('2024-04-08')).toBe(null);
  expect(timeOfDay('2024-04-08T09:52+05:30')).toBe('09:52 UTC+5:30');
});

describe('the day that an instant is filed under', () => {
  test.each([
    ['its day in UTC', '2024-04-08T23:30:00-05:00', '2024-04-09'],
    ['its day in UTC, backwards over a month', '2024-05-01T01:00:00+03:00', '2024-04-30'],
    ['the day that it prints where no zone is stated', '2024-04-08T23:30', '2024-04-08'],
    ['its month where there is no day', '2024-04', '2024-04'],
  ])('is %s', (_, instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  test('is told apart from the day that is printed', () => {
    expect(printsAnotherDay('2024-04-08T23:30:00-05:00')).toBe(true);
    expect(printsAnotherDay('2024-04-08T09:30:00-05:00')).toBe(false);
    expect(printsAnotherDay('2024-04')).toBe(false);
  });
});

test('a heading names the weekday, and says what is not known', () => {
  expect(dayHeading('2031-03-15')).toBe('Saturday, 15 March 2031');
  expect(dayHeading('1962-10')).toBe('October 1962, day not stated');
  expect(dayHeading('1962')).toBe('1962, month not stated');
});
