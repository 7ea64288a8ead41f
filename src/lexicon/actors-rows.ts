/** Reads the actor tables row by row: form, codes and years are checked, and an error names file and line. */

import { lexiconRowInvalid } from '../errors.ts';
import { SECTORS } from './actors-entry.ts';
import type { ActorEntry, ActorName, Facet, Sector, Term } from './actors-entry.ts';
import { parseTable } from './table.ts';
import type { Row } from './table.ts';

/** Columns of each table, in order. The README of `data/actors/` explains them. */
export const ACTOR_COLUMNS = {
  states: ['name', 'code', 'aliases', 'demonyms', 'capitals', 'seats', 'parliament', 'military', 'police', 'intelligence', 'status', 'from', 'to'],
  organisations: ['name', 'aliases', 'acronyms', 'country', 'sectors', 'kind', 'from', 'to', 'cameo'],
  groups: ['name', 'aliases', 'acronyms', 'countries', 'kind', 'parent', 'from', 'to', 'cameo'],
  media: ['name', 'aliases', 'country', 'kind', 'ownership', 'from', 'to'],
  people: ['name', 'aliases', 'office', 'of', 'sectors', 'from', 'to'],
  places: ['name', 'aliases', 'country', 'kind'],
  actors: ['name', 'aliases', 'kind', 'country', 'sectors', 'from', 'to'],
} as const; // prettier-ignore

export type ActorTable = keyof typeof ACTOR_COLUMNS;

/** Sectors of a group by its kind. */
export const GROUP_SECTORS: Readonly<Record<string, readonly Sector[]>> = {
  'armed group': ['REB'],
  'armed alliance': ['REB'],
  militia: ['PRM'],
  'private military company': ['PRM'],
  'criminal group': ['CRM'],
  movement: ['OPP'],
  party: ['PTY'],
  alliance: ['PTY'],
  government: ['GOV'],
};

export const STATE_STATUSES = [
  'member',
  'observer',
  'partial',
  'associated',
  'de facto',
  'entity',
  'territory',
  'former',
];
export const OWNERSHIPS = ['state', 'public', 'private'];
export const PLACE_KINDS = ['town', 'region'];
export const INTERNATIONAL_CODES = ['UNO', 'EUR', 'IGO', 'NGO', 'MNC', 'IMG'];

/** Facets of a state's row and the sector that a name in each column stands for. */
const STATE_FACETS: readonly (readonly [column: string, facet: Facet, sectors: readonly Sector[]])[] = [
  ['demonyms', 'demonym', []],
  ['capitals', 'capital', ['GOV']],
  ['seats', 'seat', ['GOV']],
  ['parliament', 'parliament', ['LEG']],
  ['military', 'military', ['MIL']],
  ['police', 'police', ['COP']],
  ['intelligence', 'intelligence', ['SPY']],
];

/** One row with its place, and the checks that every table needs. */
class CheckedRow {
  readonly file: string;
  readonly line: number;
  readonly row: Row;

  constructor(file: string, line: number, row: Row) {
    this.file = file;
    this.line = line;
    this.row = row;
  }

  /** The cell, empty for a dash. */
  cell(column: string): string {
    const value = this.row[column] ?? '-';
    return value === '-' ? '' : value;
  }

  list(column: string): string[] {
    const value = this.cell(column);
    if (value === '') return [];
    const items = value.split('; ');
    if (items.some((item) => item.trim() !== item || item === '' || item.includes(';'))) {
      throw this.fault(`${column} "${value}": parts are divided by "; " and none is empty`);
    }
    return items;
  }

  oneOf(column: string, permitted: readonly string[]): string {
    const value = this.cell(column);
    if (!permitted.includes(value)) {
      throw this.fault(`${column} "${value}": expected one of ${permitted.join(', ')}`);
    }
    return value;
  }

  code(column: string, value = this.cell(column)): string {
    if (value !== '' && !/^[A-Z]{3}$/.test(value)) {
      throw this.fault(`${column} "${value}": expected three capital letters or "-"`);
    }
    return value;
  }

  sectors(column: string): Sector[] {
    return this.list(column).map((value) => {
      const sector = SECTORS.find((known) => known === value);
      if (sector === undefined) throw this.fault(`${column} "${value}": no such sector`);
      return sector;
    });
  }

  years(): { from: string | null; to: string | null } {
    const from = this.date('from');
    const to = this.date('to');
    if (from !== null && to !== null && endOf(to) < startOf(from)) {
      throw this.fault(`it ends (${to}) before it begins (${from})`);
    }
    return { from, to };
  }

  fault(problem: string): Error {
    return lexiconRowInvalid(this.file, this.line, problem);
  }

  private date(column: string): string | null {
    const value = this.cell(column);
    if (value === '') return null;
    if (!isPartialDate(value)) throw this.fault(`${column} "${value}": expected YYYY, YYYY-MM or YYYY-MM-DD`);
    return value;
  }
}

/** First day of a year, month or day. */
export function startOf(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Last day of a year, month or day; a month is taken to its 31st, which compares as well. */
export function endOf(date: string): string {
  return date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10);
}

function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (match === null) return false;
  const [, year = '', month = '01', day = '01'] = match;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= days &&
    Number(year) >= 1500
  );
}

/** The rows of one table's text with their places. */
function checkedRows(file: string, content: string, table: ActorTable): CheckedRow[] {
  const rows = parseTable(file, content, ACTOR_COLUMNS[table]);
  const lines = content
    .split(/\r?\n/)
    .flatMap((text, index) => (text.trim() === '' || text.startsWith('#') ? [] : [index + 1]));
  return rows.map((row, index) => new CheckedRow(file, lines[index + 1] ?? 0, row));
}

