/** The cleaning lexicons are sorted and hold no row twice. */

import { expect, test } from 'vitest';

import { hasCaptionCue } from '../lexicon/caption-cues.ts';
import { readTable } from '../lexicon/table.ts';

const TABLES: readonly (readonly [string, readonly string[]])[] = [
  ['boilerplate-phrases.tsv', ['phrase', 'place', 'languages', 'example']],
  ['byline-openers.tsv', ['opener', 'languages', 'example']],
  ['byline-roles.tsv', ['word', 'kind', 'language', 'example']],
  ['caption-cues.tsv', ['cue', 'example']],
  ['credit-agencies.tsv', ['name', 'kind', 'example']],
  ['credit-labels.tsv', ['label', 'languages', 'example']],
  ['line-labels.tsv', ['label', 'example']],
  ['months.tsv', ['name', 'month', 'languages', 'example']],
  ['notice-phrases.tsv', ['phrase', 'kind', 'place', 'language', 'example']],
  ['persian-months.tsv', ['name', 'month', 'example']],
  ['stamp-labels.tsv', ['label', 'kind', 'languages', 'example']],
  ['time-zones.tsv', ['abbreviation', 'offset', 'example']],
  ['weekdays.tsv', ['name', 'day', 'languages', 'example']],
];

for (const [name, columns] of TABLES) {
  test(`${name} is sorted by its first column and has each sense once`, () => {
    const rows = readTable(name, columns).map((row) => columns.map((column) => row[column]));
    // By code point, as the files are written, and not by code unit.
    const keys = rows.map(([first = '']) =>
      [...first].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join(''),
    );
    expect(keys).toEqual([...keys].sort());
    expect(new Set(rows.map((row) => row.slice(0, -1).join('\t'))).size).toBe(rows.length);
  });
}

for (const { cue, example } of readTable('caption-cues.tsv', ['cue', 'example'])) {
  test(`"${cue}" shows a caption`, () => {
    expect(hasCaptionCue(example.replace(/[[\]]/g, '').toLowerCase())).toBe(true);
  });
}
