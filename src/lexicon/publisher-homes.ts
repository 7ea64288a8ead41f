/** Where publishers are at home: the town that a local paper means when it names it alone. */

import { readGazetteerTable } from './gazetteer-tables.ts';
import type { GazetteerPlace } from './gazetteer-place.ts';

export const HOME_COLUMNS = [
  'host',
  'publisher',
  'town',
  'division',
  'country',
  'latitude',
  'longitude',
] as const;

/** The home of an article's publisher, by its host or its name; null when the table has neither. */
export function homeOf({
  url,
  publisher,
}: {
  readonly url: string | null;
  readonly publisher: string | null;
}): GazetteerPlace | null {
  const { hosts, names } = (homes ??= readHomes());
  const host = url === null ? null : hostOf(url);
  const parts = host?.split('.') ?? [];
  for (let i = 0; i + 1 < parts.length; i += 1) {
    const home = hosts.get(parts.slice(i).join('.'));
    if (home !== undefined) return home;
  }
  return publisher === null ? null : (names.get(publisher.toLowerCase()) ?? null);
}

let homes:
  { readonly hosts: Map<string, GazetteerPlace>; readonly names: Map<string, GazetteerPlace> } | undefined;

function readHomes(): { hosts: Map<string, GazetteerPlace>; names: Map<string, GazetteerPlace> } {
  const hosts = new Map<string, GazetteerPlace>();
  const names = new Map<string, GazetteerPlace>();
  for (const [index, row] of readGazetteerTable('publishers.tsv', HOME_COLUMNS).entries()) {
    const home: GazetteerPlace = {
      key: `h${index}`,
      name: row.town,
      geonamesId: null,
      kind: 'town',
      feature: 'PPL',
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      country: row.country,
      admin1: row.division === '-' ? null : row.division,
      admin2: 0,
      magnitude: 0,
      radiusKm: null,
    };
    hosts.set(row.host, home);
    names.set(row.publisher.toLowerCase(), home);
  }
  return { hosts, names };
}

function hostOf(url: string): string | null {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}
