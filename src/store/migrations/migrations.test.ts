/** A record of an older schema is brought up to date without loss, wholly or not at all. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openSqlite } from '../sqlite.ts';
import { openStore } from '../store.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

const FROZEN = readFileSync(new URL('schema-1.frozen.sql', import.meta.url), 'utf8');

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-store-'));
  path = join(folder, 'record.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('an older record', () => {
  function frozen(): void {
    const old = new Sqlite(path);
    old.exec(FROZEN);
    old.close();
  }

  /** Names and statements of everything in a schema. */
  function schema(file: string): unknown[] {
    const raw = new Sqlite(file, { readonly: true });
    const rows = raw
      .prepare(
        "SELECT name, replace(replace(sql, char(10), ' '), '  ', ' ') AS sql FROM sqlite_schema ORDER BY name",
      )
      .all();
    raw.close();
    return rows;
  }

  test('of schema 1 is brought up to date without loss', async () => {
    frozen();
    const store = openStore(path);
    expect(await store.counts()).toEqual({ sources: 2, articles: 2, revisions: 3, claims: 2, lastChange: 3 });
    const article = await store.getArticle('https://news.example/orlen/harbour');
    expect(article).toMatchObject({
      headline: 'Harbour open',
      sortTime: '2024-05-06T07:00:00Z',
      revisions: 2,
    });
    expect(article?.revisionList.map(({ headline }) => headline)).toEqual(['Harbour open', 'Harbour closed']);
    const older = await store.getRevision(article?.revisionList[1]?.id ?? '');
    expect(older?.claimList.map(({ stance }) => stance)).toEqual(['asserts', 'denies']);
    expect(Buffer.from((await store.getCapture(older?.id ?? ''))?.bytes ?? []).toString()).toBe(older?.text);
    expect(await store.countArticles({ q: '渡轮' })).toBe(1);
    expect(await store.countClaims({ q: 'open', speaker: '"Mayor Ilse Varn"' })).toBe(1);
    await store.checkIntegrity();
    await store.close();
  });

  test('has the schema of a new one afterwards', async () => {
    frozen();
    await openStore(path).close();
    const fresh = join(folder, 'fresh.db');
    await openStore(fresh).close();
    expect(schema(path)).toEqual(schema(fresh));
  });

  const next = {
    version: SCHEMA_VERSION + 1,
    sql: "ALTER TABLE sources ADD COLUMN note TEXT NOT NULL DEFAULT 'none'",
  };

  test('gets the steps that it lacks, once', async () => {
    frozen();
    const migrations = [...MIGRATIONS, next];
    for (let round = 0; round < 2; round += 1) {
      const connection = openSqlite(path, { migrations });
      expect(connection.raw.prepare('SELECT DISTINCT note FROM sources').pluck().all()).toEqual(['none']);
      expect(connection.raw.pragma('user_version', { simple: true })).toBe(next.version);
      connection.raw.close();
    }
    expect(() => openStore(path)).toThrow(expect.objectContaining({ code: 'record-newer' }));
  });

  test('is as it was when a step fails', async () => {
    frozen();
    const broken = { version: next.version + 1, sql: 'CREATE TABLE half (a); CREATE TABLE half (b)' };
    expect(() => openSqlite(path, { migrations: [...MIGRATIONS, next, broken] })).toThrow('half');
    const raw = new Sqlite(path, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(1);
    expect(raw.prepare("SELECT name FROM pragma_table_info('sources')").pluck().all()).not.toContain('note');
    raw.close();
    const store = openStore(path);
    expect(await store.countArticles()).toBe(2);
    await store.close();
  });

  test('is not changed by somebody who only reads', () => {
    frozen();
    expect(() => openSqlite(path, { readOnly: true, migrations: [...MIGRATIONS, next] })).toThrow(
      expect.objectContaining({ code: 'record-read-only' }),
    );
  });
});
