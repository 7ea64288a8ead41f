/** Files that are no record, or none that can be used: a clear error, and nothing touched. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import type { AnnalistError } from '../errors.ts';
import { SCHEMA_VERSION } from './migrations/migrations.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-bad-'));
  path = join(folder, 'record.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function errorOf(work: () => unknown): AnnalistError {
  try {
    work();
  } catch (error) {
    return error as AnnalistError;
  }
  throw new Error('nothing was thrown');
}

test('a file that is no database is refused and stays as it was', () => {
  writeFileSync(
    path,
    'Minutes of the harbour council, which took place on Monday and on Tuesday, at length.'.repeat(9),
  );
  const before = readFileSync(path);
  const error = errorOf(() => openStore(path));
  expect(error.code).toBe('record-unreadable');
  expect(error.message).toContain(path);
  expect(error.message).toContain('--record');
  expect(readFileSync(path)).toEqual(before);
});

test('a database of another program is refused and stays as it was', () => {
  const other = new Sqlite(path);
  other.exec('CREATE TABLE recipes (name TEXT)');
  other.close();
  const before = readFileSync(path);
  expect(errorOf(() => openStore(path)).code).toBe('record-unreadable');
  expect(readFileSync(path)).toEqual(before);
});

test('a record of a newer annalist is refused, with both versions, and stays as it was', async () => {
  await openStore(path).close();
  const raw = new Sqlite(path);
  raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  raw.pragma('journal_mode = DELETE');
  raw.close();
  const before = readFileSync(path);
  const error = errorOf(() => openStore(path));
  expect(error.code).toBe('record-newer');
  expect(error.message).toContain(`schema ${SCHEMA_VERSION + 1}`);
  expect(error.message).toContain('update annalist');
  expect(readFileSync(path)).toEqual(before);
});

test('a folder where the record should be, and a folder that is not there, are said', () => {
  mkdirSync(path);
  expect(errorOf(() => openStore(path)).code).toBe('record-unreadable');
  expect(errorOf(() => openStore(join(folder, 'none', 'record.db'))).code).toBe('input-not-found');
  expect(errorOf(() => openStore(join(folder, 'none.db'), { readOnly: true })).code).toBe('input-not-found');
});

test('a full disk is said, and what was added before is kept', async () => {
  const connection = openSqlite(path);
  const store = storeOn(connection);
  await store.addArticle(articleOf());
  const pages = Number(connection.raw.pragma('page_count', { simple: true }));
  connection.raw.pragma(`max_page_count = ${pages + 4}`);
  const large = articleOf({
    paragraphs: ['Long.'],
    facts: { url: 'https://a.example/1' },
    capture: { bytes: noise(200_000) },
  });
  const error = await store.addArticle(large).catch((reason: unknown) => reason as AnnalistError);
  expect((error as AnnalistError).code).toBe('disk-full');
  expect((error as AnnalistError).message).toContain('free some space');
  await store.checkIntegrity();
  expect((await store.counts()).articles).toBe(1);
  await store.close();
});

/** Bytes that do not compress. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i += 1) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[i] = state;
  }
  return bytes;
}

test('a record that is opened for reading takes nothing', async () => {
  await openStore(path).close();
  const store = openStore(path, { readOnly: true });
  const error = await store.addArticle(articleOf()).catch((reason: unknown) => reason as AnnalistError);
  expect((error as AnnalistError).code).toBe('record-read-only');
  await store.close();
});

test('a record that cannot be written says so when something is added', async () => {
  await openStore(path).close();
  const makeWritable = makeUnwritable(path);
  try {
    const store = openStore(path);
    const error = await store.addArticle(articleOf()).catch((reason: unknown) => reason as AnnalistError);
    expect((error as AnnalistError).code).toBe('record-read-only');
    expect((error as AnnalistError).message).toContain('permissions');
    await store.close();
  } finally {
    makeWritable();
  }
});

/** Takes the permission to write away; root may write everything but an immutable file. Gives what undoes it. */
function makeUnwritable(file: string): () => void {
  if (process.getuid?.() !== 0) {
    chmodSync(file, 0o444);
    return () => chmodSync(file, 0o644);
  }
  execFileSync('chattr', ['+i', file]);
  return () => void execFileSync('chattr', ['-i', file]);
}

test('a damaged text is found by the integrity check', async () => {
  const store = openStore(path);
  await store.addArticle(articleOf());
  await store.close();
  const raw = new Sqlite(path);
  raw.exec(`UPDATE revisions SET text = text || '!'`);
  raw.close();
  const again = openStore(path);
  const error = await again.checkIntegrity().catch((reason: unknown) => reason as AnnalistError);
  expect((error as AnnalistError).code).toBe('record-unreadable');
  await again.close();
});
