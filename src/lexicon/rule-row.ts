/** From a `because` back to the row that it names: what `annalist explain` shows. */

import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../data/lexicon/', import.meta.url);

export interface RuleCell {
  readonly column: string;
  readonly value: string;
}

/**
 * The cells of the row that a `because` such as `speech-verbs:deny` names: table before the
 * colon, first cell after it. Null when there is no such table or row.
 */
export function ruleRow(because: string): readonly RuleCell[] | null {
  const [, table, key] = /^([a-z-]+):(.+)$/.exec(because) ?? [];
  if (table === undefined || key === undefined) return null;
  const [heading, ...rows] = rowsOf(table);
  const row = rows.find(([first]) => first === key);
  if (heading === undefined || row === undefined) return null;
  return heading.map((column, index) => ({ column, value: row[index] ?? '' }));
}

function rowsOf(table: string): string[][] {
  try {
    const lines = readFileSync(new URL(`${table}.tsv`, FOLDER), 'utf8').split('\n');
    return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));
  } catch {
    // A `because` may name a model instead of a table.
    return [];
  }
}
