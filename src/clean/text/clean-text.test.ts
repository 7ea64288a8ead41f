/** What the parts of plain texts are, and that nothing in a text is ever moved or lost. */

import { expect, test } from 'vitest';

import { readCases, shown, updateCases } from '../../../test/support/cases.ts';
import type { Cleaned } from '../cleaned.ts';
import { cleanText } from './clean-text.ts';

const FILES = ['heads', 'bodies', 'languages'].map((name) => new URL(`cases/${name}.txt`, import.meta.url));

for (const file of FILES) {
  const cases = readCases(file);
  updateCases(file, new Map(cases.map(({ title, text }) => [title, described(cleanText(text))])));
  for (const { title, text, expected } of readCases(file)) {
    test(title, () => {
      expect(described(cleanText(text))).toBe(expected);
    });
    test(`${title}, with CRLF`, () => {
      const result = described(cleanText(text.replaceAll('\n', '\r\n')));
      expect(result.replaceAll('\r', '')).toBe(expected);
    });
  }
}

/** One line a block, then one line a fact that no block says in full. */
function described(cleaned: Cleaned | null): string {
  if (cleaned === null) return 'nothing';
  const { text, blocks, facts } = cleaned;
  const lines = blocks.map(({ kind, start, end }) => `${kind}: [${shown(text.slice(start, end))}]`);
  const stated = {
    url: facts.url,
    byline: facts.byline.join('; '),
    published: facts.published,
    updated: facts.updated,
    section: facts.section,
    notices: facts.notices.map(({ kind, url }) => (url === null ? kind : `${kind} ${url}`)).join(', '),
    images: facts.images.map(({ caption, credit }) => `${caption ?? '-'} | ${credit ?? '-'}`).join('; '),
  };
  for (const [name, value] of Object.entries(stated)) {
    if (value !== null && value !== '') lines.push(`fact: ${name} = ${value}`);
  }
  return lines.join('\n');
}
