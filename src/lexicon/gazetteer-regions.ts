/** Our own table of regions: what no list of towns and provinces has. */

import { lexiconRowInvalid } from '../errors.ts';
import { foldPlaceName } from './gazetteer-names.ts';
import type { GazetteerPlace, NamedPlace } from './gazetteer-place.ts';
import { readGazetteerTable } from './gazetteer-tables.ts';

/** What a region can be. */
export const REGION_KINDS = [
  'region',
  'disputed',
  'valley',
  'river',
  'lake',
  'mountains',
  'desert',
  'peninsula',
  'island',
  'strait',
  'canal',
  'sea',
  'ocean',
  'border',
  'camp',
  'crossing',
  'corridor',
  'forest',
  'historical',
  'continent',
  'bloc',
  'military',
  'site',
  'quarter',
] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

export const REGION_COLUMNS = [
  'name',
  'others',
  'kind',
  'countries',
  'latitude',
  'longitude',
  'radius_km',
  'weight',
  'example',
] as const;

/** The regions of a folded name. */
export function regionsNamed(folded: string): readonly NamedPlace[] {
  named ??= byName();
  return named.get(folded) ?? [];
}

let named: Map<string, NamedPlace[]> | undefined;

function byName(): Map<string, NamedPlace[]> {
  const names = new Map<string, NamedPlace[]>();
  for (const [index, row] of readGazetteerTable('regions.tsv', REGION_COLUMNS).entries()) {
    const place = regionOf(row, index);
    const add = (name: string, as: NamedPlace['as']): void => {
      const key = foldPlaceName(name);
      const known = names.get(key);
      if (known === undefined) names.set(key, [{ place, as }]);
      else if (!known.some((other) => other.place === place)) known.push({ place, as });
    };
    add(row.name, 'name');
    if (row.others !== '-') {
      // A star marks the adjective of a region ("European*").
      for (const other of row.others.split(';')) {
        if (other.endsWith('*')) add(other.slice(0, -1), 'demonym');
        else add(other, 'name');
      }
    }
  }
  return names;
}

function regionOf(
  row: Readonly<Record<(typeof REGION_COLUMNS)[number], string>>,
  index: number,
): GazetteerPlace {
  const fault = (problem: string): Error =>
    lexiconRowInvalid('data/gazetteer/regions.tsv', index + 2, `${row.name}: ${problem}`);
  const latitude = Number(row.latitude);
  const longitude = Number(row.longitude);
  const radius = Number(row.radius_km);
  const weight = Number(row.weight);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw fault('not a point on earth');
  if (!(radius > 0)) throw fault('the radius is not a number of km above 0');
  if (!(weight >= 0 && weight <= 9)) throw fault('the weight is not between 0 and 9');
  if (!(REGION_KINDS as readonly string[]).includes(row.kind)) throw fault(`no kind "${row.kind}"`);
  const countries = row.countries === '-' ? [] : row.countries.split(',');
  if (countries.some((code) => !/^[A-Z]{3}$/.test(code)))
    throw fault('countries are ISO codes of three letters');
  return {
    key: `r${index}`,
    name: row.name,
    geonamesId: null,
    kind: 'region',
    feature: row.kind,
    latitude,
    longitude,
    country: countries.length === 1 ? (countries[0] ?? null) : null,
    admin1: null,
    admin2: 0,
    magnitude: weight,
    radiusKm: radius,
  };
}
