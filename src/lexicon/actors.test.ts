/** Every row of the actor tables is sound and found, and broken rows are told with file and line. */

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { AnnalistError } from '../errors.ts';
import { codeActor } from '../resolve/actor-codes/code-actor.ts';
import { foldName } from './actors-entry.ts';
import { roleNouns, roleNounsFrom } from './actors-role-nouns.ts';
import { ACTOR_COLUMNS, namesOfTable } from './actors-rows.ts';
import type { ActorTable } from './actors-rows.ts';
import { actorLexicon, actorLexiconOver } from './actors.ts';
import { parseTable } from './table.ts';

const TABLES = ['states', 'organisations', 'groups', 'media', 'places', 'people'] as const;

test.each(TABLES)('every row of %s is found by its own name', (table) => {
  const file = `data/actors/${table}.tsv`;
  const rows = parseTable(file, contentOf(table), ACTOR_COLUMNS[table]);
  expect(rows.length).toBeGreaterThan(100);
  const missing = rows
    .map((row) => row['name'] ?? '')
    .filter(
      (name) =>
        !actorLexicon()
          .namesFor(name)
          .some(({ entry }) => entry.key === `${table}:${name}`),
    );
  expect(missing).toEqual([]);
});

test.each(['states', 'organisations', 'media', 'places'] as const)('no name has two rows in %s', (table) => {
  const names = parseTable(table, contentOf(table), ACTOR_COLUMNS[table]).map((row) => row['name']);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('groups have a row for each of 600 or more, and parents that exist', () => {
  const rows = parseTable('groups.tsv', contentOf('groups'), ACTOR_COLUMNS.groups);
  expect(new Set(rows.map((row) => row['name'])).size).toBeGreaterThan(600);
  const unknown = rows
    .map((row) => row['parent'] ?? '-')
    .filter((parent) => parent !== '-' && actorLexicon().namesFor(parent).length === 0);
  expect(unknown).toEqual([]);
});

test('every role noun stands in brackets in its example and gives its sectors', () => {
  for (const role of new Set(roleNouns().values())) {
    const inBrackets = /\[(.+?)\]/.exec(role.example)?.[1] ?? '';
    expect([foldName(role.noun), foldName(role.plural)], role.noun).toContain(foldName(inBrackets));
    expect(role.weight === 'link', role.noun).toBe(role.sectors.length === 0);
    const isName = actorLexicon().namesFor(role.noun).length > 0;
    if (!isName) expect(codeActor(role.noun)?.sectors, role.noun).toEqual(role.sectors);
  }
});

const BROKEN: readonly (readonly [table: ActorTable, row: string, problem: string])[] = [
  ['groups', 'Hill Front\t-\t-\tKEN\tarmy\t-\t-\t-\t-', 'kind "army": expected one of'],
  [
    'groups',
    'Hill Front\t-\t-\tKenya\tparty\t-\t-\t-\t-',
    'countries "Kenya": expected three capital letters',
  ],
  ['groups', 'Hill Front\t-\t-\tKEN\tparty\t-\t2010\t1999\t-', 'it ends (1999) before it begins (2010)'],
  ['groups', 'Hill Front\t-\t-\tKEN\tparty\t-\t2010-13\t-\t-', 'from "2010-13": expected YYYY'],
  ['groups', 'Hill Front\tA;B\t-\tKEN\tparty\t-\t-\t-\t-', 'aliases "A;B": parts are divided by "; "'],
  ['media', 'Hill Post\t-\tKEN\tnewspaper\tking\t-\t-', 'ownership "king": expected one of'],
  ['organisations', 'Hill Fund\t-\t-\tNGO\tAID\t-\t-\t-\t-', 'sectors "AID": no such sector'],
  [
    'people',
    'Ada Lind\t-\tpresident\tHill Republic\tGOV\t-\t-',
    'of "Hill Republic": neither a code nor a name',
  ],
  ['places', 'Hill Town\t-\tKEN\tcity', 'kind "city": expected one of'],
  ['states', 'Hill Land\tHIL\t-\t-\t-\t-\t-\t-\t-\t-\tgreat\t-\t-', 'status "great": expected one of'],
  ['actors', 'Ada Lind\t-\tking\tKEN\tGOV\t-\t-', 'kind "king": expected one of'],
];

test.each(BROKEN)('a broken row of %s is told with file and line: %s', (table, row, problem) => {
  const content = `# A remark.\n${ACTOR_COLUMNS[table].join('\t')}\n\n${row}\n`;
  const read = () => namesOfTable(table, 'mine.tsv', content, new Map());
  expect(read).toThrow(AnnalistError);
  expect(read).toThrow(`mine.tsv:4: ${problem}`);
});

test('a row with a cell too few and a heading of another table are told', () => {
  const read = (content: string) => () => namesOfTable('places', 'mine.tsv', content, new Map());
  expect(read('name\taliases\tcountry\tkind\nHill Town\t-\tKEN\n')).toThrow('mine.tsv:2: expected 4 columns');
  expect(read('name\tkind\nHill Town\ttown\n')).toThrow('mine.tsv:1: expected the heading');
});

test('a broken role noun is told with file and line', () => {
  const heading = 'noun\tplural\tsectors\tweight\texample\n';
  const read = (row: string) => () => roleNounsFrom('mine.tsv', `${heading}${row}\n`);
  expect(read('tiler\ttilers\tLAB\tloud\tThe [tiler].')).toThrow('mine.tsv:2: weight "loud"');
  expect(read('tiler\ttilers\tXYZ\tstrong\tThe [tiler].')).toThrow('mine.tsv:2: sectors "XYZ"');
});

test("a user's rows add to ours and override them", () => {
  const content =
    'name\taliases\tkind\tcountry\tsectors\tfrom\tto\n' +
    'Hill Front\tHF\tgroup\tKEN\tREB\t2001\t-\nHezbollah\t-\torganisation\tSWE\tEDU\t-\t-\n';
  const lexicon = actorLexiconOver('mine.tsv', content);
  expect(codeActor('HF', { lexicon })).toMatchObject({ actor: 'actors:Hill Front', cameo: 'KENREB' });
  expect(codeActor('Hezbollah', { lexicon })).toMatchObject({ country: 'SWE', sectors: ['EDU'] });
  expect(codeActor('Hezbollah')).toMatchObject({ country: 'LBN' });
});

function contentOf(table: ActorTable): string {
  return readFileSync(new URL(`../../data/actors/${table}.tsv`, import.meta.url), 'utf8');
}
