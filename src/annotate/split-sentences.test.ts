/** Where sentences end, and what holds for any text. */

import { describe, expect, test } from 'vitest';

import { annotated, roughTexts } from '../../test/support/annotated.ts';
import { readCases, showSpans, updateCases } from '../../test/support/cases.ts';
import { splitSentences } from './split-sentences.ts';

const CASES = new URL('split-sentences.cases.txt', import.meta.url);

describe('cases', () => {
  const results = new Map<string, string>();
  for (const { title, text, expected } of readCases(CASES)) {
    test(title, () => {
      const shown = showSpans(text, splitSentences.run(annotated(text, splitSentences)).sentences);
      results.set(title, shown);
      if (process.env['UPDATE'] !== '1') expect(shown).toBe(expected);
    });
  }
  test('expectations are rewritten only on request', () => updateCases(CASES, results));
});

test('every token is in exactly one sentence, and no sentence crosses a block', () => {
  for (const text of roughTexts(400)) {
    const document = annotated(text, splitSentences);
    let next = 0;
    for (const { firstToken, endToken, start, end, block } of splitSentences.run(document).sentences) {
      expect(firstToken).toBe(next);
      expect(endToken).toBeGreaterThan(firstToken);
      expect(document.layers.tokens[firstToken]?.start).toBe(start);
      expect(document.layers.tokens[endToken - 1]?.end).toBe(end);
      expect(document.blocks[block]?.start).toBeLessThanOrEqual(start);
      expect(document.blocks[block]?.end).toBeGreaterThanOrEqual(end);
      next = endToken;
    }
    expect(next).toBe(document.layers.tokens.length);
  }
});
