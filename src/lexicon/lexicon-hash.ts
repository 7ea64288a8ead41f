/** The fingerprint of everything in `data/`, which every record names. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Where the project's data stands, from the sources as from the build. */
const DATA_FOLDER = new URL('../../data/', import.meta.url);

let hash: string | null = null;

/** `sha256:…` over the names and bytes of all files in `data/`, in sorted order. Computed once. */
export function lexiconHash(): string {
  hash ??= hashOfFolder(DATA_FOLDER);
  return hash;
}

/** The fingerprint of one folder: the same for the same names and bytes, whatever the machine. */
export function hashOfFolder(folder: URL): string {
  const digest = createHash('sha256');
  for (const name of fileNames(folder)) {
    const bytes = readFileSync(new URL(name.split('/').map(encodeURIComponent).join('/'), folder));
    // The length keeps a name apart from the bytes around it.
    digest.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${digest.digest('hex')}`;
}

/** Paths below the folder with `/` between their parts, by code unit, so that no locale decides the order. */
function fileNames(folder: URL, prefix = ''): string[] {
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // Names that begin with a stop are left behind by editors and file managers.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      names.push(
        ...fileNames(new URL(`${encodeURIComponent(entry.name)}/`, folder), `${prefix}${entry.name}/`),
      );
    } else {
      names.push(prefix + entry.name);
    }
  }
  return names.sort((a, b) => (a < b ? -1 : 1));
}
