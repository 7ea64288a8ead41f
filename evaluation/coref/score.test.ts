/** The scorers of coreference, held against values worked out by hand. */

import { expect, test } from 'vitest';

import { readGum } from './read-gum.ts';
import { bCubed, ceafE, muc, scoreOf } from './score.ts';

const gold = [new Set(['a', 'b', 'c']), new Set(['d', 'e'])];
const system = [new Set(['a', 'b']), new Set(['c', 'd', 'e'])];

test('the same clusters score one on each measure', () => {
  for (const measure of [muc, bCubed, ceafE]) expect(scoreOf([measure(gold, gold)]).f1).toBe(1);
});

test('MUC counts links: two of three kept on each side', () => {
  expect(scoreOf([muc(gold, system)])).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
});

test('B-cubed weighs each mention by its cluster', () => {
  const { recall, precision } = scoreOf([bCubed(gold, system)]);
  expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5);
  expect(precision).toBeCloseTo((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5);
});

test('CEAF pairs each cluster with one other', () => {
  expect(scoreOf([ceafE(gold, system)]).recall).toBeCloseTo((4 / 5 + 4 / 5) / 2);
});

test('an answer of nothing scores nothing', () => {
  expect(scoreOf([muc(gold, [])]).f1).toBe(0);
});

const line = (id: number, form: string, xpos: string, misc: string): string =>
  [id, form, '_', '_', xpos, '_', '_', '_', '_', misc].join('\t');

test('mentions are read with their heads, nested and on one token', () => {
  const [article] = readGum(
    ['# newdoc id = x', '# newpar',
      line(1, 'Ana', 'NNP', 'Entity=(1-person-new-x-cf1-1,2-coref(2-person-new-x-cf1-1-sgl)'),
      line(2, 'Ruiz', 'NNP', 'Entity=1)'),
      line(3, 'left', 'VBD', 'SpaceAfter=No'), line(4, '.', '.', '_'), '',
      line(1, 'She', 'PRP', 'Entity=(1-person-giv:act-x-cf1-1-ana)'), ''].join('\n'),
  ); // prettier-ignore
  expect(article?.text.trim()).toBe('Ana Ruiz left. She');
  expect(article?.sentences).toHaveLength(2);
  expect(article?.mentions.map(({ from, to, cluster, kind }) => `${from}-${to} ${cluster} ${kind}`)).toEqual([
    '0-1 2 name',
    '0-2 1 name',
    '4-5 1 pronoun',
  ]);
});

test('an entity that closes without having opened is an error', () => {
  expect(() => readGum(['# newdoc id = x', line(1, 'Ana', 'NNP', 'Entity=7)'), ''].join('\n'))).toThrow(/7/);
});
