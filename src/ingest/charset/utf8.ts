/** Counting what is valid UTF-8 in bytes and what is not. */

export interface Utf8Measure {
  /** Characters of two to four bytes that are well formed. */
  readonly valid: number;
  /** Places where a byte beyond ASCII belongs to no such character. A character cut off by the end is none. */
  readonly invalid: number;
}

/** Follows the table of well-formed sequences in the Unicode Standard (3-7): no surrogates, no overlong forms. */
export function measureUtf8(bytes: Uint8Array): Utf8Measure {
  let valid = 0;
  let invalid = 0;
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i += 1;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) valid += 1;
    else if (length === 0) invalid += 1;
    else break;
    i += Math.max(length, 1);
  }
  return { valid, invalid };
}

/** Bytes of the sequence that begins at `at`; 0 when it is ill formed, -1 when the end cuts it off. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k += 1) {
    const byte = bytes[at + k];
    if (byte === undefined) return -1;
    const [low, high] = k === 1 ? secondByteBounds(first) : [0x80, 0xbf];
    if (byte < low || byte > high) return 0;
  }
  return length;
}

function secondByteBounds(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
