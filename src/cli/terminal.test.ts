/** What printing for people promises. */

import { expect, test } from 'vitest';

import { columnsOf, printable, styler, wrap } from './terminal.ts';

test('lines break at spaces and hold no more than their columns', () => {
  expect(wrap('one two  three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('a word longer than a line is cut', () => {
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
});

test('wide characters take two columns and combining marks none', () => {
  expect(columnsOf('日本')).toBe(4);
  expect(columnsOf('e\u0301')).toBe(1);
  expect(wrap('日本語', 4)).toEqual(['日本', '語']);
});

test('an article cannot steer the terminal', () => {
  expect(printable('a\u001b[31mb\u202ec\nd')).toBe('a\ufffd[31mb\ufffdc d');
});

test('weights are left out where they are not wanted', () => {
  expect(styler(false)('bold', 'a')).toBe('a');
  expect(styler(true)('bold', 'a')).toBe('\u001b[1ma\u001b[22m');
});
