/** Every phrase of the lexicon makes its example boilerplate, and news is left alone. */

import { expect, test } from 'vitest';

import { readTable } from '../lexicon/table.ts';
import { isBoilerplate } from './boilerplate.ts';

for (const { phrase, example } of readTable('boilerplate-phrases.tsv', [
  'phrase',
  'place',
  'languages',
  'example',
])) {
  test(`"${phrase}" makes its example boilerplate`, () => {
    expect(isBoilerplate(example.replace(/[[\]]/g, ''))).toBe(true);
  });
}

const OTHERS = [
  '* * *',
  '-----',
  '###',
  'https://post.example/a',
  'Source: https://post.example/a',
  'ada@post.example',
  'BC-KORVIA-FLOODS',
  'Home > World > Africa',
  'News | Sport | Weather',
];

for (const line of OTHERS) {
  test(`boilerplate: ${line}`, () => {
    expect(isBoilerplate(line)).toBe(true);
  });
}

const NEWS = [
  'Home secretary resigns',
  'Searchers find the boat',
  'Shares fall in Port Lind',
  'More rain is expected',
  'Related families were housed in the school.',
  'Comments by the mayor draw anger',
  'Most roads reopen',
  'FLOODS CLOSE ROAD',
  'Mid-term polls open',
  'UN: 9 dead',
  'Cookie makers warn of higher prices',
];

for (const line of NEWS) {
  test(`news: ${line}`, () => {
    expect(isBoilerplate(line)).toBe(false);
  });
}
