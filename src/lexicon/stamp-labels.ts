/** Labels of printed times: what tells "Updated: 4 March 2024" from "Published: 4 March 2024". */

import { readTable } from './table.ts';

export type StampKind = 'published' | 'updated';

/** Whether a label is of languages whose papers all print the day before the month. */
export function isDayFirstLabel(words: string): boolean {
  return stampLabel(words) !== null && dayFirst.has(words);
}

/** What the words before a date say it is, null when they are no such label. */
export function stampLabel(words: string): StampKind | null {
  if (labels === undefined) {
    const rows = readTable('stamp-labels.tsv', ['label', 'kind', 'languages', 'example']);
    labels = new Map(rows.map(({ label, kind }) => [label, kind === 'updated' ? 'updated' : 'published']));
    dayFirst = new Set(
      rows.filter(({ languages }) => !NOT_DAY_FIRST.test(languages)).map(({ label }) => label),
    );
  }
  return labels.get(words) ?? null;
}

/** English is printed both ways; East Asian papers put the year first. */
const NOT_DAY_FIRST = /\b(?:en|zh|ja|ko)\b/;

let dayFirst: ReadonlySet<string> = new Set();
let labels: ReadonlyMap<string, StampKind> | undefined;
