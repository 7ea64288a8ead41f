/** Words that tell a place from a person, an organisation or a common word, by what stands around a name. */

import { readGazetteerTable } from './gazetteer-tables.ts';

export const NAME_CONTEXT_CLASSES = [
  'title',
  'office',
  'organisation',
  'organisation-head',
  'locator',
  'common',
  'given-name',
  'weekday-month',
  'metonym-verb',
] as const;
export type NameContextClass = (typeof NAME_CONTEXT_CLASSES)[number];

/** Whether a lower-case word is in a class. Final stops do not matter. */
export function isInContextClass(norm: string, name: NameContextClass): boolean {
  classes ??= readClasses();
  return classes.get(name)?.has(norm.endsWith('.') ? norm.slice(0, -1) : norm) ?? false;
}

let classes: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function readClasses(): Map<string, ReadonlySet<string>> {
  return new Map(
    readGazetteerTable('name-context.tsv', ['class', 'words', 'example']).map((row) => [
      row.class,
      new Set(row.words.split(' ')),
    ]),
  );
}
