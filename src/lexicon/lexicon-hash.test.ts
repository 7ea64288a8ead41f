/** The fingerprint of a folder: names and bytes count, order of writing and hidden files do not. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';

import { hashOfFolder, lexiconHash } from './lexicon-hash.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'annalist-hash-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return pathToFileURL(`${folder}/`);
}

test('the project has a fingerprint, the same at every call', () => {
  expect(lexiconHash()).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(lexiconHash()).toBe(lexiconHash());
});

test('the order in which files were written does not count', () => {
  const one = folderOf({ 'a.tsv': 'x', 'lexicon/b.tsv': 'y' });
  const other = folderOf({ 'lexicon/b.tsv': 'y', 'a.tsv': 'x' });
  expect(hashOfFolder(one)).toBe(hashOfFolder(other));
});

test('a changed byte, a changed name and a moved boundary count', () => {
  const hashes = [{ a: 'xy' }, { a: 'xz' }, { b: 'xy' }, { a: 'x', b: 'y' }, { a: 'x', by: '' }].map(
    (files) => hashOfFolder(folderOf(files)),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('hidden files do not count', () => {
  expect(hashOfFolder(folderOf({ a: 'x', '.swp': 'y' }))).toBe(hashOfFolder(folderOf({ a: 'x' })));
});

test('names with spaces and other scripts are read', () => {
  expect(hashOfFolder(folderOf({ 'a b%20ü.tsv': 'x' }))).toMatch(/^sha256:/);
});
