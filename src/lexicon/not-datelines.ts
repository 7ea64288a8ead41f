/** Words that stand before a colon or dash at the head of a line and are no place: "UPDATE:", "Note –". */

import { readTable } from './table.ts';

/** Whether a label before a colon or dash is one of the known ones that name no place. */
export function isNotADateline(label: string): boolean {
  labels ??= new Set(readTable('line-labels.tsv', ['label', 'example']).map((row) => row.label));
  return labels.has(label.toLowerCase());
}

let labels: Set<string> | undefined;
