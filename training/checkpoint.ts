/** Checkpoints: facts as JSON and lists of floats in one file, replaced whole so that a kill leaves the last one. */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Checkpoint {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly arrays: readonly Float32Array[];
}

/** Layout: length of the JSON (uint32), JSON with the lists' lengths, then the lists. */
export function writeCheckpoint(path: string, { facts, arrays }: Checkpoint): void {
  const header = Buffer.from(JSON.stringify({ facts, lengths: arrays.map(({ length }) => length) }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  const bodies = arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  writeFileSync(`${path}.new`, Buffer.concat([size, header, ...bodies]));
  renameSync(`${path}.new`, path);
}

/** The checkpoint at `path`, or null when there is none. */
export function readCheckpoint(path: string): Checkpoint | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const bodyStart = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, bodyStart)) as {
    facts: Checkpoint['facts'];
    lengths: number[];
  };
  let at = bytes.byteOffset + bodyStart;
  const arrays = header.lengths.map((length) => {
    const array = new Float32Array(bytes.buffer.slice(at, at + 4 * length));
    at += 4 * length;
    return array;
  });
  return { facts: header.facts, arrays };
}
