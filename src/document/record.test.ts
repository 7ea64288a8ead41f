/** What records promise. */

import { describe, expect, test } from 'vitest';

import { sha256, shortId } from './record.ts';

describe('short ids', () => {
  test('are typed, of the asked length, and the same for the same key', () => {
    const id = shortId('AR', 'https://example.org/a');
    expect(id).toMatch(/^AR-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(shortId('AR', 'https://example.org/a')).toBe(id);
    expect(shortId('AR', 'https://example.org/b')).not.toBe(id);
  });

  test('grow without changing their beginning', () => {
    expect(shortId('AR', 'key', 12).startsWith(shortId('AR', 'key', 8))).toBe(true);
  });

  test('are the first bits of the hash', () => {
    // SHA-256 of "abc" begins ba 78 16: 10111 01001 11100 00001 …
    expect(shortId('X', 'abc', 4)).toBe('X-Q9W1');
  });
});

test('a text hash is SHA-256 of its UTF-8', () => {
  expect(sha256('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
