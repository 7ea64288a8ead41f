/** Publishers' homes: hosts with and without subdomains, names, and every point in its state. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { gazetteer } from './gazetteer.ts';
import { HOME_COLUMNS, homeOf } from './publisher-homes.ts';
import { parseTable } from './table.ts';

const FILE = new URL('../../data/gazetteer/publishers.tsv', import.meta.url);
const ROWS = parseTable('publishers.tsv', readFileSync(FILE, 'utf8'), HOME_COLUMNS);

test.each([
  ['https://www.cleveland.com/news/1', 'Cleveland'],
  ['https://live.news.cleveland.com', 'Cleveland'],
  ['http://user@CLEVELAND.com:8080/a?b#c', 'Cleveland'],
  ['https://notcleveland.com/', null],
  ['https://com/', null],
  ['not an address', null],
  ['', null],
])('%s is at home in %s', (url, town) => {
  expect(homeOf({ url, publisher: null })?.name ?? null).toBe(town);
});

test('a publisher is known by its name too', () => {
  expect(homeOf({ url: null, publisher: 'the plain dealer' })?.name).toBe('Cleveland');
  expect(homeOf({ url: null, publisher: null })).toBeNull();
});

test('every home lies where the gazetteer has a town of its name, in the division of its row', () => {
  const wrong = ROWS.filter(({ town = '', division, country, latitude, longitude }) => {
    const places = gazetteer()
      .named(town)
      .map(({ place }) => place);
    return !places.some(
      (place) =>
        place.country === country &&
        (division === '-' || place.admin1 === division) &&
        Math.abs(place.latitude - Number(latitude)) < 0.3 &&
        Math.abs(place.longitude - Number(longitude)) < 0.3,
    );
  });
  expect(wrong.map(({ host, town }) => `${host}: ${town}`)).toEqual([]);
});

test('hosts stand once and in order', () => {
  const hosts = ROWS.map(({ host = '' }) => host);
  expect(hosts).toEqual([...new Set(hosts)].sort());
});
