/** The search language: what each form means, and that no search is wrong. */

import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';

import { readCases, updateCases } from '../../test/support/cases.ts';
import { parseSearch } from './search-query.ts';

const CASES = new URL('search-query.cases.txt', import.meta.url);

describe('a search becomes an expression', () => {
  const results = new Map<string, string>();
  for (const { title, text, expected } of readCases(CASES)) {
    test(title, () => {
      const search = parseSearch(text);
      const shown = `${search?.negated === true ? 'all but ' : ''}${search?.match ?? 'nothing'}`;
      results.set(title, shown);
      updateCases(CASES, results);
      expect(shown).toBe(expected);
    });
  }
});

test.each(['', '   ', '\n\t'])('a blank search (%j) is none', (search) => {
  expect(parseSearch(search)).toBeNull();
});

describe('no search is wrong', () => {
  const index = new Sqlite(':memory:');
  index.exec(
    `CREATE VIRTUAL TABLE t USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const ask = index.prepare('SELECT rowid FROM t WHERE t MATCH ?');

  function answers(search: string): void {
    const match = parseSearch(search)?.match;
    if (match !== null && match !== undefined) ask.all(match);
  }

  test('ten thousand strings of the marks that mean something', () => {
    const pieces = [
      '"',
      '“',
      '(',
      ')',
      '-',
      '*',
      '~5',
      'NEAR',
      'NEAR/3',
      'OR',
      'NOT',
      'AND',
      ' ',
      ' ',
      'ab',
      'Ä',
      '中国',
      ':',
      '^',
      '{',
      '+',
      "'",
      '\0',
      '\ud800',
      '\\',
      '😀',
      'ก็',
      'السَّلام',
      ',',
    ];
    const random = seeded(20240517);
    for (let round = 0; round < 10_000; round += 1) {
      const search = Array.from({ length: 1 + (random() % 14) }, () => pieces[random() % pieces.length]).join(
        '',
      );
      expect(() => answers(search), JSON.stringify(search)).not.toThrow();
    }
  });

  test('two thousand strings of any characters', () => {
    const random = seeded(7);
    for (let round = 0; round < 2000; round += 1) {
      const search = String.fromCharCode(
        ...Array.from({ length: 1 + (random() % 40) }, () => random() % 0x10000),
      );
      expect(() => answers(search), JSON.stringify(search)).not.toThrow();
    }
  });

  test.each([
    ['brackets a thousand deep', '('.repeat(1000) + 'a' + ')'.repeat(1000)],
    ['exclusions a thousand deep', '-('.repeat(1000) + 'a b OR c'],
    ['brackets at every depth with both operators', 'a OR (b -('.repeat(200) + 'c'],
    ['two thousand words', 'word '.repeat(2000)],
    ['two thousand alternatives', 'word OR '.repeat(2000)],
    ['a hundred thousand exclusions', 'NOT '.repeat(100_001) + 'a'],
    ['two thousand neighbours', 'a NEAR '.repeat(2000) + 'b'],
    ['one word of a million characters', 'x'.repeat(1_000_000)],
  ])('%s', (_, search) => {
    expect(() => answers(search)).not.toThrow();
  });
});

/** A small deterministic stream of numbers below 2^32 (xorshift32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
