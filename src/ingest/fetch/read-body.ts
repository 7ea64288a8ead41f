/** Reading the body of an answer: compression undone, and cut off at the cap while it is being undone. */

import type { Duplex } from 'node:stream';
import * as zlib from 'node:zlib';

import { gatherBytes, type Limit } from '../gather.ts';

/** The server packed the body in a way that this Node cannot undo. */
export class UnknownCompression extends Error {}

/** How many layers of compression are undone; more than two are never seen but in attacks. */
const MAX_LAYERS = 3;

/** What is told to servers as `accept-encoding`; Zstandard only where this Node has it. */
export const ACCEPTED_COMPRESSION = [
  'gzip',
  'deflate',
  'br',
  ...('createZstdDecompress' in zlib ? ['zstd'] : []),
].join(', ');

/**
 * The bytes of a body after undoing `encoding` (the value of `content-encoding`).
 *
 * Throws TooManyBytes as soon as the packed or the unpacked bytes pass the limit: a small answer that
 * would unpack to gigabytes costs no more than the cap. Throws zlib's own error for damaged data.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  limit: Limit,
): Promise<Uint8Array> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => !['', 'identity'].includes(layer));
  if (layers.length > MAX_LAYERS) throw new UnknownCompression(`${layers.length} layers of compression`);
  let bytes = await gatherBytes(body, limit);
  for (const layer of layers.reverse()) {
    if (bytes.length > 0) bytes = await unpack(bytes, layer, limit);
  }
  return bytes;
}

async function unpack(packed: Uint8Array, layer: string, limit: Limit): Promise<Uint8Array> {
  const decoder = decoderFor(layer, packed);
  // The decoder unpacks no further than somebody reads, and is destroyed when the reading stops at the cap.
  decoder.end(packed);
  return gatherBytes(decoder, limit);
}

function decoderFor(layer: string, packed: Uint8Array): Duplex {
  switch (layer) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      // The standard means zlib's wrapping, and some servers send it bare: method 8 in the first byte tells.
      return ((packed[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      if ('createZstdDecompress' in zlib) return (zlib.createZstdDecompress as () => Duplex)();
  }
  throw new UnknownCompression(layer);
}
