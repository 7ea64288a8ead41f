/** What spans promise. */

import { expect, test } from 'vitest';

import { contains, overlaps, span, textOf, trimmed } from './span.ts';

test('a span quotes its text, in UTF-16 code units', () => {
  expect(textOf('a 😀 b', span(2, 4))).toBe('😀');
});

test('a span that ends before it starts is a fault', () => {
  expect(() => span(3, 2)).toThrow(RangeError);
});

test('neighbours share a number and do not overlap', () => {
  expect(overlaps(span(0, 3), span(3, 5))).toBe(false);
  expect(overlaps(span(0, 4), span(3, 5))).toBe(true);
});

test('a span contains itself', () => {
  expect(contains(span(0, 3), span(0, 3))).toBe(true);
  expect(contains(span(1, 3), span(0, 3))).toBe(false);
});

test('trimming takes white space off both ends and may leave nothing', () => {
  expect(trimmed(' ab ', span(0, 4))).toEqual({ start: 1, end: 3 });
  expect(trimmed('  ', span(0, 2))).toEqual({ start: 2, end: 2 });
});
