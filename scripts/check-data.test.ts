/** What the check of data tables catches. */

import { expect, test } from 'vitest';

import { faultsIn } from './check-data.ts';

test('a sound table has no fault', () => {
  expect(faultsIn('t.tsv', 'lemma\texample\nadd\tHe [added].\nsay\tHe [said].\n')).toEqual([]);
});

test('rows are sorted, whole and unlike one another', () => {
  expect(faultsIn('t.tsv', 'lemma\texample\nsay\tHe [said].\nadd\tHe [added].\nsay\n')).toEqual([
    't.tsv:3: "add" stands after "say"; rows are sorted by their first column',
    't.tsv:4: 1 columns, the heading has 2',
  ]);
  expect(faultsIn('t.tsv', 'a\tb\nx\ty\nx\ty\n')).toEqual(['t.tsv:3: the same row twice']);
});

test('no cell is empty and no cell is padded', () => {
  expect(faultsIn('t.tsv', 'a\tb\nx\t\ny\t z\n')).toEqual([
    't.tsv:2: an empty cell; a dash stands for "nothing"',
    't.tsv:3: white space at the edge of a cell',
  ]);
});

test('lines end as on every machine', () => {
  expect(faultsIn('t.tsv', 'a\tb\r\nx\ty')).toEqual([
    't.tsv:1: lines end with a carriage return; line feeds alone are wanted',
    't.tsv:2: the last line has no end',
  ]);
});
