/** What holds for any text at all: blocks are in order, apart, visible and inside; and time grows with length only. */

import { expect, test } from 'vitest';

import type { Cleaned } from '../cleaned.ts';
import { cleanMarkdown } from '../markdown.ts';
import { cleanText } from './clean-text.ts';

const PIECES = [
  'Floods close road',
  'By Ada Lind',
  '4 March 2024',
  'Updated: 04/05/2024',
  'A boat. [Tom Berg/Reuters]',
  'Photo: AFP',
  'PORT LIND (Reuters) - ',
  'The river rose again in the night and closed the road to the harbour. ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\t',
  '   ',
  '- ',
  '> ',
  '# ',
  '* * *',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u200f',
  '\u202e',
  '\ufeff',
  '😀',
  'ارتفع منسوب النهر',
  '河水上涨。',
  'น้ำท่วม',
  '(',
  ')',
  '[',
  ']',
  '"',
  '“',
  '…',
  '/',
  '|',
  'Correction: ',
  'Powered by automated translation',
  'Live updates: https://post.example/live',
  'Read more: ',
  '(Reuters)',
  '. ',
  '.',
  '12:30',
  '1. ',
  '— ',
  'a'.repeat(300),
];

/** Numbers from a seed, so that the same texts are tried on every run (Park and Miller's generator). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

function randomText(seed: number): string {
  const random = numbers(seed + 1);
  const next = (below: number): number => (random.next().value as number) % below;
  return Array.from({ length: 1 + next(60) }, () => PIECES[next(PIECES.length)]).join('');
}

function expectSound(cleaned: Cleaned | null, source: string | null): void {
  if (cleaned === null) {
    if (source !== null) expect(source).not.toMatch(/[^\s\p{Cc}\p{Cf}]/u);
    return;
  }
  const { text, blocks, facts } = cleaned;
  if (source !== null) expect(text).toBe(source);
  expect(blocks.length).toBeGreaterThan(0);
  let end = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(block.start, block.end)).toMatch(/^[^\s]/);
    expect(text.slice(block.start, block.end)).toMatch(/[^\s\p{Cc}\p{Cf}]/u);
    end = block.end;
  }
  for (const { span, text: notice } of facts.notices) {
    expect(text.slice(span?.start, span?.end).replace(/\s+/g, ' ').trim()).toBe(notice);
  }
}

test('blocks of two thousand random texts are sound', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const text = randomText(seed);
    expectSound(cleanText(text), text);
  }
});

test('blocks of five hundred random Markdown texts are sound', () => {
  for (let seed = 0; seed < 500; seed += 1) expectSound(cleanMarkdown(randomText(seed)), null);
});

test('the same text gives the same parts', () => {
  for (let seed = 0; seed < 50; seed += 1)
    expect(cleanText(randomText(seed))).toEqual(cleanText(randomText(seed)));
});

test('no visible character outside brackets and marks is lost: every letter is in a block', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const text = randomText(seed);
    const cleaned = cleanText(text);
    const covered = new Set(
      cleaned?.blocks.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    const credits = cleaned?.blocks.some(({ kind }) => kind === 'credit' || kind === 'caption') ?? false;
    if (credits) continue; // The label of a credit ("Photo:") is in no block.
    for (const { index } of text.matchAll(/\p{Ll}/gu))
      expect(covered.has(index), `${seed}: ${index}`).toBe(true);
  }
});

const HUGE: readonly (readonly [string, string])[] = [
  ['a megabyte of one word', 'a'.repeat(1_000_000)],
  ['a megabyte of sentences on one line', 'The river rose again in the night. '.repeat(28_000)],
  ['a megabyte of blanks and a word', `${' '.repeat(1_000_000)}word`],
  ['a megabyte of full stops', '. '.repeat(500_000)],
  ['a megabyte of brackets', '(['.repeat(500_000)],
  ['a megabyte of digits and slashes', '1/2/'.repeat(250_000)],
  ['twenty thousand tabs and letters', 'a\t'.repeat(20_000)],
  ['twenty thousand bylines', 'By Ada Lind\n'.repeat(20_000)],
  ['a hundred thousand list items', '- item one\n'.repeat(100_000)],
  ['twenty thousand headings without prose', 'Floods close road\n\n'.repeat(20_000)],
  ['twenty thousand credits', 'A boat. [Tom Berg/Reuters]\n'.repeat(20_000)],
  ['a hundred thousand notices', 'Correction: nine died\n'.repeat(100_000)],
  ['twenty thousand dates', '4 March 2024\n'.repeat(20_000)],
  [
    'a hundred thousand wrapped lines',
    'The river rose again in the night and closed the road to the harbour,\n'.repeat(100_000),
  ],
  ['a hundred thousand lone surrogates', '\ud800\n'.repeat(100_000)],
];

/** What a slow and busy machine needs for the largest of these texts; a quadratic step needs many minutes. */
const MAX_MS = 60_000;

for (const [title, text] of HUGE) {
  test(
    `${title} is read in time that grows with its length`,
    () => {
      const { blocks } = cleanText(text) ?? { blocks: [] };
      expect(blocks.length).toBeGreaterThan(0);
    },
    MAX_MS,
  );
}
