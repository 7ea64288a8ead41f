/** Files that are not text, and texts that look like such files. */

import { expect, test } from 'vitest';

import { binaryKind } from './binary-kind.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'a PDF document'],
  ['PK\x03\x04\x14\0\x06\0[Content_Types].xml … word/document.xml', 'a Word document'],
  ['PK\x03\x04\x14\0\x06\0[Content_Types].xml … xl/workbook.xml', 'an Excel workbook'],
  ['PK\x03\x04\x0a\0\0\0mimetypeapplication/epub+zip', 'an EPUB book'],
  ['PK\x03\x04\x0a\0\0\0notes/a.txt', 'a ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'an old Word, Excel or PowerPoint file'],
  [
    'From: <Saved by Blink>\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/related;\n',
    'a web archive (MHTML)',
  ],
  ['MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n', 'a web archive (MHTML)'],
  ['bplist00\xd1\x01\x02', 'a web archive (Safari)'],
  ['WARC/1.0\r\nWARC-Type: warcinfo', 'a web archive (WARC)'],
  ['{\\rtf1\\ansi Hello}', 'a Rich Text (RTF) document'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a PNG image'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'a JPEG image'],
  ['GIF89a\x01\0\x01\0', 'a GIF image'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'a WebP image'],
  ['\0\0\0\x18ftypmp42', 'an MP4 video'],
  ['\0\0\0\x18ftypavif', 'an AVIF or HEIC image'],
  ['ID3\x03\0\0\0', 'a sound file'],
  ['\x1f\x8b\x08\0\0\0\0\0', 'a gzip archive'],
  ['\x7fELF\x02\x01\x01\0', 'a program'],
  ['SQLite format 3\0\x10', 'an SQLite database'],
  ['abc\0\0\0\0\x01\x02\x03def\0\0\x05', 'binary data'],
])('%j is %s', (start, kind) => {
  expect(binaryKind(latin1(start))).toBe(kind);
});

test.each([
  'BM is what the town calls its bridge master.',
  'MZ Adams spoke first.',
  'II and MM are Roman numerals.',
  'ID3 is a tag.',
  'PK Verma, the mayor, resigned.',
  'GIF87 was a format.',
  'RIFFS were played.',
  'WARC is a format for archives.',
  'From: the mayor\nSubject: the bridge\n\nThe content-type: multipart/related was mentioned.',
  '\u001b[1mBold\u001b[0m in a terminal',
  'One stray \0 in a text that is otherwise as long as a text usually is, so that nobody would call it binary.',
])('"%s" is text', (text) => {
  expect(binaryKind(Buffer.from(text))).toBeNull();
});

test('UTF-16 is text, with its mark and without', () => {
  expect(binaryKind(Buffer.from('\ufeffПривет, мир', 'utf16le'))).toBeNull();
  expect(binaryKind(Buffer.from('Привет, мир', 'utf16le'))).toBeNull();
  expect(binaryKind(Buffer.from('Hello, world', 'utf16le').swap16())).toBeNull();
});

test('nothing is no binary', () => {
  expect(binaryKind(new Uint8Array(0))).toBeNull();
});
