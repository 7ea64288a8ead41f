/** Every abbreviation, held against its own example. */

import { expect, test } from 'vitest';

import { annotated } from '../../test/support/annotated.ts';
import { abbreviationOf } from './abbreviations.ts';
import { readTable } from './table.ts';

for (const row of readTable('abbreviations.tsv', ['abbreviation', 'before', 'ends', 'example'])) {
  test(`"${row.abbreviation}" keeps its stop in its example, and no sentence ends there`, () => {
    const text = row.example.replace(/[[\]]/g, '');
    const match = /\[(.+)\]/.exec(row.example)?.[1] ?? '';
    const { tokens, sentences } = annotated(text).layers;
    const at = row.example.indexOf('[');
    const last = tokens.find(({ end }) => end === at + match.length);
    expect(last && text.slice(last.start, last.end).endsWith('.')).toBe(true);
    expect(sentences.map(({ end }) => end)).toEqual([text.length]);
    expect(['name', 'number', 'any']).toContain(abbreviationOf(row.abbreviation)?.before);
    expect(['yes', 'no']).toContain(row.ends);
  });
}
