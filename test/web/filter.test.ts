/** The state of a view in its address: read, written, the same both ways. */

import { describe, expect, test } from 'vitest';

import {
  chronicleAddress,
  conditionsOf,
  exactly,
  filterFrom,
  NO_FILTER,
  queryOf,
  toggled,
  without,
} from '../../web/state/filter.ts';
import type { Filter } from '../../web/state/filter.ts';

const FULL: Filter = {
  q: '"north pier" -fog',
  speaker: ['"Harbour Authority"', 'Åse & Søn'],
  publisher: ['صوت الميناء'],
  source: ['https://feeds.gazette.example/a?b=c&d'],
  stance: ['denies', 'alleges'],
  speech: ['direct'],
  source_kind: ['unnamed'],
  language: ['ar'],
  from: '2031',
  to: '2031-03-15',
  order: 'asc',
};

test('an empty filter is an empty query', () => {
  expect(queryOf(NO_FILTER)).toBe('');
  expect(chronicleAddress({})).toBe('/');
  expect(filterFrom('')).toEqual(NO_FILTER);
});

test('a full filter comes back as it was', () => {
  expect(filterFrom(`?${queryOf(FULL)}`)).toEqual(FULL);
});

test('any part of a filter comes back as it was', () => {
  for (const field of Object.keys(FULL) as (keyof Filter)[]) {
    const filter = { ...NO_FILTER, [field]: FULL[field] };
    expect(filterFrom(queryOf(filter))).toEqual(filter);
  }
});

describe('what an address cannot mean is left out', () => {
  test.each([
    ['unknown names', 'walrus=1'],
    ['a stance that is none', 'stance=shouts'],
    ['a name that every object has', 'stance=constructor'],
    ['a day that is none', 'from=yesterday'],
    ['a month that is none', 'from=2031-13'],
    ['an order that is none', 'order=sideways'],
    ['blanks', 'q=%20&speaker=%20'],
  ])('%s', (_, query) => {
    expect(filterFrom(query)).toEqual(NO_FILTER);
  });

  test('repeats', () => {
    expect(filterFrom('stance=denies&stance=denies').stance).toEqual(['denies']);
  });
});

test('every condition has a label and can be dropped alone', () => {
  const conditions = conditionsOf(FULL);
  expect(conditions.map(({ label }) => label)).toContain('stance: denies');
  for (const condition of conditions) {
    const rest = conditionsOf(without(FULL, condition));
    expect(rest).toEqual(conditions.filter((other) => other !== condition));
  }
});

test('a value is added once and taken away again, whatever its capitals', () => {
  const once = toggled(NO_FILTER, 'speaker', exactly('The Mayor'));
  expect(once.speaker).toEqual(['"The Mayor"']);
  expect(toggled(once, 'speaker', '"the mayor"')).toEqual(NO_FILTER);
});