/** What people's offices are of: names of states and groups with their country and sectors. */
export type Owners = ReadonlyMap<string, { readonly country: string; readonly sectors: readonly Sector[] }>;

/** The names that one table gives. Throws `lexicon-row-invalid` at the first row that is not sound. */
export function namesOfTable(table: ActorTable, file: string, content: string, owners: Owners): ActorName[] {
  const rows = checkedRows(file, content, table);
  if (table === 'states') return rows.flatMap(stateNames);
  if (table === 'people') return joined(rows, 'people', (row) => personTerm(row, owners));
  if (table === 'groups') return joined(rows, 'groups', groupTerm);
  if (table === 'organisations') return rows.flatMap(organisationNames);
  if (table === 'media') return rows.flatMap(mediaNames);
  if (table === 'places') return rows.flatMap(placeNames);
  return joined(rows, 'actors', userTerm);
}

function stateNames(row: CheckedRow): ActorName[] {
  const status = row.oneOf('status', STATE_STATUSES);
  const sectors: Sector[] = status === 'de facto' ? ['PRE'] : [];
  const country = row.code('code');
  const entry = entryOf('states', row, { office: null, of: null, country, sectors, ...row.years() });
  return [
    ...namesOf(entry, [row.cell('name'), ...row.list('aliases')]),
    ...STATE_FACETS.flatMap(([column, facet, stands]) =>
      row.list(column).map((text) => ({ text, facet, entry, sectors: stands })),
    ),
  ];
}

function organisationNames(row: CheckedRow): ActorName[] {
  const term = {
    office: null,
    of: null,
    country: row.code('country'),
    sectors: row.sectors('sectors'),
    ...row.years(),
  };
  return namesOf({ ...entryOf('organisations', row, term), cameo: row.cell('cameo') || null }, allNames(row));
}

function mediaNames(row: CheckedRow): ActorName[] {
  const sectors: Sector[] = row.oneOf('ownership', OWNERSHIPS) === 'state' ? ['GOV', 'JRN'] : ['JRN'];
  const term = { office: null, of: null, country: row.code('country'), sectors, ...row.years() };
  return namesOf(entryOf('media', row, term), allNames(row));
}

function placeNames(row: CheckedRow): ActorName[] {
  const kind = row.oneOf('kind', PLACE_KINDS) as 'town' | 'region';
  const term = { office: null, of: null, country: row.code('country'), sectors: [], from: null, to: null };
  const entry = entryOf('places', row, term);
  return allNames(row).map((text) => ({ text, facet: kind, entry, sectors: kind === 'town' ? ['CVL'] : [] }));
}

function groupTerm(row: CheckedRow): Term {
  const [country = ''] = row.list('countries').map((code) => row.code('countries', code));
  const sectors = GROUP_SECTORS[row.oneOf('kind', Object.keys(GROUP_SECTORS))] ?? [];
  return { office: row.cell('kind'), of: row.cell('parent') || null, country, sectors, ...row.years() };
}

function personTerm(row: CheckedRow, owners: Owners): Term {
  const of = row.cell('of');
  const owner = owners.get(of) ?? (/^[A-Z]{3}$/.test(of) ? { country: of, sectors: [] } : undefined);
  if (owner === undefined) throw row.fault(`of "${of}": neither a code nor a name in another table`);
  const own = row.sectors('sectors');
  return {
    office: row.cell('office'),
    of,
    country: owner.country,
    sectors: own.length > 0 ? own : owner.sectors,
    ...row.years(),
  };
}

function userTerm(row: CheckedRow): Term {
  row.oneOf('kind', ['person', 'organisation', 'group', 'state', 'place']);
  return {
    office: null,
    of: null,
    country: row.code('country'),
    sectors: row.sectors('sectors'),
    ...row.years(),
  };
}

/** Rows that share a name are one entry with a term for each row. */
function joined(
  rows: readonly CheckedRow[],
  table: ActorTable,
  termOf: (row: CheckedRow) => Term,
): ActorName[] {
  const byName = new Map<
    string,
    { names: Set<string>; terms: Term[]; cameo: string | null; isPerson: boolean }
  >();
  for (const row of rows) {
    const name = row.cell('name');
    const isPerson = table === 'people' || row.cell('kind') === 'person';
    const known = byName.get(name) ?? { names: new Set([name]), terms: [], cameo: null, isPerson };
    for (const text of allNames(row)) known.names.add(text);
    known.terms.push(termOf(row));
    known.cameo ??= row.cell('cameo') || null;
    byName.set(name, known);
  }
  return [...byName].flatMap(([name, { names, terms, cameo, isPerson }]) =>
    namesOf({ key: `${table}:${name}`, name, isPerson, terms, cameo }, [...names]),
  );
}

function allNames(row: CheckedRow): string[] {
  return [row.cell('name'), ...row.list('aliases'), ...row.list('acronyms')];
}

function entryOf(table: ActorTable, row: CheckedRow, term: Term): ActorEntry {
  const name = row.cell('name');
  return { key: `${table}:${name}`, name, isPerson: false, terms: [term], cameo: null };
}

function namesOf(entry: ActorEntry, texts: readonly string[]): ActorName[] {
  return texts.map((text) => ({ text, facet: 'name', entry, sectors: null }));
}
