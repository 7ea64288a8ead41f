/** The gazetteer: names to places, from the packed file and our own table of regions. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { modelDamaged, modelMissing } from '../errors.ts';
import { GAZETTEER_MAGIC, NAMES_PER_BLOCK, logPopulation } from './gazetteer-format.ts';
import type { GazetteerHeader } from './gazetteer-format.ts';
import { NAME_KINDS, foldPlaceName } from './gazetteer-names.ts';
import type { GazetteerKind, GazetteerPlace, NamedPlace } from './gazetteer-place.ts';
import { regionsNamed } from './gazetteer-regions.ts';

export interface Gazetteer {
  /** Every place of this name, in the order of the files; empty when there is none. */
  named(name: string): readonly NamedPlace[];
  /** Whether any place bears the name; quicker than `named`. `folded` is what `foldPlaceName` gives. */
  knows(folded: string): boolean;
  /** ISO alpha-3 codes of the states that have a town within `km` of a point. Looks at every town: for checks. */
  statesAround(latitude: number, longitude: number, km: number): ReadonlySet<string>;
  /** The name of a division by its GeoNames code. */
  divisionName(admin1: string): string | null;
}

/** The packed file that comes with annalist, from the sources as from the build. */
export const SHIPPED_GAZETTEER = fileURLToPath(new URL('../../models/gazetteer.bin.gz', import.meta.url));

let shipped: Gazetteer | undefined;

/** The gazetteer that comes with annalist, loaded at first use and then kept. Throws `model-missing` or `model-damaged`. */
export function gazetteer(): Gazetteer {
  shipped ??= new PackedGazetteer(unpacked(SHIPPED_GAZETTEER), SHIPPED_GAZETTEER);
  return shipped;
}

/** The gazetteer in a file. Throws `model-missing` or `model-damaged`. */
export function loadGazetteer(path: string): Gazetteer {
  return new PackedGazetteer(unpacked(path), path);
}

function unpacked(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw modelMissing(path, cause);
  }
  try {
    return gunzipSync(bytes);
  } catch {
    throw modelDamaged(path, 'it does not unpack');
  }
}

/** Looks names up in place: nothing of the file becomes an object before it is asked for. */
class PackedGazetteer implements Gazetteer {
  readonly #header: GazetteerHeader;
  readonly #body: Buffer;
  readonly #latitude: Int32Array;
  readonly #longitude: Int32Array;
  readonly #id: Uint32Array;
  readonly #displayAt: Uint32Array;
  readonly #admin1: Uint16Array;
  readonly #admin2: Uint16Array;
  readonly #radius: Uint16Array;
  readonly #population: Uint8Array;
  readonly #feature: Uint8Array;
  readonly #country: Uint8Array;
  readonly #display: Buffer;
  readonly #names: Buffer;
  readonly #blockAt: Uint32Array;
  #divisions: Map<string, string> | undefined;

  constructor(file: Buffer, path: string) {
    const { header, body } = opened(file, path);
    this.#header = header;
    this.#body = body;
    const part = (name: string): [ArrayBuffer, number, number] => {
      const bytes = this.#column(name, path);
      return [bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength];
    };
    const wide = (name: string): Uint32Array => {
      const [buffer, at, length] = part(name);
      return new Uint32Array(buffer, at, length / 4);
    };
    const signed = (name: string): Int32Array => {
      const [buffer, at, length] = part(name);
      return new Int32Array(buffer, at, length / 4);
    };
    const half = (name: string): Uint16Array => {
      const [buffer, at, length] = part(name);
      return new Uint16Array(buffer, at, length / 2);
    };
    this.#latitude = signed('latitude');
    this.#longitude = signed('longitude');
    this.#id = wide('id');
    this.#displayAt = wide('displayAt');
    this.#blockAt = wide('blockAt');
    this.#admin1 = half('admin1');
    this.#admin2 = half('admin2');
    this.#radius = half('radius');
    this.#population = this.#column('population', path);
    this.#feature = this.#column('feature', path);
    this.#country = this.#column('country', path);
    this.#display = this.#column('display', path);
    this.#names = this.#column('names', path);
  }

  named(name: string): readonly NamedPlace[] {
    const folded = foldPlaceName(name);
    const at = this.#entryOf(folded);
    const packed = at === null ? [] : this.#bearers(at);
    return [...regionsNamed(folded), ...packed];
  }

  knows(folded: string): boolean {
    return regionsNamed(folded).length > 0 || this.#entryOf(folded) !== null;
  }

