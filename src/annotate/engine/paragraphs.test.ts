/** Paragraphs, pieces of long sentences, and the forms that words are looked up by. */

import { describe, expect, test } from 'vitest';

import { LONGEST_PARSED_TOKENS, piecesOf } from './long-sentences.ts';
import { paragraphsOf } from './paragraphs.ts';
import { plainForm, shapeOf, vocabularyForm } from './word-features.ts';
import { applyLemmaRule, lemmaRule, suffixKey, SuffixTable, wordKey } from './word-forms.ts';

describe('paragraphs', () => {
  const shown = (text: string): string[] =>
    paragraphsOf(text).map(({ start, end }) => text.slice(start, end));

  test('are parted by empty lines, also by lines of spaces', () => {
    expect(shown('one\ntwo\n\nthree\n \t\nfour')).toEqual(['one\ntwo', 'three', 'four']);
  });

  test('are none in an empty text', () => {
    expect(shown('\n\n \n')).toEqual([]);
  });

  test('keep a carriage return out of the decision', () => {
    expect(shown('one\r\n\r\ntwo').map((part) => part.trim())).toEqual(['one', 'two']);
  });
});

describe('pieces of a long sentence', () => {
  test('are one up to the cap', () => {
    expect(piecesOf(Array<string>(LONGEST_PARSED_TOKENS).fill('x'))).toEqual([
      { from: 0, to: LONGEST_PARSED_TOKENS },
    ]);
  });

  test('end after a semicolon before a comma, and after a comma before anywhere', () => {
    const forms = Array<string>(300).fill('x');
    expect(piecesOf(forms)[0]?.to).toBe(LONGEST_PARSED_TOKENS);
    forms[180] = ',';
    expect(piecesOf(forms)[0]?.to).toBe(181);
    forms[150] = ';';
    expect(piecesOf(forms)[0]?.to).toBe(151);
  });

  test('cover every token once and none is over the cap', () => {
    const pieces = piecesOf(Array<string>(1234).fill('x'));
    expect(pieces[0]?.from).toBe(0);
    for (const [i, { from, to }] of pieces.entries()) {
      expect(to - from).toBeLessThanOrEqual(LONGEST_PARSED_TOKENS);
      expect(to).toBe(pieces[i + 1]?.from ?? 1234);
    }
  });
});

describe('forms of a word', () => {
  test('have small letters and straight marks', () => {
    expect(plainForm('Can’t')).toBe("can't");
    expect([plainForm('“'), plainForm("''"), plainForm('"')]).toEqual(['"', '"', '"']);
  });

  test('of numbers and addresses are their kind', () => {
    expect(['1962', '1,110', 'https://example.org', 'a@b.org', 'Ships'].map(vocabularyForm)).toEqual([
      '!YEAR',
      '!NUM',
      '!URL',
      '!MAIL',
      'ships',
    ]);
  });

  test('have a shape with at most two signs of a kind in a row', () => {
    expect(['Varnia', 'VARNIA', 'Mi-24', '1,110', 'Ünal'].map(shapeOf)).toEqual([
      'Xxx',
      'XX',
      'Xx-dd',
      'd,dd',
      'Xxx',
    ]);
  });
});

describe('lemma rules', () => {
  for (const [form, lemma] of [
    ['denied', 'deny'],
    ['ships', 'ship'],
    ['went', 'go'],
    ['said', 'say'],
    ['sheep', 'sheep'],
  ] as const) {
    test(`turn "${form}" into "${lemma}"`, () => {
      expect(applyLemmaRule(form, lemmaRule(form, lemma))).toBe(lemma);
    });
  }

  test('that are too long for a word leave it as it is', () => {
    expect(applyLemmaRule('is', '3|y')).toBe('is');
  });
});

test('a table answers with the word itself, else with its longest suffix', () => {
  const table = new SuffixTable(
    new Map([
      [suffixKey('N', ''), 'any'],
      [suffixKey('N', 'ies'), 'ies'],
      [wordKey('N', 'series'), 'own'],
    ]),
  );
  expect(['series', 'ladies', 'ships', 'x'].map((form) => table.valueOf('N', form))).toEqual([
    'own',
    'ies',
    'any',
    'any',
  ]);
  expect(table.valueOf('V', 'ladies')).toBeUndefined();
});
