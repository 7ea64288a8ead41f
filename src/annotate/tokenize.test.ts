/** What the tokenizer cuts, and what holds for any text. */

import { describe, expect, test } from 'vitest';

import { annotated, doublingRatio, plainDocument, roughTexts } from '../../test/support/annotated.ts';
import { readCases, showSpans, updateCases } from '../../test/support/cases.ts';
import { tokenize, tokensOf } from './tokenize.ts';

const CASES = new URL('tokenize.cases.txt', import.meta.url);

describe('cases', () => {
  const results = new Map<string, string>();
  for (const { title, text, expected } of readCases(CASES)) {
    test(title, () => {
      const shown = showSpans(text, tokenize.run(annotated(text, tokenize)).tokens);
      results.set(title, shown);
      if (process.env['UPDATE'] !== '1') expect(shown).toBe(expected);
    });
  }
  test('expectations are rewritten only on request', () => updateCases(CASES, results));
});

test('tokens are in order, never overlap, and only what shows nothing lies between them', () => {
  for (const text of roughTexts(400)) {
    let reached = 0;
    for (const { start, end, norm } of tokensOf(text, 0, text.length)) {
      expect(start).toBeGreaterThanOrEqual(reached);
      expect(end).toBeGreaterThan(start);
      expect(norm).not.toBe('');
      expect(text.slice(reached, start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      reached = end;
    }
    expect(text.slice(reached)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
  }
});

test('a stretch of a text gives the tokens of that stretch, with offsets in the whole', () => {
  const text = 'One two. Three four.';
  expect(tokensOf(text, 9, 19).map(({ start, end }) => text.slice(start, end))).toEqual(['Three', 'four']);
});

test('no token crosses the end of a block, and blocks that are not prose have none', () => {
  const text = 'By Ana Ruiz\nShe left';
  const blocks = [
    { kind: 'byline', start: 0, end: 11 },
    { kind: 'paragraph', start: 12, end: 20 },
  ] as const;
  const { tokens } = tokenize.run({ ...plainDocument(text), blocks });
  expect(tokens.map(({ start }) => start)).toEqual([12, 16]);
});

test('the norm is lower case with straight marks', () => {
  expect(tokensOf('“ISN’T”', 0, 7).map(({ norm }) => norm)).toEqual(['"', 'is', "n't", '"']);
});

describe('time grows with the length and not faster', () => {
  for (const piece of ['a', 'a.', 'a-', 'x@', "'", '’s', '1,', '#', 'Mr. ', 'A.', '"a" ', 'https://']) {
    test(`one line of ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(80_000 / piece.length);
      const once = (): unknown => tokensOf(text, 0, text.length);
      const twice = (): unknown => tokensOf(text + text, 0, 2 * text.length);
      expect(doublingRatio(once, twice)).toBeLessThan(3);
    });
  }
});
