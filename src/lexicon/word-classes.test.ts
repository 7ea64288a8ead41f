/** The word classes: every class of the table is known, and holds the word of its example. */

import { expect, test } from 'vitest';

import { readTable } from './table.ts';
import { WORD_CLASS, wordClassesOf } from './word-classes.ts';

for (const row of readTable('word-classes.tsv', ['class', 'words', 'example'])) {
  test(`class ${row.class} holds the word of its example`, () => {
    const bit = WORD_CLASS[row.class as keyof typeof WORD_CLASS];
    const word = /\[(.+)\]/.exec(row.example)?.[1]?.toLowerCase() ?? '';
    expect(bit).toBeGreaterThan(0);
    expect(wordClassesOf(word) & bit).toBe(bit);
  });
}

test('a word may have several classes, and an unknown one has none', () => {
  expect(wordClassesOf('that') & WORD_CLASS.determiner).not.toBe(0);
  expect(wordClassesOf('that') & WORD_CLASS.relative).not.toBe(0);
  expect(wordClassesOf('harbour')).toBe(0);
});
