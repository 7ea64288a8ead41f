/** Whole pages: each `cases/NAME.html` gives the article in `cases/NAME.json`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { cleanHtml } from './clean-html.ts';

const FOLDER = new URL('cases/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

describe('pages', () => {
  for (const name of NAMES) {
    test(name.replaceAll('-', ' '), () => {
      const shown = shownArticle(readFileSync(new URL(`${name}.html`, FOLDER), 'utf8'));
      const file = new URL(`${name}.json`, FOLDER);
      if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(shown, null, 2)}\n`);
      expect(shown).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    });
  }
});

/** What a case says of a page: every fact that it states, and each block as "kind: text". */
function shownArticle(html: string): unknown {
  const cleaned = cleanHtml(html, 'https://news.example/2024/harbour?id=1#top');
  if (cleaned === null) return null;
  const { text, blocks, facts, statedLanguage } = cleaned;
  const stated = Object.entries({ ...facts, statedLanguage }).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return {
    ...Object.fromEntries(stated),
    blocks: blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
  };
}
