/** Opening a record: what is made, what is refused untouched, and a disk that is full. */

import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { articleOf, noise } from '../../test/support/articles.ts';
import { SCHEMA_VERSION } from './migrations/migrations.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-store-'));
  path = join(folder, 'record.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What an attempt to open is refused with. */
function refusal(file: string, options: { readonly readOnly?: boolean } = {}): unknown {
  try {
    void openStore(file, options).close();
    return 'opened';
  } catch (error) {
    return error;
  }
}

const coded = (code: string, words: string): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(words) });

describe('a new record', () => {
  test('is made, with durable settings, and is found again', async () => {
    const connection = openSqlite(path);
    expect(connection.raw.pragma('journal_mode', { simple: true })).toBe('wal');
    // 2 is FULL: a commit waits until the disk has it.
    expect(connection.raw.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.raw.pragma('foreign_keys', { simple: true })).toBe(1);
    const store = storeOn(connection);
    const { articleId } = await store.addArticle(articleOf());
    await store.close();
    expect(readdirSync(folder)).toEqual(['record.db']);
    const again = openStore(path, { readOnly: true });
    expect((await again.getArticle(articleId))?.claims).toBe(2);
    await again.close();
  });

  test('is made in an empty file too', async () => {
    writeFileSync(path, '');
    const store = openStore(path);
    expect(await store.countArticles()).toBe(0);
    await store.close();
  });

  test('in memory leaves no file', async () => {
    const store = openStore(':memory:');
    await store.addArticle(articleOf());
    expect(store.path).toBe(':memory:');
    await store.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('refused, and nothing is touched:', () => {
  test('a folder that is not there', () => {
    expect(refusal(join(folder, 'no', 'record.db'))).toEqual(coded('input-not-found', join(folder, 'no')));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a missing file that is only to be read', () => {
    expect(refusal(path, { readOnly: true })).toEqual(coded('input-not-found', path));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder', () => {
    mkdirSync(path);
    expect(refusal(path)).toEqual(coded('record-unreadable', 'it is a folder'));
  });

  test.each([
    ['a text', 'The harbour stayed closed.'.repeat(50)],
    ['a short text', 'x'],
    ['zeros', '\0'.repeat(5000)],
    ['something that only begins like a database', `SQLite format 3\0${'garbage '.repeat(1000)}`],
  ])('%s', (_, content) => {
    writeFileSync(path, content);
    expect(refusal(path)).toEqual(coded('record-unreadable', path));
    expect(refusal(path, { readOnly: true })).toEqual(coded('record-unreadable', path));
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(readdirSync(folder)).toEqual(['record.db']);
  });

  test('the database of another program', () => {
    const other = new Sqlite(path);
    other.exec('CREATE TABLE songs (title TEXT); PRAGMA user_version = 7');
    other.close();
    const before = readFileSync(path);
    expect(refusal(path)).toEqual(coded('record-unreadable', 'another program'));
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['record.db']);
  });

  test('a record of a newer annalist', async () => {
    await openStore(path).close();
    const newer = new Sqlite(path);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    const before = readFileSync(path);
    const words = `schema ${SCHEMA_VERSION + 1}, this one knows ${SCHEMA_VERSION}`;
    expect(refusal(path)).toEqual(coded('record-newer', words));
    expect(refusal(path, { readOnly: true })).toEqual(coded('record-newer', words));
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['record.db']);
  });

  test('a record that is damaged from its second page on', async () => {
    await fill();
    overwrite(4096);
    const before = readFileSync(path);
    expect(refusal(path)).toEqual(coded('record-unreadable', path));
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('a check tells', () => {
  test('a record that is whole', async () => {
    await fill();
    const store = openStore(path, { readOnly: true });
    await expect(store.checkIntegrity()).resolves.toBeUndefined();
    await store.close();
  });

  test('a page that is damaged', async () => {
    await fill();
    overwrite(readFileSync(path).length - 4096);
    const store = openStore(path, { readOnly: true });
    await expect(store.checkIntegrity()).rejects.toEqual(coded('record-unreadable', path));
    await store.close();
  });

  test('a text that is not the one that was added', async () => {
    await fill();
    const raw = new Sqlite(path);
    raw.exec("UPDATE revisions SET text = replace(text, 'closed', 'open') WHERE number = 7");
    const id = raw.prepare('SELECT id FROM revisions WHERE number = 7').pluck().get();
    raw.close();
    const store = openStore(path, { readOnly: true });
    await expect(store.checkIntegrity()).rejects.toEqual(
      coded('record-unreadable', `the text of ${String(id)}`),
    );
    await store.close();
  });
});

async function fill(): Promise<void> {
  const store = openStore(path);
  for (let i = 0; i < 20; i += 1)
    await store.addArticle(articleOf({ facts: { url: `https://news.example/${i}` } }));
  await store.close();
}

/** Overwrites everything from a byte on. */
function overwrite(from: number): void {
  const length = readFileSync(path).length - from;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(file);
}

describe('read only', () => {
  /** Runs as somebody whom permissions bind, which they do not bind the superuser. */
  function unprivileged<T>(work: () => T): T {
    if (process.getuid?.() !== 0) return work();
    process.seteuid?.(65_534);
    try {
      return work();
    } finally {
      process.seteuid?.(0);
    }
  }

  test('a folder in which no file can be made', () => {
    chmodSync(folder, 0o555);
    expect(unprivileged(() => refusal(path))).toEqual(coded('record-read-only', path));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a file that may only be read', async () => {
    await openStore(path).close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o755);
    expect(unprivileged(() => refusal(path))).toEqual(coded('record-read-only', path));
  });

  test('a file that may not even be read', async () => {
    await openStore(path).close();
    chmodSync(path, 0);
    chmodSync(folder, 0o755);
    expect(unprivileged(() => refusal(path))).toEqual(coded('record-unreadable', path));
  });

  test('a record where nothing can be made beside it is read all the same', async () => {
    await fill();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const store = unprivileged(() => openStore(path, { readOnly: true }));
    expect(await store.countArticles({ q: 'harbour' })).toBe(20);
    await store.checkIntegrity();
    await expect(store.addArticle(articleOf())).rejects.toEqual(coded('record-read-only', path));
    await store.close();
    expect(readdirSync(folder)).toEqual(['record.db']);
  });

  test('a record that was opened to be read', async () => {
    await openStore(path).close();
    const store = openStore(path, { readOnly: true });
    expect(store.readOnly).toBe(true);
    await expect(store.addArticle(articleOf())).rejects.toEqual(coded('record-read-only', path));
    expect(await store.countArticles()).toBe(0);
    await store.close();
  });
});

describe('a full disk', () => {
  test('is told, leaves no half article, and keeps everything that was added', async () => {
    const connection = openSqlite(path);
    const store = storeOn(connection);
    const long = (i: number) =>
      articleOf({
        facts: { url: `https://news.example/${i}` },
        capture: { bytes: noise(20_000, i) },
      });
    const added = [(await store.addArticle(long(0))).articleId];
    // The greatest size that the file may have, in pages: what a small disk amounts to.
    connection.raw.pragma(
      `max_page_count = ${Number(connection.raw.pragma('page_count', { simple: true })) + 20}`,
    );
    const fill = async (): Promise<void> => {
      for (let i = 1; i < 100; i += 1) added.push((await store.addArticle(long(i))).articleId);
    };
    await expect(fill()).rejects.toEqual(coded('disk-full', path));
    expect(1 < added.length && added.length < 20).toBe(true);
    expect((await store.listArticles({}, { order: 'asc' })).items.map(({ id }) => id).sort()).toEqual(
      [...added].sort(),
    );
    expect(await store.countClaims()).toBe(2 * added.length);

    // With room again the same store goes on.
    connection.raw.pragma('max_page_count = 1000000');
    expect((await store.addArticle(long(50))).outcome).toBe('new');
    expect(connection.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    await store.close();
  });
});
