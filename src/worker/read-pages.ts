/** Reading many pages in the order in which they come: the first few here, the others in a pool of threads. */

import { availableParallelism } from 'node:os';

import type { Page } from '../document/page.ts';
import type { Ingested } from '../ingest/ingested.ts';
import { openPool } from './pool.ts';
import type { ReadPool } from './pool.ts';
import { readSafely } from './read-page.ts';
import type { Reader, Reading } from './read-page.ts';

/** What ingest gave: a page with what was read in it, or what there is instead of a page. */
export type ReadItem =
  { readonly page: Page; readonly reading: Reading } | Exclude<Ingested, { readonly page: unknown }>;

export interface ReadOptions {
  readonly reader: Pick<Reader, 'read'>;
  /** How many pages are read at once, null for one a core. With 1 everything is read in this thread. */
  readonly jobs: number | null;
  readonly openPool?: (size: number) => ReadPool;
}

/** Pages that are read here before a pool is started: a thread takes as long to load its models as some pages to read. */
export const PAGES_HERE = 4;

/** Pages under way for each thread: one that is read and one that waits, so that no thread is idle. */
const PAGES_PER_THREAD = 2;

/** With this many UTF-16 code units under way, nothing more is taken in, however few pages they are. */
const MAX_UNITS_UNDER_WAY = 32_000_000;

/**
 * Reads every page of `items` and gives all items in their order, each as soon as it and those before it
 * are there. Takes in no more than the threads have work with; a page that cannot be read stops nothing.
 */
export async function* readPages(
  items: AsyncIterable<Ingested>,
  { reader, jobs, openPool: open = openPool }: ReadOptions,
): AsyncGenerator<ReadItem> {
  const threads = jobs ?? availableParallelism();
  let pool: ReadPool | null = null;
  let pages = 0;
  const read = async (item: Ingested): Promise<ReadItem> => {
    if (!('page' in item)) return item;
    const { page } = item;
    pages += 1;
    if (threads > 1 && pages > PAGES_HERE) pool ??= open(threads);
    return { page, reading: pool === null ? readSafely(reader, page) : await pool.read(page) };
  };
  const isFull = (underWay: readonly Started[]): boolean =>
    underWay.length >= (pool === null ? 1 : threads * PAGES_PER_THREAD) ||
    underWay.reduce((sum, { units }) => sum + units, 0) > MAX_UNITS_UNDER_WAY;
  try {
    yield* aheadInOrder(items, read, isFull);
  } finally {
    await (pool as ReadPool | null)?.close();
  }
}

interface Started {
  readonly result: Promise<ReadItem>;
  readonly units: number;
}

/**
 * Starts `read` for items ahead of the one that is given out, as long as not `isFull`. A result that is
 * ready is given out at once, even while the next item is still waited for: it may come from a person or a
 * slow server.
 */
async function* aheadInOrder(
  items: AsyncIterable<Ingested>,
  read: (item: Ingested) => Promise<ReadItem>,
  isFull: (underWay: readonly Started[]) => boolean,
): AsyncGenerator<ReadItem> {
  const source = items[Symbol.asyncIterator]();
  const underWay: Started[] = [];
  let coming: Promise<IteratorResult<Ingested>> | null = null;
  let hasEnded = false;
  try {
    for (;;) {
      if (coming === null && !hasEnded && !isFull(underWay)) coming = source.next();
      const first = underWay[0];
      const ready = await Promise.race([first?.result.then(() => FIRST_IS_READ), coming].filter(isThere));
      if (first !== undefined && ready === FIRST_IS_READ) {
        underWay.shift();
        yield await first.result;
      } else if (typeof ready === 'object') {
        coming = null;
        if (ready.done === true) hasEnded = true;
        else underWay.push(started(ready.value, read));
      }
      if (hasEnded && underWay.length === 0) return;
    }
  } finally {
    // When the caller stops early, an item may still be waited for, and waiting for its end as well could take for ever.
    const closing = hasEnded ? undefined : source.return?.(undefined);
    if (coming === null) await closing;
    else Promise.all([coming, closing]).catch(() => undefined);
  }
}

const FIRST_IS_READ = Symbol('the first item under way is read');

function isThere<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function started(item: Ingested, read: (item: Ingested) => Promise<ReadItem>): Started {
  return { result: read(item), units: 'page' in item ? item.page.body.length : 0 };
}
