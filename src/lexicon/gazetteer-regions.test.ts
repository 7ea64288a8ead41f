/** Our own table of regions, row by row: found by its names, in the states that it says, broken rows refused. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { gazetteer } from './gazetteer.ts';
import { REGION_COLUMNS, REGION_KINDS, regionsNamed } from './gazetteer-regions.ts';
import { foldPlaceName } from './gazetteer-names.ts';
import { parseTable } from './table.ts';

const FILE = new URL('../../data/gazetteer/regions.tsv', import.meta.url);
const ROWS = parseTable('regions.tsv', readFileSync(FILE, 'utf8'), REGION_COLUMNS);

/** A place without towns (a reef, a test site) lies within this many km of a town of its state, beyond its radius. */
const REACH_KM = 350;

test('there are six hundred regions or more', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(600);
});

test('every region is found by its name and by its other names', () => {
  const lost = ROWS.flatMap(({ name = '', others = '' }) =>
    [name, ...(others === '-' ? [] : others.split(';'))].filter(
      (one) => !regionsNamed(foldPlaceName(one.replace(/\*$/, ''))).some(({ place }) => place.name === name),
    ),
  );
  expect(lost).toEqual([]);
});

test('every region lies by the towns of the states that its row names', () => {
  const wrong = ROWS.flatMap(({ name, countries = '-', latitude, longitude, radius_km: radius }) => {
    if (countries === '-') return [];
    const around = gazetteer().statesAround(Number(latitude), Number(longitude), Number(radius) + REACH_KM);
    // Islands without a town of their own code, and uninhabited territories.
    const stray = countries.split(',').filter((code) => !around.has(code) && !TOWNLESS.has(code));
    return stray.map((code) => `${name}: ${code}`);
  });
  expect(wrong).toEqual([]);
});

/** Territories of which the gazetteer has no town. */
const TOWNLESS: ReadonlySet<string> = new Set(['IOT', 'SGS']);

test('every kind is one that the code knows and every example shows its name', () => {
  for (const { name = '', kind, example } of ROWS) {
    expect(REGION_KINDS, name).toContain(kind);
    expect(example).toContain(`[${name}]`);
  }
});

test('names stand once and in order', () => {
  const names = ROWS.map(({ name = '' }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});
