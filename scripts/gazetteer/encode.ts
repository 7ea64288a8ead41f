/** Lays places out as the packed gazetteer: one header, then columns, then front-coded names. */

import { GAZETTEER_MAGIC, NAMES_PER_BLOCK, populationCode } from '../../src/lexicon/gazetteer-format.ts';
import type { GazetteerHeader, PACKED_COLUMNS } from '../../src/lexicon/gazetteer-format.ts';
import { NAME_KINDS, foldPlaceName } from '../../src/lexicon/gazetteer-names.ts';
import type { SourcePlace } from './read-sources.ts';

/** The bytes of the packed file. Same places, same bytes. */
export function encodeGazetteer(places: readonly SourcePlace[]): Uint8Array {
  const features = distinct(places.map(({ feature }) => feature));
  const countries = places
    .filter(({ feature }) => feature === 'PCLI')
    .map(({ country, iso3 }) => [country, iso3] as const);
  const admin1 = distinct(places.map((place) => place.admin1));
  const admin2 = distinct(places.map((place) => place.admin2));
  const countryAt = new Map(countries.map(([code], index) => [code, index]));
  const columns: Record<(typeof PACKED_COLUMNS)[number], Uint8Array> = {
    latitude: bytesOf(Int32Array.from(places, ({ latitude }) => Math.round(latitude * 1e5))),
    longitude: bytesOf(Int32Array.from(places, ({ longitude }) => Math.round(longitude * 1e5))),
    id: bytesOf(Uint32Array.from(places, ({ id }) => id)),
    displayAt: bytesOf(displayOffsets(places)),
    admin1: bytesOf(Uint16Array.from(places, (place) => admin1.at.get(place.admin1) ?? 0)),
    admin2: bytesOf(Uint16Array.from(places, (place) => admin2.at.get(place.admin2) ?? 0)),
    radius: bytesOf(
      Uint16Array.from(
        places.filter(({ radiusKm }) => radiusKm > 0),
        ({ radiusKm }) => radiusKm,
      ),
    ),
    population: Uint8Array.from(places, ({ population }) => populationCode(population)),
    feature: Uint8Array.from(places, ({ feature }) => features.at.get(feature) ?? 0),
    country: Uint8Array.from(places, ({ country }) => countryAt.get(country) ?? 255),
    display: new TextEncoder().encode(places.map(({ name }) => name).join('')),
    ...frontCoded(places),
  };
  return joined({ count: places.length, features: features.all, countries, admin1: admin1.all }, columns);
}

function distinct(values: readonly string[]): { all: string[]; at: Map<string, number> } {
  const all = [...new Set(['', ...values])];
  return { all, at: new Map(all.map((value, index) => [value, index])) };
}

function displayOffsets(places: readonly SourcePlace[]): Uint32Array {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(places.length + 1);
  places.forEach(({ name }, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + encoder.encode(name).length;
  });
  return offsets;
}

/** Sorted folded names, each as what it does not share with the one before, and the places that bear it. */
function frontCoded(places: readonly SourcePlace[]): { names: Uint8Array; blockAt: Uint8Array } {
  const bearers = bearersOf(places);
  const sorted = [...bearers.keys()].map((name) => Buffer.from(name)).sort((a, b) => Buffer.compare(a, b));
  const out: number[] = [];
  const blocks: number[] = [];
  let before = Buffer.alloc(0);
  sorted.forEach((name, i) => {
    if (i % NAMES_PER_BLOCK === 0) {
      blocks.push(out.length);
      before = Buffer.alloc(0);
    }
    let shared = 0;
    while (shared < before.length && before[shared] === name[shared]) shared += 1;
    out.push(shared, name.length - shared, ...name.subarray(shared));
    const who = bearers.get(name.toString()) ?? new Map<number, number>();
    pushVarint(out, who.size);
    for (const [place, kind] of who) pushVarint(out, place * NAME_KINDS.length + kind);
    before = name;
  });
  return { names: Uint8Array.from(out), blockAt: bytesOf(Uint32Array.from(blocks)) };
}

/** Folded name to places and the best way in which it names each. */
function bearersOf(places: readonly SourcePlace[]): Map<string, Map<number, number>> {
  const bearers = new Map<string, Map<number, number>>();
  places.forEach(({ names }, place) => {
    for (const [name, kind] of names) {
      const key = foldPlaceName(name);
      if (key === '' || Buffer.byteLength(key) > 255) continue;
      let who = bearers.get(key);
      if (who === undefined) bearers.set(key, (who = new Map()));
      const rank = NAME_KINDS.indexOf(kind);
      who.set(place, Math.min(rank, who.get(place) ?? rank));
    }
  });
  return bearers;
}

function pushVarint(out: number[], value: number): void {
  while (value > 127) {
    out.push((value & 127) | 128);
    value >>>= 7;
  }
  out.push(value);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}

/** Magic, length of the header, header, columns at multiples of eight bytes. */
function joined(
  facts: Omit<GazetteerHeader, 'columns'>,
  columns: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  let offset = 0;
  const places: Record<string, [number, number]> = {};
  for (const [name, bytes] of Object.entries(columns)) {
    places[name] = [offset, bytes.length];
    offset += Math.ceil(bytes.length / 8) * 8;
  }
  const header = Buffer.from(JSON.stringify({ ...facts, columns: places }));
  const bodyAt = Math.ceil((GAZETTEER_MAGIC.length + 4 + header.length) / 8) * 8;
  const file = Buffer.alloc(bodyAt + offset);
  file.write(GAZETTEER_MAGIC, 0, 'latin1');
  file.writeUInt32LE(header.length, GAZETTEER_MAGIC.length);
  header.copy(file, GAZETTEER_MAGIC.length + 4);
  for (const [name, bytes] of Object.entries(columns)) file.set(bytes, bodyAt + (places[name]?.[0] ?? 0));
  return file;
}
