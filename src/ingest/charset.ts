/** From bytes to text: which character encoding, and the text without its byte-order mark. */

import jschardet from 'jschardet';

import { declaredInPage } from './charset/declared-charset.ts';
import { decodeAs, encodingOf } from './charset/encodings.ts';
import { byteOrderMark, hasUtf16Pattern } from './charset/utf16.ts';
import { measureUtf8 } from './charset/utf8.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG name in lower case: `utf-8`, `windows-1252`. */
  readonly charset: string;
}

export interface DecodeHints {
  /** The `charset` of the type header, when there was one. */
  readonly httpCharset?: string | null | undefined;
}

/**
 * Decodes bytes of unknown encoding. Never throws: what cannot be decoded becomes U+FFFD.
 *
 * Order: byte-order mark; what HTTP says; what the page says (HTML `meta`, XML declaration); UTF-8 if
 * it is valid; a guess from the letters; windows-1252. A declaration that the bytes contradict is passed
 * over: see `isContradicted`.
 */
export function decodeBytes(bytes: Uint8Array, { httpCharset }: DecodeHints = {}): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decoded(bytes, marked);
  const utf16 = hasUtf16Pattern(bytes);
  if (utf16 !== null) return decoded(bytes, utf16);
  for (const label of [httpCharset, declaredInPage(bytes)]) {
    const encoding = encodingOf(label ?? '');
    if (encoding !== null && !isContradicted(bytes, encoding)) return decoded(bytes, encoding);
  }
  return decoded(bytes, measureUtf8(bytes).invalid === 0 ? 'utf-8' : guessed(bytes));
}

/** The text of a saved page whose headers are not known. */
export function decodeHtml(bytes: Uint8Array): string {
  return decodeBytes(bytes).text;
}

function decoded(bytes: Uint8Array, charset: string): Decoded {
  return { text: decodeAs(bytes, charset), charset };
}

/**
 * So many characters of several bytes, all of them valid, are UTF-8 even where an encoding that also
 * uses several bytes was declared. In a single-byte encoding one is enough: there it would read "Ã©".
 */
const MIN_SEQUENCES_OF_UTF8 = 4;

/** A declared encoding in which more than this share of the characters beyond ASCII is broken is a wrong one. */
const MAX_BROKEN_SHARE = 0.1;

/** Whether the bytes speak against the encoding that was declared for them. */
function isContradicted(bytes: Uint8Array, encoding: string): boolean {
  const { valid, invalid } = measureUtf8(bytes);
  // One broken byte, or a page cut off in a character, is still UTF-8.
  if (encoding === 'utf-8') return invalid > valid;
  if (encoding === 'iso-2022-jp') return false;
  if (invalid === 0 && valid > 0) return valid >= MIN_SEQUENCES_OF_UTF8 || !MULTI_BYTE.has(encoding);
  return brokenShare(decodeAs(bytes.subarray(0, MAX_SAMPLE_BYTES), encoding)) > MAX_BROKEN_SHARE;
}

const MULTI_BYTE: ReadonlySet<string> = new Set([
  'gbk',
  'gb18030',
  'big5',
  'euc-jp',
  'shift_jis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
]);

function brokenShare(text: string): number {
  const beyondAscii = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return beyondAscii === 0 ? 0 : broken / beyondAscii;
}

/** Bytes that are looked at where letters are counted or guessed from; more do not change what comes out. */
const MAX_SAMPLE_BYTES = 200_000;

function guessed(bytes: Uint8Array): string {
  const { encoding } = jschardet.detect(bytes.subarray(0, MAX_SAMPLE_BYTES), { minimumThreshold: 0 });
  const name = encodingOf(encoding ?? '');
  // UTF-8 was ruled out before, unless more of it is right than wrong.
  if (name === null || name === 'utf-8') return isContradicted(bytes, 'utf-8') ? 'windows-1252' : 'utf-8';
  return name;
}
