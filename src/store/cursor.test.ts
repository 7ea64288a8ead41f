/** Cursors come back whole, and nothing else passes for one. */

import { expect, test } from 'vitest';

import { decodeCursor, encodeCursor } from './cursor.ts';

test('a cursor gives back what was put in', () => {
  expect(decodeCursor('claims', encodeCursor('claims', ['2024-05-03T10:00Z', 7]), ['', 0])).toEqual([
    '2024-05-03T10:00Z',
    7,
  ]);
});

test.each([
  ['of another list', encodeCursor('articles', ['a', 1])],
  ['with another number of values', encodeCursor('claims', ['a'])],
  ['with values of another type', encodeCursor('claims', [1, 'a'])],
  ['that is empty', ''],
  ['that is no base 64', '%%%'],
  ['that is no JSON', Buffer.from('[1,').toString('base64url')],
  ['that is JSON but no list', Buffer.from('{"a":1}').toString('base64url')],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => decodeCursor('claims', cursor, ['', 0])).toThrow(
    expect.objectContaining({ code: 'query-invalid' }),
  );
});
