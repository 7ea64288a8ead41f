/** Telling UTF-16, with a byte-order mark and without. */

/** The encoding that a byte-order mark names, else null. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Bytes that are looked at; an even number, so that no code unit is cut. */
const SAMPLE_BYTES = 16_384;

/** Share of NUL bytes on the other side that is still taken for chance. */
const MAX_STRAY_SHARE = 0.01;

/**
 * `utf-16le` or `utf-16be` where the bytes look so without a mark, else null.
 *
 * In UTF-16 text every space, line end and Latin letter has one NUL byte, always on the same side. The
 * sample must also decode without a lone surrogate and without control characters, which no binary
 * format passes.
 */
export function hasUtf16Pattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length - (bytes.length % 2)));
  const nuls: [number, number] = [0, 0];
  for (const [i, byte] of sample.entries()) {
    if (byte === 0) nuls[i % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = nuls;
  if (even + odd === 0 || Math.min(even, odd) > MAX_STRAY_SHARE * (even + odd)) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return isPlainText(sample, encoding) ? encoding : null;
}

function isPlainText(sample: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return !/[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/.test(text);
  } catch {
    return false;
  }
}
