/** Reads a model file from disk, the shipped one by default. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { modelMissing } from '../errors.ts';
import { decodeAsset } from './asset.ts';
import type { Asset } from './asset.ts';

/** The model that comes with annalist, from the sources as from the build. */
export const SHIPPED_MODEL = fileURLToPath(new URL('../../models/en/english.bin', import.meta.url));

/** The model in a file or in memory. Throws `model-missing` or `model-damaged`. */
export function loadAsset(from: string | Uint8Array = SHIPPED_MODEL): Asset {
  if (typeof from !== 'string') return decodeAsset(from, 'the given bytes');
  return decodeAsset(bytesOf(from), from);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw modelMissing(path, cause);
  }
}
