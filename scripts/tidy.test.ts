/** What the house rules catch. */

import { expect, test } from 'vitest';

import { findingsIn } from './tidy.ts';

function remedies(content: string, file = 'src/room/subject.ts'): string[] {
  return findingsIn(file, content).map(({ line, remedy }) => `${line}: ${remedy}`);
}

test('a tidy file has no finding', () => {
  expect(remedies('/** A subject. */\n\nexport const a = 1;\n')).toEqual([]);
});

test('a file says first what it is for', () => {
  expect(remedies('export const a = 1;\n')).toEqual([
    '1: begin the file with a comment that says what it is for',
  ]);
});

test('a file is not too long', () => {
  const content = `/** Long. */\n${'export {};\n'.repeat(300)}`;
  expect(remedies(content)).toEqual(['300: split it: 301 lines, 300 are allowed']);
});

test('a test is neither skipped nor run alone', () => {
  const content = `/** T. */\ntest.${'skip'}('a', () => {});\n`;
  expect(remedies(content)).toEqual(['2: no test is left out or run alone']);
});

test('code is deleted, not commented out', () => {
  expect(remedies('/** C. */\n// const a = f(1);\n')).toEqual(['2: delete code that is commented out']);
});

test('a function is not too long, unless its comment says why', () => {
  const body = `export function f() {\n${'  g();\n'.repeat(60)}}\n`;
  expect(remedies(`/** F. */\n${body}`)).toEqual(['2: shorten the function: 62 lines, 60 are allowed']);
  expect(remedies(`/** F. */\n/** It is one function because it is one table. */\n${body}`)).toEqual([]);
});

test('no file is named for nothing', () => {
  expect(remedies('/** U. */\n', 'src/text/utils.ts')).toEqual(['1: name the file for its subject']);
});
