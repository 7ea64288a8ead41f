/** Labels of printed times: what tells "Updated: 4 March 2024" from "Published: 4 March 2024". */

import { readTable } from './table.ts';

export type StampKind = 'published' | 'updated';

/** What the words before a date say it is, null when they are no such label. */
export function stampLabel(words: string): StampKind | null {
  labels ??= new Map(
    readTable('stamp-labels.tsv', ['label', 'kind', 'languages', 'example']).map(({ label, kind }) => [
      label,
      kind === 'updated' ? 'updated' : 'published',
    ]),
  );
  return labels.get(words) ?? null;
}

let labels: ReadonlyMap<string, StampKind> | undefined;