  statesAround(latitude: number, longitude: number, km: number): ReadonlySet<string> {
    const states = new Set<string>();
    const reach = km / KM_PER_DEGREE;
    const narrow = Math.max(MIN_COSINE, Math.cos((latitude * Math.PI) / 180));
    for (let i = this.#radius.length; i < this.#header.count; i += 1) {
      const south = (this.#latitude[i] ?? 0) / 1e5 - latitude;
      if (Math.abs(south) > reach) continue;
      // The shorter way around the earth.
      const east = ((((this.#longitude[i] ?? 0) / 1e5 - longitude + 540) % 360) - 180) * narrow;
      if (Math.hypot(south, east) > reach) continue;
      const state = this.#header.countries[this.#country[i] ?? 255]?.[1];
      if (state !== undefined) states.add(state);
    }
    return states;
  }

  divisionName(admin1: string): string | null {
    if (this.#divisions === undefined) {
      const level = this.#header.features.indexOf('ADM1');
      this.#divisions = new Map();
      for (let i = 0; i < this.#header.count; i += 1) {
        if (this.#feature[i] !== level) continue;
        this.#divisions.set(this.#header.admin1[this.#admin1[i] ?? 0] ?? '', this.#nameOf(i));
      }
    }
    return this.#divisions.get(admin1) ?? null;
  }

  #column(name: string, path: string): Buffer {
    const place = this.#header.columns[name];
    if (place === undefined) throw modelDamaged(path, `it has no column "${name}"`);
    return this.#body.subarray(place[0], place[0] + place[1]);
  }

  /** Where the bearers of a folded name are listed; null when no place bears it. */
  #entryOf(folded: string): number | null {
    if (folded === '' || this.#blockAt.length === 0) return null;
    const key = Buffer.from(folded);
    const block = this.#blockOf(key);
    if (block < 0) return null;
    let at = this.#blockAt[block] ?? 0;
    // What the entry before shares with the key; it only grows as names grow towards the key.
    let matched = 0;
    for (let i = 0; i < NAMES_PER_BLOCK && at < this.#names.length; i += 1) {
      const shared = this.#names[at] ?? 0;
      const length = this.#names[at + 1] ?? 0;
      const suffix = at + 2;
      if (shared < matched) return null;
      if (shared === matched) {
        let same = 0;
        while (same < length && this.#names[suffix + same] === key[matched + same]) same += 1;
        matched += same;
        if (same === length && matched === key.length) return suffix + length;
        if (same < length && (this.#names[suffix + same] ?? 0) > (key[matched] ?? 0)) return null;
      }
      at = this.#afterBearers(suffix + length);
    }
    return null;
  }

  /** The last block whose first name is not after the key; -1 when all are. */
  #blockOf(key: Buffer): number {
    let low = 0;
    let high = this.#blockAt.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#blockAt[middle] ?? 0;
      const length = this.#names[at + 1] ?? 0;
      if (this.#names.compare(key, 0, key.length, at + 2, at + 2 + length) <= 0) low = middle + 1;
      else high = middle - 1;
    }
    return low - 1;
  }

  #afterBearers(at: number): number {
    const [count, first] = varint(this.#names, at);
    let next = first;
    for (let i = 0; i < count; i += 1) {
      while ((this.#names[next] ?? 0) > 127) next += 1;
      next += 1;
    }
    return next;
  }

  #bearers(at: number): NamedPlace[] {
    const [count, first] = varint(this.#names, at);
    const found: NamedPlace[] = [];
    let next = first;
    for (let i = 0; i < count; i += 1) {
      const [value, after] = varint(this.#names, next);
      next = after;
      const as = NAME_KINDS[value % NAME_KINDS.length] ?? 'alternative';
      found.push({ place: this.#placeAt(Math.floor(value / NAME_KINDS.length)), as });
    }
    return found;
  }

  #placeAt(index: number): GazetteerPlace {
    const { features, countries, admin1 } = this.#header;
    const feature = features[this.#feature[index] ?? 0] ?? 'PPL';
    const id = this.#id[index] ?? 0;
    return {
      key: `g${index}`,
      name: this.#nameOf(index),
      geonamesId: id === 0 ? null : id,
      kind: kindOf(feature),
      feature,
      latitude: (this.#latitude[index] ?? 0) / 1e5,
      longitude: (this.#longitude[index] ?? 0) / 1e5,
      country: countries[this.#country[index] ?? 255]?.[1] ?? null,
      admin1: admin1[this.#admin1[index] ?? 0] || null,
      admin2: this.#admin2[index] ?? 0,
      magnitude: logPopulation(this.#population[index] ?? 0),
      radiusKm: this.#radius[index] ?? null,
    };
  }

  #nameOf(index: number): string {
    return this.#display.toString('utf8', this.#displayAt[index], this.#displayAt[index + 1]);
  }
}

/** A degree of latitude. */
const KM_PER_DEGREE = 111;
/** At the poles a degree of longitude is nothing. */
const MIN_COSINE = 0.02;

function kindOf(feature: string): GazetteerKind {
  if (feature === 'PCLI') return 'state';
  if (feature === 'ADM1') return 'division';
  return feature === 'ADM2' ? 'district' : 'town';
}

function opened(file: Buffer, path: string): { header: GazetteerHeader; body: Buffer } {
  const start = GAZETTEER_MAGIC.length;
  if (file.toString('latin1', 0, start) !== GAZETTEER_MAGIC)
    throw modelDamaged(path, 'it is no gazetteer of this version');
  const length = file.readUInt32LE(start);
  const header = JSON.parse(file.toString('utf8', start + 4, start + 4 + length)) as GazetteerHeader;
  const bodyAt = Math.ceil((start + 4 + length) / 8) * 8;
  return { header, body: file.subarray(bodyAt) };
}

function varint(bytes: Buffer, at: number): [value: number, after: number] {
  let value = 0;
  let scale = 1;
  let next = at;
  for (;;) {
    const byte = bytes[next] ?? 0;
    next += 1;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, next];
    scale *= 128;
  }
}
