/** From a page to a document: which language, whose facts win, and what is turned away. */

import { expect, test } from 'vitest';

import type { Document } from '../document/document.ts';
import { NO_GIVEN_FACTS } from '../document/page.ts';
import type { GivenFacts, Page, PageFormat } from '../document/page.ts';
import type { Rejection } from './clean.ts';
import { clean } from './clean.ts';

const ARTICLE = `Floods close road to the harbour

By Ada Lind

4 March 2024

The river rose again in the night and closed the road to the harbour, the mayor said.`;

function page(body: string, format: PageFormat = 'text', given: Partial<GivenFacts> = {}): Page {
  const capture = {
    bytes: new Uint8Array(),
    retrieved: '2024-03-05T00:00:00Z',
    finalUrl: null,
    status: null,
    headers: {},
    charset: 'utf-8',
  };
  return {
    location: 'a.txt',
    source: 'a.txt',
    givenId: null,
    format,
    body,
    given: { ...NO_GIVEN_FACTS, ...given },
    capture,
  };
}

const english = { identifyLanguage: () => ({ language: 'en', confidence: 0.97 }) };
const unsure = { identifyLanguage: () => ({ language: 'gl', confidence: 0.31 }) };

function document(result: Document | Rejection): Document {
  if ('rejected' in result) throw result.rejected;
  return result;
}

test('the text of a plain text is the input', () => {
  const { text, facts } = document(clean(page(ARTICLE), english));
  expect(text).toBe(ARTICLE);
  expect(facts).toMatchObject({
    headline: 'Floods close road to the harbour',
    byline: ['Ada Lind'],
    published: '2024-03-04',
    language: 'en',
    languageConfidence: 0.97,
  });
});

test('given facts outrank what the page says', () => {
  const given = {
    url: 'https://post.example/a',
    headline: 'Other',
    published: '2024-03-03',
    updated: '2024-03-05',
    publisher: 'The Harbour Post',
    byline: ['By Tom Berg and Mia Holt'],
    language: 'en-GB',
  };
  const { facts } = document(clean(page(ARTICLE, 'text', given), unsure));
  expect(facts).toMatchObject({
    ...given,
    byline: ['Tom Berg', 'Mia Holt'],
    language: 'en',
    languageConfidence: 1,
  });
});

test('an unsure language is und', () => {
  expect(document(clean(page(ARTICLE), unsure)).facts).toMatchObject({
    language: 'und',
    languageConfidence: 0.31,
  });
});

test('a stated language is believed when the model is unsure or agrees, and not when it is sure of another', () => {
  const stated = (lang: string, tools: typeof english): string =>
    document(clean(page(`---\nlang: ${lang}\n---\n${ARTICLE}`, 'markdown'), tools)).facts.language;
  expect(stated('pt-BR', unsure)).toBe('pt');
  expect(stated('en_US', english)).toBe('en');
  expect(stated('fr', english)).toBe('en');
});

test('a stated language is believed for a text too short to tell', () => {
  expect(document(clean(page('---\nlang: sv\n---\nHav', 'markdown'), english)).facts.language).toBe('sv');
});

for (const body of ['', ' \n\t\r\n', '\u0000\u200f\ufeff']) {
  for (const format of ['text', 'markdown', 'html'] as const) {
    test(`${format} with nothing to see is empty: ${JSON.stringify(body)}`, () => {
      expect(clean(page(body, format), english)).toMatchObject({ rejected: { code: 'input-empty' } });
    });
  }
}

test('a page whose mark-up shows nothing has no article', () => {
  expect(clean(page('<!-- remark -->', 'markdown'), english)).toMatchObject({
    rejected: { code: 'page-without-article' },
  });
  expect(clean(page('<html><body></body></html>', 'html'), english)).toMatchObject({
    rejected: { code: 'page-without-article' },
  });
});
