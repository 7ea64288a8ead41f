/** What stands before a report's first word. */

import { expect, test } from 'vitest';

import { readPairs } from '../../test/support/pairs.ts';
import { readTable } from '../lexicon/table.ts';
import { datelineOf } from './dateline.ts';

for (const { input, expected } of readPairs(new URL('dateline-cases.txt', import.meta.url))) {
  test(`dateline: ${input}`, () => {
    const dateline = datelineOf(input);
    expect(dateline?.text ?? '-').toBe(expected);
    if (dateline !== null) expect(input.slice(dateline.next)).toMatch(/^\S/);
  });
}

for (const { label, example } of readTable('line-labels.tsv', ['label', 'example'])) {
  test(`"${label}" is no place`, () => {
    expect(datelineOf(example.replace(/[[\]]/g, ''))).toBeNull();
    expect(
      datelineOf(example.replace(/[[\]]/g, '').replace(/^[^:]+/, (word) => word.toUpperCase())),
    ).toBeNull();
  });
}
