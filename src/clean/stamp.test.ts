/** What a line says of when its article was published or updated. */

import { expect, test } from 'vitest';

import { readPairs } from '../../test/support/pairs.ts';
import { readTable } from '../lexicon/table.ts';
import { stampsOf } from './stamp.ts';

for (const { input, expected } of readPairs(new URL('stamp-cases.txt', import.meta.url))) {
  test(`stamp: ${input}`, () => {
    const shown = stampsOf(input).map(({ kind, iso }) => `${kind ?? '?'} ${iso}`);
    expect(shown.join('; ') || '-').toBe(expected);
  });
}

for (const { label, kind, example } of readTable('stamp-labels.tsv', [
  'label',
  'kind',
  'languages',
  'example',
])) {
  test(`"${label}" labels a time as ${kind}`, () => {
    const [stamp] = stampsOf(example.replace(/[[\]]/g, ''), { order: 'day-first' });
    expect(stamp?.kind).toBe(kind);
    expect(stamp?.iso).toMatch(/^2024-03-04/);
  });
}
