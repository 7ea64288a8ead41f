/** Times as pages state them. */

import { expect, test } from 'vitest';

import { isoOf, precisionOf } from './stated-time.ts';

const CASES: readonly (readonly [string, string | null])[] = [
  ['2024-03-06T08:15:00+01:00', '2024-03-06T08:15:00+01:00'],
  ['2024-03-06T08:15:00.123Z', '2024-03-06T08:15:00Z'],
  ['2024-03-06T08:15+0100', '2024-03-06T08:15:00+01:00'],
  ['2024-03-06 08:15:30', '2024-03-06T08:15:30'],
  ['2024-03-06T08:15', '2024-03-06T08:15'],
  ['2024-03-06', '2024-03-06'],
  ['20240306', '2024-03-06'],
  ['2024-03-06T08:15:00 UTC', '2024-03-06T08:15:00Z'],
  ['1709713000', '2024-03-06T08:16:40Z'],
  ['1709713000000', '2024-03-06T08:16:40Z'],
  ['Wed, 06 Mar 2024 08:15:00 GMT', '2024-03-06T08:15:00Z'],
  ['2024-13-06', null],
  ['soon', null],
  ['', null],
];

for (const [stated, iso] of CASES) {
  test(`"${stated}" is ${iso}`, () => {
    expect(isoOf(stated)).toBe(iso);
  });
}

test('precision grows from nothing to a zone', () => {
  expect([null, '2024-03-06', '2024-03-06T08:15', '2024-03-06T08:15:00Z'].map(precisionOf)).toEqual([
    0, 1, 2, 3,
  ]);
});
