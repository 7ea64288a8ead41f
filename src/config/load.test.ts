/** The check of options and of dates. */

import { describe, expect, test } from 'vitest';

import { isoDateOf } from './iso-date.ts';
import { DEFAULT_SETTINGS, loadSettings, type WrittenOptions } from './load.ts';
import { OPTIONS } from './options.ts';
import { VERSION } from './version.ts';

test('the table is sorted, each name once, each sentence one sentence', () => {
  const names = OPTIONS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
  for (const { sentence } of OPTIONS) expect(sentence).toMatch(/^[A-Z][^.]*(\.txt[^.]*)?\.$/);
});

test('every default passes its own check', () => {
  for (const { name, default: value } of OPTIONS) {
    if (value !== null) expect(loadSettings({ [name]: value })[name]).toBe(value);
  }
});

test('the user agent names the version of the package', () => {
  expect(DEFAULT_SETTINGS['user-agent']).toContain(`annalist/${VERSION} `);
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
});

test('sizes may be written with a unit, and only sizes', () => {
  expect(loadSettings({ 'max-bytes': '2.5MB' })['max-bytes']).toBe(2_500_000);
  expect(loadSettings({ 'max-bytes': '4096' })['max-bytes']).toBe(4096);
  expect(() => loadSettings({ port: '4MB' })).toThrow(
    '--port: expected a whole number from 0 to 65535, found "4MB"',
  );
});

const WRONG: readonly (readonly [WrittenOptions, string])[] = [
  [{ port: '70000' }, '--port: expected a whole number from 0 to 65535, found 70000'],
  [{ port: '80.5' }, '--port: expected a whole number'],
  [{ timeout: '0' }, '--timeout: expected a number of seconds from 0.01 to 3600, found 0'],
  [{ timeout: 'soon' }, 'found "soon"'],
  [{ 'max-bytes': '0' }, '--max-bytes: expected a whole number of bytes, at least 1, found 0'],
  [{ 'max-redirects': '-1' }, '--max-redirects: expected a whole number of redirects from 0 to 20'],
  [{ input: 'pdf' }, '--input: expected one of auto, text, html'],
  [{ published: '12 March' }, '--published: expected a date such as 2024-03-12'],
  [{ published: '2024-02-30' }, '--published: expected a date'],
  [{ 'user-agent': 'a\r\nCookie: b' }, '--user-agent: expected a text on one line'],
  [{ record: ' ' }, '--record: expected a text'],
  [{ 'allow-private-network': 'maybe' }, '--allow-private-network: takes no value'],
];

test.each(WRONG)('%o is refused', (written, message) => {
  expect(() => loadSettings(written)).toThrow(message);
  expect(() => loadSettings(written)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
});

describe('an ISO date', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03-12T10:05', '2024-03-12T10:05'],
    ['2024-03-12 10:05:09', '2024-03-12T10:05:09'],
    ['2024-03-12t10:05:09,25z', '2024-03-12T10:05:09.25Z'],
    ['2024-03-12T10:05+0330', '2024-03-12T10:05+03:30'],
    ['2024-03-12T10:05:00-03', '2024-03-12T10:05:00-03:00'],
    ['0099-12-31', '0099-12-31'],
  ])('%s is kept as %s', (written, kept) => {
    expect(isoDateOf(written)).toBe(kept);
    expect(isoDateOf(kept)).toBe(kept);
  });

  test.each([
    '',
    '2024',
    '2024-3-1',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '12/03/2024',
    '2024-03-12T24:00',
    '2024-03-12T10:61',
    '2024-03-12T10:00+25:00',
    '2024-03-12T',
    'Tuesday',
  ])('"%s" is none', (written) => expect(isoDateOf(written)).toBeNull());
});
