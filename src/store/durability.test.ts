/** One record that is killed again and again, made by two at once, held by another: nothing told is lost, nothing is half. */

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { numberedArticle, numberedUrl } from '../../test/support/numbered-articles.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';
import type { Store } from './store.ts';

const ADDER = fileURLToPath(new URL('../../test/support/add-numbered.ts', import.meta.url));
const TIMEOUT_MS = 240_000;

/** Fewer than in `test/store/durability.test.ts`, which kills writers of records of their own. */
const KILLS = 8;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-store-'));
  path = join(folder, 'record.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Adder {
  readonly child: ChildProcess;
  /** Numbers and outcomes told so far. */
  readonly told: Map<number, string>;
  readonly ended: Promise<number | null>;
}

/** Adds `count` numbered articles in another process; `onTold` is called at each line. */
function adder(first: number, count: number, onTold: (adder: Adder) => void = () => {}): Adder {
  const child = spawn(process.execPath, ['--import', 'tsx', ADDER, path, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const made: Adder = { child, told: new Map(), ended };
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const [number, outcome = ''] = line.split(' ');
    made.told.set(Number(number), outcome);
    onTold(made);
  });
  return made;
}

/** Whether an article is there with everything it has: text, claims, capture, and what finds it. */
async function expectWhole(store: Store, number: number): Promise<void> {
  const made = numberedArticle(number);
  const article = await store.getArticle(numberedUrl(number));
  expect(await store.getRecord(article?.id ?? '')).toEqual(made.record);
  expect(article?.revision.claimList.every(({ sentence }) => sentence.text !== '')).toBe(true);
  const capture = await store.getCapture(article?.revisionId ?? '');
  expect(Buffer.from(capture?.bytes ?? []).equals(made.page.capture.bytes)).toBe(true);
  expect((await store.listArticles({ q: `holt${number}` })).items.map(({ id }) => id)).toEqual([article?.id]);
  expect(await store.countClaims({ speaker: `"holt${number}"`, q: 'dock' })).toBe(1);
}

test(
  `${KILLS} kills, one after the other, of whoever writes one record lose nothing that was told`,
  { timeout: TIMEOUT_MS },
  async () => {
    const random = seeded(19_621_027);
    let next = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const after = random() % 12;
      const delayMs = (random() % 200) / 10;
      const { child, told, ended } = adder(next, 10_000, (running) => {
        if (after < running.told.size) setTimeout(() => running.child.kill('SIGKILL'), delayMs);
      });
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
      expect(after < told.size).toBe(true);

      const store = openStore(path);
      await store.checkIntegrity();
      for (const number of told.keys()) await expectWhole(store, number);
      // One more may have been written and not yet told; it is whole as well, and nothing is there besides.
      const articles = await store.countArticles();
      const end = next + told.size;
      expect(articles === end || articles === end + 1).toBe(true);
      if (articles === end + 1) await expectWhole(store, end);
      expect((await store.counts()).claims).toBe(2 * articles);
      await store.close();
      next = end;
    }
  },
);

test(
  'two processes add and one reads, from the first moment of the record on',
  { timeout: TIMEOUT_MS },
  async () => {
    const COUNT = 150;
    const SHARED = 50;
    const adders = [adder(0, COUNT), adder(COUNT - SHARED, COUNT)];
    let running = true;
    const ended = Promise.all(adders.map(async (one) => one.ended)).finally(() => {
      running = false;
    });
    while (adders.every(({ told }) => told.size === 0) && running)
      await new Promise((resolve) => setTimeout(resolve, 5));

    const store = openStore(path, { readOnly: true });
    let seen = 0;
    let reads = 0;
    while (running) {
      const { articles, claims, lastChange } = await store.counts();
      expect(claims).toBe(2 * articles);
      expect(lastChange).toBe(articles);
      expect(seen <= articles).toBe(true);
      const { items } = await store.chronicle({ q: 'dock' }, { limit: 100 });
      for (const { article, claims: shown, matchingClaims } of items)
        expect([article.claims, shown.length, matchingClaims]).toEqual([2, 1, 1]);
      seen = articles;
      reads += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await ended).toEqual([0, 0]);
    expect(5 < reads).toBe(true);

    // Each of the shared articles was new to one of the two and known to the other.
    const [one, two] = adders.map(({ told }) => told);
    for (let number = COUNT - SHARED; number < COUNT; number += 1) {
      expect([one?.get(number), two?.get(number)].sort()).toEqual(['new', 'unchanged']);
    }
    expect(await store.countArticles()).toBe(2 * COUNT - SHARED);
    const changes = await store.changesAfter(0, 1000);
    expect(changes.map(({ number }) => number)).toEqual(
      Array.from({ length: 2 * COUNT - SHARED }, (_, i) => i + 1),
    );
    await store.checkIntegrity();
    await store.close();
  },
);

test('a writer that waits for another one too long is told that the record is busy', async () => {
  const holder = openSqlite(path);
  const waiting = openSqlite(path);
  waiting.raw.pragma('busy_timeout = 20');
  holder.raw.exec('BEGIN IMMEDIATE');
  const store = storeOn(waiting);
  await expect(store.addArticle(numberedArticle(1))).rejects.toMatchObject({ code: 'record-busy' });
  // Reading needs no turn.
  expect(await store.countArticles()).toBe(0);
  holder.raw.exec('ROLLBACK');
  expect((await store.addArticle(numberedArticle(1))).outcome).toBe('new');
  await store.close();
  holder.raw.close();
});

test('many calls at once on one store are one after the other', async () => {
  const store = openStore(path);
  const numbers = Array.from({ length: 30 }, (_, i) => i % 15);
  const outcomes = await Promise.all(
    numbers.map(async (number) => (await store.addArticle(numberedArticle(number))).outcome),
  );
  expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(15);
  expect(await store.countArticles()).toBe(15);
  await store.close();
});

/** A small deterministic stream of numbers below 2^32 (xorshift32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
