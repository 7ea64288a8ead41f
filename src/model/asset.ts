/** The file that a language model is shipped in: a header that names everything, then the sections it names. */

import { createHash } from 'node:crypto';

import { modelDamaged } from '../errors.ts';

/** What files of this kind begin with. */
const MAGIC = 'ANNALIST';

/** Counts up when a reader of an older file could misread a newer one. */
export const ASSET_VERSION = 1;

/** Sections begin at multiples of this many bytes, so that typed arrays can look at them in place. */
const ALIGNMENT_BYTES = 8;

/** Where a section lies in the body. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/** What the header says besides where the sections are. */
export interface AssetFacts {
  /** Language of the model, BCP 47. */
  readonly language: string;
  readonly licence: string;
  readonly attribution: readonly string[];
  /** SHA-256 of each file that it was trained on. */
  readonly data: Readonly<Record<string, string>>;
  /** What each part of the model needs to know of itself: shapes, label lists, settings, scores. */
  readonly parts: Readonly<Record<string, unknown>>;
}

interface Header extends AssetFacts {
  readonly version: number;
  readonly sections: Readonly<Record<string, Place>>;
  /** SHA-256 of the body. */
  readonly body: string;
}

/** A model file in memory. Sections are looked at in place. */
export class Asset {
  readonly facts: AssetFacts;
  readonly #sections: Readonly<Record<string, Place>>;
  readonly #body: Uint8Array;
  readonly #path: string;

  constructor(header: Header, body: Uint8Array, path: string) {
    this.facts = header;
    this.#sections = header.sections;
    this.#body = body;
    this.#path = path;
  }

  /** What the header says of a part. */
  part<Part>(name: string): Part {
    const part = this.facts.parts[name];
    if (part === undefined) throw modelDamaged(this.#path, `it has no part "${name}"`);
    return part as Part;
  }

  bytes(name: string): Uint8Array {
    const place = this.#sections[name];
    if (place === undefined) throw modelDamaged(this.#path, `it has no section "${name}"`);
    return this.#body.subarray(place.offset, place.offset + place.length);
  }

  int8(name: string): Int8Array {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    return new Int8Array(buffer, byteOffset, byteLength);
  }

  uint16(name: string): Uint16Array {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    return new Uint16Array(buffer, byteOffset, byteLength / 2);
  }

  float32(name: string): Float32Array {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    return new Float32Array(buffer, byteOffset, byteLength / 4);
  }

  float64(name: string): Float64Array {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    return new Float64Array(buffer, byteOffset, byteLength / 8);
  }

  /** Lines of a text section. */
  lines(name: string): string[] {
    const { buffer, byteOffset, byteLength } = this.bytes(name);
    const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
    return text === '' ? [] : text.split('\n');
  }
}

/** Sections by name; numbers are written little-endian. */
export type Sections = Readonly<
  Record<string, Uint8Array | Int8Array | Uint16Array | Float32Array | Float64Array>
>;

/** The bytes of a model file. Equal facts and sections give equal bytes. */
export function encodeAsset(facts: AssetFacts, sections: Sections): Uint8Array {
  const places: Record<string, Place> = {};
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    const piece = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    places[name] = { offset, length: piece.length };
    pieces.push(piece, new Uint8Array(gapAfter(piece.length)));
    offset += piece.length + gapAfter(piece.length);
  }
  const body = Buffer.concat(pieces);
  const header: Header = { ...facts, version: ASSET_VERSION, sections: places, body: sha256(body) };
  const json = Buffer.from(JSON.stringify(header));
  const prelude = Buffer.alloc(MAGIC.length + 8);
  prelude.write(MAGIC, 'latin1');
  prelude.writeUInt32LE(ASSET_VERSION, MAGIC.length);
  prelude.writeUInt32LE(json.length, MAGIC.length + 4);
  return Buffer.concat([prelude, json, new Uint8Array(gapAfter(prelude.length + json.length)), body]);
}

/** Reads a model file. Throws `model-damaged` when it is none, is cut short, is of another version, or its bytes were changed. */
export function decodeAsset(given: Uint8Array, path: string): Asset {
  // Typed arrays need sections at multiples of eight bytes of the buffer itself.
  const bytes = given.byteOffset % ALIGNMENT_BYTES === 0 ? given : Uint8Array.from(given);
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const preludeLength = MAGIC.length + 8;
  if (view.length < preludeLength || view.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw modelDamaged(path, 'it is not a model file');
  }
  const version = view.readUInt32LE(MAGIC.length);
  if (version !== ASSET_VERSION) {
    throw modelDamaged(path, `it is of version ${version}, this annalist reads version ${ASSET_VERSION}`);
  }
  const headerEnd = preludeLength + view.readUInt32LE(MAGIC.length + 4);
  const header = headerFrom(view, preludeLength, headerEnd, path);
  const body = bytes.subarray(headerEnd + gapAfter(headerEnd));
  const needed = Math.max(0, ...Object.values(header.sections).map(({ offset, length }) => offset + length));
  if (body.length < needed)
    throw modelDamaged(path, `it is cut short, ${needed - body.length} bytes are missing`);
  if (sha256(body) !== header.body) throw modelDamaged(path, 'its hash is wrong, so its bytes were changed');
  return new Asset(header, body, path);
}

function headerFrom(view: Buffer, from: number, to: number, path: string): Header {
  if (view.length < to) throw modelDamaged(path, 'it is cut short within its header');
  try {
    return JSON.parse(view.toString('utf8', from, to)) as Header;
  } catch {
    throw modelDamaged(path, 'its header cannot be read');
  }
}

function gapAfter(length: number): number {
  return (ALIGNMENT_BYTES - (length % ALIGNMENT_BYTES)) % ALIGNMENT_BYTES;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
