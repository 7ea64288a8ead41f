/** Adding many: each is on the disk before it is told, one that fails stops nothing, a full disk stops with its tally. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { articleOf, noise } from '../../test/support/articles.ts';
import type { MadeArticle } from '../../test/support/articles.ts';
import type { Page } from '../document/page.ts';
import { inputNotFound, pageWithoutArticle } from '../errors.ts';
import type { Ingested } from '../ingest/ingested.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Connection } from '../store/sqlite.ts';
import { openStore, storeOn } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { addPages } from './add.ts';
import type { AddResult, Tally } from './add.ts';
import type { Reading } from './read-page.ts';
import type { ReadItem } from './read-pages.ts';

let folder: string;
let path: string;
let connection: Connection;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-worker-'));
  path = join(folder, 'record.db');
  connection = openSqlite(path);
  store = storeOn(connection);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Pages that are read into the articles they were made with; a location that begins with `empty` has none. */
const made = new Map<Page, MadeArticle>();

function page(number: number, location = `notes/${number}.txt`, kilobytes = 1): { readonly page: Page } {
  const bytes = noise(kilobytes * 1000, number);
  const article = articleOf({
    paragraphs: [`Dock ${number} is shut.`],
    page: { location },
    capture: { bytes },
  });
  made.set(article.page, article);
  return { page: article.page };
}

function readingOf(page: Page): Reading {
  return page.location.startsWith('empty')
    ? { rejected: pageWithoutArticle(page.location) }
    : made.get(page)!;
}

/** The items with what was read in their pages. */
async function* read(items: AsyncIterable<Ingested>): AsyncGenerator<ReadItem> {
  for await (const item of items) yield 'page' in item ? { ...item, reading: readingOf(item.page) } : item;
}

async function add(
  items: readonly Ingested[],
): Promise<{ readonly tally: Tally; readonly results: readonly AddResult[] }> {
  const results: AddResult[] = [];
  async function* stream(): AsyncGenerator<Ingested> {
    yield* items;
  }
  const tally = await addPages(read(stream()), { store, onResult: (result) => results.push(result) });
  return { tally, results };
}

test('everything is counted, and what fails is said with its place and reason and stops nothing', async () => {
  const { tally, results } = await add([
    page(1),
    { failure: inputNotFound('gone.txt'), location: 'gone.txt' },
    page(2, 'empty/2.html'),
    { unchanged: true, location: 'https://news.example/same' },
    { skipped: 'a picture', location: 'notes/gate.png' },
    { notice: 'the text in the feed is used', location: 'https://news.example/3' },
    page(1),
    page(3),
  ]);
  expect(tally).toEqual({
    new: 2,
    revised: 0,
    unchanged: 2,
    failed: 2,
    failures: [
      { location: 'gone.txt', code: 'input-not-found', message: inputNotFound('gone.txt').message },
      {
        location: 'empty/2.html',
        code: 'page-without-article',
        message: pageWithoutArticle('empty/2.html').message,
      },
    ],
  });
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'new',
    'failed',
    'failed',
    'unchanged',
    'told',
    'told',
    'unchanged',
    'new',
  ]);
  expect(await store.countArticles()).toBe(2);
});

test('nothing to add is an empty tally', async () => {
  expect((await add([])).tally).toEqual({ new: 0, revised: 0, unchanged: 0, failed: 0, failures: [] });
});

test('an article is on the disk when it is told', async () => {
  const seen: Promise<number>[] = [];
  async function* stream(): AsyncGenerator<Ingested> {
    for (let number = 1; number <= 5; number += 1) yield page(number);
  }
  await addPages(read(stream()), {
    store,
    onResult: () => {
      const another = openStore(path, { readOnly: true });
      seen.push(another.countArticles().finally(() => another.close()));
    },
  });
  const counts = await Promise.all(seen);
  expect(counts.every((count, i) => i + 1 <= count)).toBe(true);
  expect(counts).toHaveLength(5);
});

test('a full disk ends the call, with what was added before told and kept', async () => {
  connection.raw.pragma(
    `max_page_count = ${Number(connection.raw.pragma('page_count', { simple: true })) + 40}`,
  );
  const { tally, results } = await add(Array.from({ length: 30 }, (_, i) => page(i, `notes/${i}.txt`, 20)));
  expect(0 < tally.new && tally.new < 30).toBe(true);
  expect(tally).toMatchObject({
    failed: 1,
    failures: [{ location: `notes/${tally.new}.txt`, code: 'disk-full' }],
  });
  // Nothing was tried after it.
  expect(results).toHaveLength(tally.new + 1);
  expect(await store.countArticles()).toBe(tally.new);
  await store.checkIntegrity();

  connection.raw.pragma('max_page_count = 1000000');
  const again = await add(Array.from({ length: 30 }, (_, i) => page(i, `notes/${i}.txt`, 20)));
  expect(again.tally).toMatchObject({ new: 30 - tally.new, unchanged: tally.new, failed: 0 });
});

test('a record that another process holds for too long fails for the article at hand only', async () => {
  connection.raw.pragma('busy_timeout = 20');
  const holder = openSqlite(path);
  holder.raw.exec('BEGIN IMMEDIATE');
  const results: AddResult[] = [];
  async function* stream(): AsyncGenerator<Ingested> {
    yield page(1);
    holder.raw.exec('ROLLBACK');
    yield page(2);
  }
  const tally = await addPages(read(stream()), { store, onResult: (result) => results.push(result) });
  holder.raw.close();
  expect(tally).toMatchObject({
    new: 1,
    failed: 1,
    failures: [{ location: 'notes/1.txt', code: 'record-busy' }],
  });
});
