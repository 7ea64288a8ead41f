/** Which stretches are quotations, and what holds for any text. */

import { describe, expect, test } from 'vitest';

import { annotated, doublingRatio, roughTexts } from '../../test/support/annotated.ts';
import { readCases, showSpans, updateCases } from '../../test/support/cases.ts';
import { findQuotations } from './quotations.ts';

const CASES = new URL('quotations.cases.txt', import.meta.url);

describe('cases', () => {
  const results = new Map<string, string>();
  for (const { title, text, expected } of readCases(CASES)) {
    test(title, () => {
      const shown = showSpans(text, findQuotations.run(annotated(text, findQuotations)).quotations);
      results.set(title, shown);
      if (process.env['UPDATE'] !== '1') expect(shown).toBe(expected);
    });
  }
  test('expectations are rewritten only on request', () => updateCases(CASES, results));
});

test('a quotation says whether its end is there', () => {
  const { quotations } = findQuotations.run(annotated('He said “go” and “stay', findQuotations));
  expect(quotations.map(({ closed }) => closed)).toEqual([true, false]);
});

test('quotations are in order and lie in one block each', () => {
  for (const text of roughTexts(400)) {
    const document = annotated(text, findQuotations);
    let reached = 0;
    for (const { start, end } of findQuotations.run(document).quotations) {
      expect(start).toBeGreaterThanOrEqual(reached);
      expect(document.blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
      reached = start;
    }
  }
});

test('time grows with the length and not faster', () => {
  for (const piece of ['“a ', '"', "'a ", '“a” ', '‘a “b ']) {
    const short = annotated(piece.repeat(10_000), findQuotations);
    const long = annotated(piece.repeat(20_000), findQuotations);
    expect(
      doublingRatio(
        () => findQuotations.run(short),
        () => findQuotations.run(long),
      ),
    ).toBeLessThan(3);
  }
});
