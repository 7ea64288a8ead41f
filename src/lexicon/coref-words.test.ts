/** The words of coreference: classes are known ones, and no given name goes with both pronouns. */

import { expect, test } from 'vitest';

import { corefClassesOf, givenNameGender, isCorefWord } from './coref-words.ts';
import { readTable } from './table.ts';

test('a word has the classes of all its rows, and an unknown word has none', () => {
  expect([...corefClassesOf('king')].sort()).toEqual(['role.he', 'title.he']);
  expect(corefClassesOf('zzzz').size).toBe(0);
  expect(isCorefWord('king', 'role.she', 'role.he')).toBe(true);
});

test('no given name goes with both pronouns', () => {
  const rows = readTable('coref-given-names.tsv', ['gender', 'names', 'example']);
  const all = rows.flatMap(({ names }) => names.split(' '));
  expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  expect(givenNameGender('fatima')).toBe('she');
  expect(givenNameGender('zzzz')).toBeUndefined();
});

test('every example has a word of its row in brackets', () => {
  for (const row of readTable('coref-words.tsv', ['class', 'words', 'example'])) {
    const [, marked = ''] = /\[([^\]]+)\]/.exec(row.example) ?? [];
    expect(row.words.split(' ')).toContain(marked.toLowerCase());
  }
});
