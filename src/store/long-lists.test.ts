/** Lists of ten thousand rows: complete, ordered and steady from page to page, also while others add to the record. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import { fillRecord } from '../../test/support/many-rows.ts';
import type { PageOf, PageRequest } from './paging.ts';
import { openSqlite } from './sqlite.ts';
import type { Connection } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';
import type { Store } from './store.ts';

const ROWS = 10_000;

/** A prime, so that pages end everywhere among articles of one time (fifty of them) and claims of one article. */
const LIMIT = 997;

let connection: Connection;
let store: Store;
beforeAll(() => {
  connection = openSqlite(':memory:');
  // Every third article has no claim, every third one, every third two.
  fillRecord(connection.raw, { articles: ROWS, claimsOf: (number) => number % 3 });
  store = storeOn(connection);
});
afterAll(() => store.close());

/** What orders a row, with its id. */
interface Row {
  readonly id: string;
  readonly time: string;
}

const LISTS: Readonly<Record<string, (request: PageRequest) => Promise<PageOf<Row>>>> = {
  articles: async (request) => {
    const { items, next } = await store.listArticles({}, request);
    return { items: items.map(({ id, sortTime }) => ({ id, time: sortTime })), next };
  },
  claims: async (request) => {
    const { items, next } = await store.listClaims({}, request);
    return { items: items.map(({ id, article }) => ({ id, time: article.sortTime })), next };
  },
  chronicle: async (request) => {
    const { items, next } = await store.chronicle({}, { ...request, claimsPerArticle: 0 });
    return { items: items.map(({ article }) => ({ id: article.id, time: article.sortTime })), next };
  },
};

/** Every page to the end. `between` is called after each. */
async function walk(
  list: string,
  order: 'asc' | 'desc',
  between: (page: number) => Promise<unknown> = async () => null,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page === 0 || cursor !== null; page += 1) {
    const part: PageOf<Row> = await LISTS[list]!({ limit: LIMIT, order, cursor });
    expect(part.items.length === LIMIT || part.next === null).toBe(true);
    rows.push(...part.items);
    cursor = part.next;
    await between(page);
  }
  return rows;
}

const ORDERED = Object.keys(LISTS).flatMap((list) => [[list, 'asc'] as const, [list, 'desc'] as const]);

/** What the tables themselves say. */
function idsInOrder(list: string, order: 'asc' | 'desc'): unknown[] {
  const statement =
    list === 'claims'
      ? `SELECT id FROM claims ORDER BY sort_time ${order}, article ${order}, ordinal`
      : `SELECT id FROM articles ORDER BY sort_time ${order}, id ${order}`;
  return connection.raw.prepare(statement).pluck().all();
}

describe.each(ORDERED)('%s, %s', (list, order) => {
  test('hold every row once, in order', async () => {
    const rows = await walk(list, order);
    expect(rows.length).toBeGreaterThanOrEqual(ROWS);
    expect(rows.map(({ id }) => id)).toEqual(idsInOrder(list, order));
  });

  test('have every row of before once, in the same order, while rows are added between pages', async () => {
    const before = idsInOrder(list, order);
    let added = 0;
    const rows = await walk(list, order, async (page) => {
      // Before, at and after the places that pages begin at.
      for (const day of ['1990-01-01', `201${5 + (page % 5)}-06-01`, '2030-01-01']) {
        added += 1;
        const url = `https://paper.example/${list}/${order}/${added}`;
        await store.addArticle(articleOf({ facts: { url, published: day } }));
      }
    });
    const ids = rows.map(({ id }) => id);
    const known = new Set(before);
    expect(ids.filter((id) => known.has(id))).toEqual(before);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(before.length);
    const times = rows.map(({ time }) => time);
    const sorted = [...times].sort();
    expect(times).toEqual(order === 'asc' ? sorted : sorted.reverse());
  });
});

describe('ties', () => {
  test('one time for all: pages of any size give what one page gives', async () => {
    const one = openSqlite(':memory:');
    fillRecord(one.raw, {
      articles: 40,
      claimsOf: (number) => number % 4,
      timeOf: () => '2024-05-06',
    });
    const tied = storeOn(one);
    for (const order of ['asc', 'desc'] as const) {
      const articles = (await tied.listArticles({}, { order })).items.map(({ id }) => id);
      const claims = (await tied.listClaims({}, { order, limit: 100 })).items.map(({ id }) => id);
      expect(articles).toHaveLength(40);
      expect(claims).toHaveLength(60);
      for (let limit = 1; limit <= 7; limit += 1) {
        expect(await ids((page) => tied.listArticles({}, page), { order, limit })).toEqual(articles);
        expect(await ids((page) => tied.listClaims({}, page), { order, limit })).toEqual(claims);
      }
    }
    await tied.close();
  });

  test('both orders list the claims of an article as its text has them', async () => {
    for (const order of ['asc', 'desc'] as const) {
      const { items } = await store.listClaims({}, { order, limit: 1000 });
      for (const [i, { articleId, localId }] of items.entries()) {
        if (items[i - 1]?.articleId === articleId) expect(localId > (items[i - 1]?.localId ?? '')).toBe(true);
      }
    }
  });
});

async function ids(
  list: (request: PageRequest) => Promise<PageOf<{ readonly id: string }>>,
  request: PageRequest,
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: PageOf<{ readonly id: string }> = await list({ ...request, cursor });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('cursors', () => {
  test('of another list or order are refused, by every list', async () => {
    for (const [from, order] of ORDERED) {
      const { next } = await LISTS[from]!({ limit: 1, order });
      for (const [to, other] of ORDERED) {
        const asked = LISTS[to]!({ limit: 1, order: other, cursor: next });
        if (from === to && order === other) await asked;
        else await expect(asked).rejects.toMatchObject({ code: 'query-invalid' });
      }
    }
  });

  test.each(['', ' ', '0', 'null', '[]', 'W10', '%00', '../..', "' OR 1=1 --", 'é', 'x'.repeat(100_000)])(
    'that are none (%.20s) are refused',
    async (cursor) => {
      for (const list of Object.values(LISTS))
        await expect(list({ cursor })).rejects.toMatchObject({ code: 'query-invalid' });
    },
  );

  test('lead on where the row they were made from is gone', async () => {
    const own = openStore(':memory:');
    const urls = [1, 2, 3].map((number) => `https://paper.example/${number}`);
    for (const [i, url] of urls.entries())
      await own.addArticle(articleOf({ facts: { url, published: `2024-05-0${i + 1}` } }));
    const { next } = await own.listArticles({}, { limit: 2, order: 'asc' });
    // The second article is published anew, last of all.
    const moved = { url: urls[1]!, published: '2024-06-01', updated: '2024-06-01' };
    await own.addArticle(articleOf({ facts: moved, paragraphs: ['Now otherwise.'] }));
    const { items } = await own.listArticles({}, { order: 'asc', cursor: next });
    expect(items.map(({ url }) => url)).toEqual([urls[2], urls[1]]);
    await own.close();
  });
});

test.each([
  [{ limit: 0 }, 'limit'],
  [{ limit: 1001 }, 'limit'],
  [{ limit: 2.5 }, 'limit'],
  [{ limit: Number.NaN }, 'limit'],
  [{ order: 'up' as 'asc' }, 'order'],
])('a page %j is refused by name', async (request, name) => {
  for (const list of Object.values(LISTS)) {
    await expect(list(request)).rejects.toMatchObject({
      code: 'query-invalid',
      message: expect.stringContaining(`${name}:`),
    });
  }
});
