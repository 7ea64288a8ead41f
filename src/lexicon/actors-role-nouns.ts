/** The nouns of roles ("gunmen", "defence ministry") and the PLOVER sectors that they stand for. */

import { readFileSync } from 'node:fs';

import { lexiconRowInvalid } from '../errors.ts';
import { foldName, SECTORS } from './actors-entry.ts';
import type { Sector } from './actors-entry.ts';
import { parseTable } from './table.ts';

/** `strong` decides, `weak` decides where nothing strong stands beside it, `link` leads on ("spokesman"). */
export const ROLE_WEIGHTS = ['strong', 'weak', 'link'] as const;
export type RoleWeight = (typeof ROLE_WEIGHTS)[number];

export interface RoleNoun {
  /** Singular, names the row. */
  readonly noun: string;
  readonly plural: string;
  readonly sectors: readonly Sector[];
  readonly weight: RoleWeight;
  readonly example: string;
}

const FILE = 'data/actors/role-nouns.tsv';
const COLUMNS = ['noun', 'plural', 'sectors', 'weight', 'example'] as const;

let nouns: ReadonlyMap<string, RoleNoun> | null = null;

/** Role nouns by folded singular and plural. Read at first use and then kept. */
export function roleNouns(): ReadonlyMap<string, RoleNoun> {
  nouns ??= roleNounsFrom(FILE, readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8'));
  return nouns;
}

/** Role nouns of a table's text. Throws `lexicon-row-invalid` with file and line. */
export function roleNounsFrom(file: string, content: string): ReadonlyMap<string, RoleNoun> {
  const index = new Map<string, RoleNoun>();
  const lines = content
    .split(/\r?\n/)
    .flatMap((text, i) => (text.trim() === '' || text.startsWith('#') ? [] : [i + 1]));
  for (const [i, row] of parseTable(file, content, COLUMNS).entries()) {
    const line = lines[i + 1] ?? 0;
    const weight = ROLE_WEIGHTS.find((known) => known === row['weight']);
    if (weight === undefined)
      throw lexiconRowInvalid(
        file,
        line,
        `weight "${row['weight']}": expected one of ${ROLE_WEIGHTS.join(', ')}`,
      );
    const noun = {
      noun: row['noun'] ?? '',
      plural: row['plural'] ?? '',
      sectors: sectorsOf(file, line, row['sectors'] ?? ''),
      weight,
      example: row['example'] ?? '',
    };
    // A singular is never hidden by another noun's plural.
    index.set(foldName(noun.noun), noun);
    if (!index.has(foldName(noun.plural))) index.set(foldName(noun.plural), noun);
  }
  return index;
}

function sectorsOf(file: string, line: number, cell: string): Sector[] {
  if (cell === '-') return [];
  return cell.split('; ').map((value) => {
    const sector = SECTORS.find((known) => known === value);
    if (sector === undefined) throw lexiconRowInvalid(file, line, `sectors "${value}": no such sector`);
    return sector;
  });
}
