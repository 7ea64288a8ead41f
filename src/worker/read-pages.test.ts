/** Many pages: in order, no more at once than asked for, and one that cannot be read takes no other along. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { expect, test } from 'vitest';

import { NO_GIVEN_FACTS } from '../document/page.ts';
import type { Page } from '../document/page.ts';
import { inputNotFound } from '../errors.ts';
import type { Ingested } from '../ingest/ingested.ts';
import { openPool } from './pool.ts';
import type { ReadPool } from './pool.ts';
import { loadReader } from './read-page.ts';
import type { Reading } from './read-page.ts';
import { PAGES_HERE, readPages } from './read-pages.ts';
import type { ReadItem } from './read-pages.ts';

/** Threads from the sources have to compile them first. */
const START_MS = 90_000;

function page(location: string, body = `Mayor Ilse Varn said that ferry ${location} was late.`): Page {
  return {
    location,
    source: location,
    givenId: null,
    format: 'text',
    body,
    given: NO_GIVEN_FACTS,
    capture: {
      bytes: Buffer.from(body),
      retrieved: '2031-03-14T08:00:00Z',
      finalUrl: null,
      status: null,
      headers: {},
      charset: 'UTF-8',
    },
  };
}

async function* streamOf(items: readonly Ingested[]): AsyncGenerator<Ingested> {
  yield* items;
}

function pages(count: number): { readonly page: Page }[] {
  return Array.from({ length: count }, (_, i) => ({ page: page(String(i)) }));
}

async function allOf(items: AsyncIterable<ReadItem>): Promise<ReadItem[]> {
  const found: ReadItem[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const locationOf = (item: ReadItem): string => ('page' in item ? item.page.location : item.location);
const codeOf = (item: ReadItem): string | null =>
  'reading' in item && 'rejected' in item.reading ? item.reading.rejected.code : null;

const UNREAD: Reading = { rejected: inputNotFound('nothing') };
const reader = { read: () => UNREAD };

/** Threads that die of the page `exit`, throw on the page `throw`, and give any other back as rejected by its name. */
function frailThread(): Worker {
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ location }) => {
      if (location === 'exit') process.exit(3);
      if (location === 'throw') throw new Error('a fault in the thread');
      parentPort.postMessage({ rejected: { code: 'input-empty', message: location } });
    });`;
  return new Worker(script, { eval: true });
}

test('threads read what this thread reads, in the order of the items', { timeout: START_MS }, async () => {
  const loaded = await loadReader();
  const gone: Ingested = { failure: inputNotFound('gone.txt'), location: 'gone.txt' };
  const items = [...pages(PAGES_HERE + 3), gone, { page: page('empty', ' \n ') }, ...pages(2)];
  const here = await allOf(readPages(streamOf(items), { reader: loaded, jobs: 1 }));
  const there = await allOf(readPages(streamOf(items), { reader: loaded, jobs: 2 }));
  expect(there.map(locationOf)).toEqual(
    items.map((item) => ('page' in item ? item.page.location : item.location)),
  );
  expect(there.map(codeOf)).toEqual(here.map(codeOf));
  const records = (found: readonly ReadItem[]) =>
    found.flatMap((item) => ('reading' in item && 'record' in item.reading ? [item.reading] : []));
  expect(records(there).length).toBeGreaterThan(PAGES_HERE + 3);
  expect(records(there)).toEqual(records(here));
});

test('a thread that dies costs its page and no other, and the next one takes over', async () => {
  const names = ['a', 'exit', 'b', 'throw', 'c', 'exit', 'exit', 'd', 'e'];
  const first = Array.from({ length: PAGES_HERE }, (_, i) => ({ page: page(`here ${i}`) }));
  const items = [...first, ...names.map((name) => ({ page: page(name) }))];
  const found = await allOf(
    readPages(streamOf(items), { reader, jobs: 2, openPool: (size) => openPool(size, frailThread) }),
  );
  expect(found.slice(PAGES_HERE).map((item) => `${locationOf(item)} ${codeOf(item)}`)).toEqual(
    names.map((name) => `${name} ${/exit|throw/.test(name) ? 'reading-failed' : 'input-empty'}`),
  );
  const told = found.flatMap((item) =>
    'reading' in item && 'rejected' in item.reading ? [item.reading.rejected.message] : [],
  );
  expect(told.find((message) => message.startsWith('throw'))).toContain('a fault in the thread');
});

test('a fault in this thread is told of its page as well', async () => {
  const faulty = {
    read(one: Page): Reading {
      if (one.location === '1') throw new Error('a fault in a stage');
      return UNREAD;
    },
  };
  const found = await allOf(readPages(streamOf(pages(3)), { reader: faulty, jobs: 1 }));
  expect(found.map(codeOf)).toEqual(['input-not-found', 'reading-failed', 'input-not-found']);
});

test('a few pages, or one job, start no thread', async () => {
  const noPool = (): ReadPool => {
    throw new Error('a pool was opened');
  };
  await allOf(readPages(streamOf(pages(PAGES_HERE)), { reader, jobs: 8, openPool: noPool }));
  await allOf(readPages(streamOf(pages(50)), { reader, jobs: 1, openPool: noPool }));
  await expect(
    allOf(readPages(streamOf(pages(PAGES_HERE + 1)), { reader, jobs: 2, openPool: noPool })),
  ).rejects.toThrow('a pool was opened');
});

test('no more pages are taken in than the threads have work with', async () => {
  let taken = 0;
  async function* counted(): AsyncGenerator<Ingested> {
    for (const item of pages(200)) {
      taken += 1;
      yield item;
    }
  }
  const slow = (): ReadPool => ({
    read: () => sleep(1).then(() => UNREAD),
    close: async () => {},
  });
  let given = 0;
  let most = 0;
  for await (const item of readPages(counted(), { reader, jobs: 3, openPool: slow })) {
    given += 'page' in item ? 1 : 0;
    most = Math.max(most, taken - given);
    await sleep(1);
  }
  expect(given).toBe(200);
  expect(most).toBeLessThanOrEqual(3 * 2 + 1);
});

test('a page that is read is given out while the next one is still waited for', async () => {
  let goOn = (): void => {};
  const more = new Promise<void>((resolve) => (goOn = resolve));
  async function* slowly(): AsyncGenerator<Ingested> {
    yield* pages(PAGES_HERE + 2);
    await more;
    yield { page: page('last') };
  }
  const instant = (): ReadPool => ({ read: async () => UNREAD, close: async () => {} });
  const found: string[] = [];
  for await (const item of readPages(slowly(), { reader, jobs: 2, openPool: instant })) {
    found.push(locationOf(item));
    // The input goes on only now, so that the test would wait for ever if pages were held back for it.
    if (found.length === PAGES_HERE + 2) goOn();
  }
  expect(found.at(-1)).toBe('last');
});

test('stopping early closes the pool and ends the input', async () => {
  const closed: string[] = [];
  async function* items(): AsyncGenerator<Ingested> {
    try {
      yield* pages(100);
    } finally {
      closed.push('input');
    }
  }
  const pool = (): ReadPool => ({ read: async () => UNREAD, close: async () => void closed.push('pool') });
  let given = 0;
  for await (const _ of readPages(items(), { reader, jobs: 2, openPool: pool })) {
    given += 1;
    if (given === PAGES_HERE + 5) break;
  }
  await sleep(5);
  expect(closed.sort()).toEqual(['input', 'pool']);
});
