/** Telling files that are not text, and what they are. */

import { byteOrderMark, hasUtf16Pattern } from './utf16.ts';

/** Bytes that are looked at. */
const HEAD_BYTES = 8_192;

/** A text may hold a stray NUL or control character; a file with more of them than this share is none. */
const MAX_CONTROL_SHARE = 0.02;

/** What a file is, as the words after "this is", when it is not text; null for text. Web archives count, though parts of them are text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const start = head.toString('latin1');
  const known = SIGNATURES.find(([pattern]) => pattern.test(start));
  if (known !== undefined) return known[1] === ZIP ? zipKind(start) : known[1];
  if (byteOrderMark(bytes) !== null || hasUtf16Pattern(bytes) !== null) return null;
  return controlShare(head) > MAX_CONTROL_SHARE ? 'binary data' : null;
}

const ZIP = 'a ZIP archive';

/** First bytes, read as Latin-1, of what people mistake for an article. Two-letter marks ask for more than the letters. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF document'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, ZIP],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'an old Word, Excel or PowerPoint file'],
  [/^\{\\rtf/, 'a Rich Text (RTF) document'],
  [/^%!PS/, 'a PostScript document'],
  [
    /^(?:From: <Saved by [^]{0,2000}|(?:[\w-]+: [^\n]*\r?\n){0,6})Content-Type: multipart\/related/i,
    'a web archive (MHTML)',
  ],
  [/^bplist00/, 'a web archive (Safari)'],
  [/^WARC\/\d/, 'a web archive (WARC)'],
  [/^\x89PNG\r\n\x1a\n/, 'a PNG image'],
  [/^\xff\xd8\xff/, 'a JPEG image'],
  [/^GIF8[79]a/, 'a GIF image'],
  [/^RIFF[^]{4}WEBP/, 'a WebP image'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^BM[^]{4}\0\0\0\0/, 'a BMP image'],
  [/^\0\0[\x01\x02]\0/, 'an icon'],
  [/^[^]{4}ftyp(?:avif|heic|heix|mif1)/, 'an AVIF or HEIC image'],
  [/^[^]{4}ftyp/, 'an MP4 video'],
  [/^RIFF[^]{4}(?:AVI |WAVE)/, 'a sound or video file'],
  [/^(?:ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|OggS\0|fLaC\0)/, 'a sound file'],
  [/^\x1a\x45\xdf\xa3/, 'a WebM or Matroska video'],
  [/^\x1f\x8b\x08/, 'a gzip archive'],
  [/^BZh[1-9]1AY&SY/, 'a bzip2 archive'],
  [/^\xfd7zXZ\0/, 'an xz archive'],
  [/^\x28\xb5\x2f\xfd/, 'a Zstandard archive'],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7-Zip archive'],
  [/^Rar!\x1a\x07/, 'a RAR archive'],
  [/^[^]{257}ustar/, 'a tar archive'],
  [/^SQLite format 3\0/, 'an SQLite database'],
  [/^(?:\x7fELF|MZ[^]{0,62}\0|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\0asm)/, 'a program'],
  [/^wOF[F2]/, 'a font'],
];

/** Office files and books are ZIP archives; the names of their first parts tell them apart. */
const ZIP_KINDS: readonly (readonly [RegExp, string])[] = [
  [/word\//, 'a Word document'],
  [/xl\//, 'an Excel workbook'],
  [/ppt\//, 'a PowerPoint presentation'],
  [/mimetypeapplication\/epub\+zip/, 'an EPUB book'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument/, 'an OpenDocument file'],
];

function zipKind(start: string): string {
  return ZIP_KINDS.find(([pattern]) => pattern.test(start))?.[1] ?? ZIP;
}

function controlShare(head: Uint8Array): number {
  if (head.length === 0) return 0;
  let controls = 0;
  // Tab to carriage return are white space, and escape switches alphabets in ISO-2022-JP.
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls / head.length;
}
