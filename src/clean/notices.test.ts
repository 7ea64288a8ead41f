/** Every phrase of the lexicon finds its example, and news that only speaks of such things is left alone. */

import { expect, test } from 'vitest';

import { readTable } from '../lexicon/table.ts';
import { noticeKind } from './notices.ts';

for (const { phrase, kind, example } of readTable('notice-phrases.tsv', [
  'phrase',
  'kind',
  'place',
  'language',
  'example',
])) {
  test(`"${phrase}" makes its example a notice: ${kind}`, () => {
    expect(example).toMatch(/\[.+\]/);
    expect(noticeKind(example.replace(/[[\]]/g, ''))).toBe(kind);
  });
}

const NEWS = [
  'The company said its automatic translation tool would be offered to schools next year.',
  'The ministry issued a correction on Monday after officials gave a wrong figure for exports.',
  'Corrected figures show that exports fell by two per cent in March.',
  'He was live on air when the tremor struck.',
  'The novel, first published by a small press in 1990, has sold a million copies.',
  'The lifting of the arms embargo was welcomed by the council.',
  'UPDATE 1-Oil rises as storms close ports',
  'Live animals found in lorry at border',
  'Adds up: how the new tax works',
  '',
  '   ',
];

for (const line of NEWS) {
  test(`news is no notice: ${line.slice(0, 50)}`, () => {
    expect(noticeKind(line)).toBeNull();
  });
}

test('a line of a megabyte is looked at in no time and is no notice', () => {
  expect(noticeKind('correction: '.repeat(100_000))).toBeNull();
});
