/** Reads the three packages that the gazetteer is packed from, and our own points and names of states. */

import { readGazetteerTable } from '../../src/lexicon/gazetteer-tables.ts';
import { foldPlaceName } from '../../src/lexicon/gazetteer-names.ts';
import type { NameKind } from '../../src/lexicon/gazetteer-names.ts';

/** A place to be packed. */
export interface SourcePlace {
  /** GeoNames id, 0 where we know of none. */
  readonly id: number;
  readonly name: string;
  readonly names: readonly (readonly [name: string, kind: NameKind])[];
  readonly latitude: number;
  readonly longitude: number;
  /** GeoNames feature code: `PPL…`, `ADM1`, `ADM2`, `PCLI`. */
  readonly feature: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-1 alpha-3; states only. */
  readonly iso3: string;
  /** GeoNames code of the first-level division, `US.TX`; empty for states. */
  readonly admin1: string;
  /** GeoNames code of the second-level division, `US.TX.453`; empty where there is none. */
  readonly admin2: string;
  readonly population: number;
  /** Half the extent in km, for states and divisions; 0 for towns. */
  readonly radiusKm: number;
}

/** Longer alternative names are official titles, which no article prints. */
const LONGEST_ALTERNATIVE = 40;
/** Alternative names of smaller places are nearly all spellings in other languages. */
const LEAST_POPULATION_FOR_ALTERNATIVES = 2000;

/** The rows of GeoNames' towns. Places that were given up or swallowed keep their rows. */
export function readTowns(content: string): SourcePlace[] {
  const towns: SourcePlace[] = [];
  for (const line of content.split('\n')) {
    const cells = line.split('\t');
    if (cells.length < 15) continue;
    const [id, name = '', ascii = '', others = '', latitude, longitude, , feature = 'PPL', country = ''] =
      cells;
    const [admin1 = '', admin2 = ''] = cells.slice(10, 12);
    const population = Number(cells[14]);
    const names: [string, NameKind][] = [
      [name, 'name'],
      [ascii, 'name'],
    ];
    if (population >= LEAST_POPULATION_FOR_ALTERNATIVES || feature.startsWith('PPLA')) {
      for (const other of others.split(',')) if (isUsable(other)) names.push([other, 'alternative']);
    }
    towns.push({
      id: Number(id),
      name,
      names,
      latitude: Number(latitude),
      longitude: Number(longitude),
      feature,
      country,
      iso3: '',
      admin1: `${country}.${admin1}`,
      admin2: admin2 === '' ? '' : `${country}.${admin1}.${admin2}`,
      population,
      radiusKm: 0,
    });
  }
  return towns;
}

