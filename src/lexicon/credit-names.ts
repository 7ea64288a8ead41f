/** Names of news and picture agencies, and the labels that papers put before a credit. */

import { readTable } from './table.ts';

/** Whether a name is an agency's or a picture library's, exactly as printed or in capitals. */
export function isAgency(name: string): boolean {
  return agencies().exact.has(name) || agencies().capitals.has(name);
}

/** Whether a name is that of an agency that writes copy, as opposed to one that only has pictures. */
export function isWireAgency(name: string): boolean {
  return agencies().wire.has(name) || agencies().wireCapitals.has(name);
}

/** The label that a line begins with ("Photo credit", "Foto", "صورة"), the longest that fits, else null. */
export function creditLabelAt(line: string): string | null {
  const folded = line.slice(0, MAX_LABEL_CHARACTERS).toLowerCase();
  return creditLabels().find((label) => folded.startsWith(label)) ?? null;
}

const MAX_LABEL_CHARACTERS = 40;

interface Agencies {
  readonly exact: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
  readonly wire: ReadonlySet<string>;
  readonly wireCapitals: ReadonlySet<string>;
}

let known: Agencies | undefined;
let labels: readonly string[] | undefined;

function agencies(): Agencies {
  if (known !== undefined) return known;
  const rows = readTable('credit-agencies.tsv', ['name', 'kind', 'example']);
  const names = rows.map(({ name }) => name);
  const wire = rows.filter(({ kind }) => kind === 'wire').map(({ name }) => name);
  known = {
    exact: new Set(names),
    capitals: new Set(names.map((name) => name.toUpperCase())),
    wire: new Set(wire),
    wireCapitals: new Set(wire.map((name) => name.toUpperCase())),
  };
  return known;
}

function creditLabels(): readonly string[] {
  labels ??= readTable('credit-labels.tsv', ['label', 'languages', 'example'])
    .map(({ label }) => label.toLowerCase())
    .sort((a, b) => b.length - a.length);
  return labels;
}
