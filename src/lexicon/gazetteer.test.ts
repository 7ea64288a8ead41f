/** The packed gazetteer: what it knows, and files that are missing, cut or something else. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

import { SHIPPED_GAZETTEER, gazetteer, loadGazetteer } from './gazetteer.ts';
import { foldPlaceName } from './gazetteer-names.ts';

const folder = mkdtempSync(join(tmpdir(), 'annalist-gazetteer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const towns: readonly (readonly [name: string, country: string, latitude: number, longitude: number])[] = [
  ['Beirut', 'LBN', 33.9, 35.5],
  ['São Paulo', 'BRA', -23.5, -46.6],
  ['Sao Paulo', 'BRA', -23.5, -46.6],
  ['ŁÓDŹ', 'POL', 51.8, 19.5],
  ['Reykjavík', 'ISL', 64.1, -21.9],
  ['Aachen', 'DEU', 50.8, 6.1],
  ['Zywiec', 'POL', 49.7, 19.2],
];

test.each(towns)('%s is in %s', (name, country, latitude, longitude) => {
  const found = gazetteer()
    .named(name)
    .find(({ place }) => place.country === country && place.kind === 'town')?.place;
  expect(found?.latitude).toBeCloseTo(latitude, 0);
  expect(found?.longitude).toBeCloseTo(longitude, 0);
  expect(found?.geonamesId).toBeGreaterThan(0);
});

test('names, demonyms and abbreviations say which they are', () => {
  const as = (name: string, kind: string) =>
    gazetteer()
      .named(name)
      .filter(({ place }) => place.kind === kind)
      .map((one) => one.as);
  expect(as('Lebanon', 'state')).toEqual(['name']);
  expect(as('Lebanese', 'state')).toEqual(['demonym']);
  expect(as('Calif.', 'division')).toEqual(['abbreviation']);
});

test('a name that is only the beginning of names, or after the last, is unknown', () => {
  for (const name of ['', 'beiru', 'zzzzzzzz', ' ', 'a name that no place has', '\u0000', '東京'])
    expect(gazetteer().named(name)).toEqual([]);
});

test('towns around a point are of the states there', () => {
  const around = gazetteer().statesAround(33.89, 35.5, 20);
  expect([...around]).toEqual(['LBN']);
});

test.each([
  ["N'Djamena", 'ndjamena'],
  ['Stratford-upon-Avon', 'stratford upon avon'],
  ['D.C.', 'dc'],
  ['  Rio   de Janeiro ', 'rio de janeiro'],
  ['Şırnak', 'sirnak'],
  ['Tromsø', 'tromso'],
])('%s folds to %s', (name, folded) => {
  expect(foldPlaceName(name)).toBe(folded);
});

describe('a file that', () => {
  const fileOf = (bytes: Uint8Array): string => {
    const path = join(folder, 'broken.gz');
    writeFileSync(path, bytes);
    return path;
  };

  test('is missing is named', () => {
    const path = join(folder, 'none.gz');
    expect(() => loadGazetteer(path)).toThrow(path);
  });

  test('is cut does not unpack', () => {
    const path = fileOf(readFileSync(SHIPPED_GAZETTEER).subarray(0, 100_000));
    expect(() => loadGazetteer(path)).toThrow('it does not unpack');
  });

  test('is of another kind or version is refused', () => {
    expect(() => loadGazetteer(fileOf(gzipSync('hello')))).toThrow('it is no gazetteer of this version');
  });

  test('has lost a column is refused by the name of the column', () => {
    const file = gunzipSync(readFileSync(SHIPPED_GAZETTEER));
    const path = fileOf(
      gzipSync(Buffer.from(file.toString('latin1').replace('"admin2":', '"admin9":'), 'latin1'), {
        level: 1,
      }),
    );
    expect(() => loadGazetteer(path)).toThrow('it has no column "admin2"');
  });
});