/** Latin letters, and not an airport's code. */
function isUsable(name: string): boolean {
  return (
    /^[\p{Script=Latin}\p{M} .'’‘`()-]+$/u.test(name) &&
    name.length > 2 &&
    name.length <= LONGEST_ALTERNATIVE &&
    !/^[A-Z]{3,4}$/.test(name)
  );
}

interface CountryRow {
  readonly cca2: string;
  readonly cca3: string;
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly latlng: readonly [number, number];
  /** In square kilometres. */
  readonly area: number;
  readonly demonyms?: { readonly eng?: { readonly m: string; readonly f: string } };
}

/** States and territories. Our table replaces points and adds names and demonyms. */
export function readCountries(json: unknown, towns: readonly SourcePlace[]): SourcePlace[] {
  const own = new Map(
    readGazetteerTable('countries.tsv', [
      'code',
      'geonames',
      'latitude',
      'longitude',
      'names',
      'demonyms',
    ]).map((row) => [row.code, row]),
  );
  const people = sums(towns, ({ country }) => country);
  return (json as CountryRow[]).map((row) => {
    const mine = own.get(row.cca2);
    const names: [string, NameKind][] = [
      [row.name.common, 'name'],
      [row.name.official, 'name'],
    ];
    for (const name of listOf(mine?.names)) names.push([name, 'name']);
    for (const name of row.altSpellings)
      if (name.length > 3 && isUsable(name)) names.push([name, 'alternative']);
    const demonyms = new Set([row.demonyms?.eng?.m ?? '', row.demonyms?.eng?.f ?? '']);
    for (const one of [...demonyms]) if (/(?:an|i|er)$/.test(one)) demonyms.add(`${one}s`);
    for (const one of [...listOf(mine?.demonyms), ...demonyms]) if (one !== '') names.push([one, 'demonym']);
    return {
      id: Number(mine?.geonames ?? '-') || 0,
      name: row.name.common,
      names,
      latitude: numberOr(mine?.latitude, row.latlng[0]),
      longitude: numberOr(mine?.longitude, row.latlng[1]),
      feature: 'PCLI',
      country: row.cca2,
      iso3: row.cca3 === 'UNK' ? 'XKX' : row.cca3,
      admin1: '',
      admin2: '',
      population: people.get(row.cca2)?.people ?? 0,
      radiusKm: radiusOf(row.area),
    };
  });
}

/** What a province's name ends with that articles leave out. */
const DIVISION_WORD =
  / (?:Province|Region|Governorate|Oblast|State|Prefecture|Department|District|County|Municipality|Voivodeship|Parish|Krai|Republic|Canton|Emirate)$/i;

/** Divisions of the first and second level, each at the mean of its towns unless our table knows better. */
export function readDivisions(first: unknown, second: unknown, towns: readonly SourcePlace[]): SourcePlace[] {
  const own = new Map(
    readGazetteerTable('divisions.tsv', [
      'code',
      'geonames',
      'latitude',
      'longitude',
      'names',
      'demonyms',
      'abbreviations',
    ]).map((row) => [row.code, row]),
  );
  const byFirst = sums(towns, ({ admin1 }) => admin1);
  const bySecond = sums(towns, ({ admin2 }) => admin2);
  const divisions: SourcePlace[] = [];
  const add = (code: string, name: string, level: 1 | 2): void => {
    const sum = (level === 1 ? byFirst : bySecond).get(code);
    if (sum === undefined) return;
    const mine = level === 1 ? own.get(code) : undefined;
    const names: [string, NameKind][] = [[name, 'name']];
    const short = name.replace(DIVISION_WORD, '');
    if (short !== name) names.push([short, level === 1 ? 'name' : 'alternative']);
    for (const other of listOf(mine?.names)) names.push([other, 'name']);
    for (const other of listOf(mine?.demonyms)) names.push([other, 'demonym']);
    for (const other of listOf(mine?.abbreviations)) names.push([other, 'abbreviation']);
    const [country = '', admin1 = ''] = code.split('.');
    divisions.push({
      id: Number(mine?.geonames ?? 0),
      name,
      names,
      latitude: numberOr(mine?.latitude, sum.latitude / sum.count),
      longitude: numberOr(mine?.longitude, sum.longitude / sum.count),
      feature: `ADM${level}`,
      country,
      iso3: '',
      admin1: `${country}.${admin1}`,
      admin2: level === 2 ? code : '',
      population: sum.people,
      radiusKm: reachOf(sum),
    });
  };
  for (const { code, name } of first as { code: string; name: string }[]) add(code, name, 1);
  for (const { code, name } of second as { code: string; name: string }[]) add(code, name, 2);
  return divisions;
}

interface Sum {
  latitude: number;
  longitude: number;
  count: number;
  people: number;
  /** Bounds of the towns, in degrees: south, north, west, east. */
  readonly bounds: [number, number, number, number];
}

function sums(towns: readonly SourcePlace[], keyOf: (town: SourcePlace) => string): Map<string, Sum> {
  const found = new Map<string, Sum>();
  for (const town of towns) {
    const key = keyOf(town);
    if (key === '') continue;
    const sum = found.get(key) ?? emptySum();
    sum.latitude += town.latitude;
    sum.longitude += town.longitude;
    sum.count += 1;
    sum.people += town.population;
    const [south, north, west, east] = sum.bounds;
    sum.bounds[0] = Math.min(south, town.latitude);
    sum.bounds[1] = Math.max(north, town.latitude);
    sum.bounds[2] = Math.min(west, town.longitude);
    sum.bounds[3] = Math.max(east, town.longitude);
    found.set(key, sum);
  }
  return found;
}

function emptySum(): Sum {
  return { latitude: 0, longitude: 0, count: 0, people: 0, bounds: [90, -90, 180, -180] };
}

/** A degree of latitude. */
const KM_PER_DEGREE = 111;
/** No division is known better than this from its towns alone. */
const LEAST_REACH_KM = 10;

/** The radius of a circle of the same area, in km. */
function radiusOf(area: number): number {
  return Math.max(1, Math.round(Math.sqrt(Math.max(0, area) / Math.PI)));
}

/** Half the diagonal of the box around a division's towns, in km. */
function reachOf({ bounds: [south, north, west, east] }: Sum): number {
  const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.max(LEAST_REACH_KM, Math.round((Math.hypot(north - south, wide) / 2) * KM_PER_DEGREE));
}

function listOf(cell: string | undefined): string[] {
  return cell === undefined || cell === '-'
    ? []
    : cell.split(';').filter((name) => foldPlaceName(name) !== '');
}

function numberOr(cell: string | undefined, other: number): number {
  return cell === undefined || cell === '-' ? other : Number(cell);
}
