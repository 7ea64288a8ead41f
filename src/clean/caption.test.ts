/** How pictures' lines fall into caption and credit. */

import { expect, test } from 'vitest';

import { readPairs } from '../../test/support/pairs.ts';
import { readTable } from '../lexicon/table.ts';
import { splitCredit } from './caption.ts';

for (const { input, expected } of readPairs(new URL('caption-cases.txt', import.meta.url))) {
  test(`caption: ${input}`, () => {
    const { caption, credit } = splitCredit(input);
    expect(`${caption ?? '-'} | ${credit ?? '-'}`).toBe(expected);
  });
}

for (const { label, example } of readTable('credit-labels.tsv', ['label', 'languages', 'example'])) {
  test(`the label "${label}" opens its credit`, () => {
    expect(splitCredit(example.replace(/[[\]]/g, '')).credit).toBe(/\[(.+)\]/.exec(example)?.[1]);
  });
}

for (const { name, example } of readTable('credit-agencies.tsv', ['name', 'kind', 'example'])) {
  test(`"${name}" ends a credit`, () => {
    expect(splitCredit(example.replace(/[[\]]/g, '')).credit).toBe(`Ada Lind/${name}`);
  });
}

test('nothing is made of an empty line', () => {
  expect(splitCredit(' \u200f ')).toEqual({ caption: null, credit: null });
});
