/** What the reader of lexicon tables takes and what it refuses. */

import { expect, test } from 'vitest';

import type { AnnalistError } from '../errors.ts';
import { parseTable } from './table.ts';

const COLUMNS = ['lemma', 'type', 'example'];
const HEADING = 'lemma\ttype\texample';

test('a row is its cells by column; blank lines, remarks and carriage returns are passed over', () => {
  const rows = parseTable(
    't.tsv',
    `# remark\r\n${HEADING}\r\n\r\ndeny\treject\tIt [denied] it.\r\n`,
    COLUMNS,
  );
  expect(rows).toEqual([{ lemma: 'deny', type: 'reject', example: 'It [denied] it.' }]);
});

const BAD: readonly (readonly [string, string, string])[] = [
  ['a row with a column too few', `${HEADING}\ndeny\treject\n`, 't.tsv:2: expected 3 columns, none empty'],
  [
    'a row with an empty cell',
    `${HEADING}\na\tb\tc\ndeny\t \tIt.\n`,
    't.tsv:3: expected 3 columns, none empty',
  ],
  [
    'another heading',
    'lemma\ttype\n',
    't.tsv:1: expected the heading "lemma type example", found "lemma type"',
  ],
  ['an empty file', '', 't.tsv:1: expected the heading "lemma type example", found nothing'],
];

for (const [title, content, message] of BAD) {
  test(`${title} is refused with its place`, () => {
    expect(() => parseTable('t.tsv', content, COLUMNS)).toThrow(
      expect.objectContaining({ code: 'lexicon-row-invalid', message }) as AnnalistError,
    );
  });
}
