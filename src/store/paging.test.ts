/** Lists are given out in parts, whole and in order, while articles are being added; and an index serves each. */

import { Kysely, SqliteDialect } from 'kysely';
import type { LogEvent } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import { fillRecord } from '../../test/support/many-rows.ts';
import { addArticle } from './add-article.ts';
import { freeIds } from './ids.ts';
import { incoming } from './incoming.ts';
import type { PageOf, PageRequest } from './paging.ts';
import { openSqlite, writing } from './sqlite.ts';
import type { Connection } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const ARTICLES = 2000;
/** Claims in each, so that there are 10,000. */
const CLAIMS = 5;

let connection: Connection;
let store: Store;
beforeAll(() => {
  connection = openSqlite(':memory:');
  // Ten publishers, and fifty articles of each time, so that the second key of the order counts.
  fillRecord(connection.raw, { articles: ARTICLES, claimsOf: () => CLAIMS });
  store = storeOn(connection);
});
afterAll(() => store.close());

/** Adds articles in one transaction, for speed. */
function addNumbered(first: number, count: number): Promise<void> {
  const claims = Array.from({ length: CLAIMS }, () => ({ source: 'Varn', cue: 'said', content: 'so' }));
  return writing(connection, async (database) => {
    for (let i = first; i < first + count; i += 1) {
      const published = `2024-05-${String(1 + (i % 28)).padStart(2, '0')}`;
      const article = articleOf({
        facts: { url: `https://news.example/${i}`, published, publisher: `Paper ${i % 10}` },
        paragraphs: [`Varn said so in ${i}.`],
        claims,
      });
      await addArticle(database, incoming(article), published);
    }
  });
}

/** All ids that the parts of a list give, one after the other; `between` is called after each part. */
async function all(
  list: (page: PageRequest) => Promise<PageOf<{ readonly id: string }>>,
  page: PageRequest,
  between = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const part: PageOf<{ readonly id: string }> = await list({ ...page, cursor });
    ids.push(...part.items.map(({ id }) => id));
    cursor = part.next;
    await between();
  }
  return ids;
}

describe.each(['asc', 'desc'] as const)('in parts, %s', (order) => {
  test('ten thousand claims come once each, in the order of the whole', async () => {
    const small = await all((page) => store.listClaims({}, page), { order, limit: 997 });
    expect(small).toHaveLength(ARTICLES * CLAIMS);
    expect(new Set(small).size).toBe(ARTICLES * CLAIMS);
    const rows = connection.raw
      .prepare(`SELECT id FROM claims ORDER BY sort_time ${order}, article ${order}, ordinal`)
      .pluck()
      .all();
    expect(small).toEqual(rows);
  });

  test('all articles come once each, in the order of time and id', async () => {
    const ids = await all((page) => store.listArticles({}, page), { order, limit: 333 });
    expect(ids).toEqual(
      connection.raw
        .prepare(`SELECT id FROM articles ORDER BY sort_time ${order}, id ${order}`)
        .pluck()
        .all(),
    );
  });
});

test('what was there at the start comes once, in order, whatever is added meanwhile', async () => {
  const before = await all((page) => store.listClaims({ publisher: 'Paper 3' }, page), {
    limit: 1000,
    order: 'asc',
  });
  let added = ARTICLES;
  const during = await all(
    (page) => store.listClaims({ publisher: 'Paper 3' }, page),
    { limit: 100, order: 'asc' },
    async () => {
      await addNumbered(added, 20);
      added += 20;
    },
  );
  const known = new Set(before);
  expect(during.filter((id) => known.has(id))).toEqual(before);
  expect(new Set(during).size).toBe(during.length);
  expect(known.size).toBeLessThan(during.length);
});

describe('an index serves', () => {
  /** The plans of the statements that `ask` runs, apart from those on the full-text index. */
  async function plansOf(ask: (store: Store) => Promise<unknown>): Promise<string[]> {
    const statements: [string, readonly unknown[]][] = [];
    const dialect = new SqliteDialect({ database: connection.raw });
    const log = ({ query }: LogEvent) => void statements.push([query.sql, query.parameters]);
    await ask(storeOn({ ...connection, database: new Kysely<Tables>({ dialect, log }) }));
    return statements
      .filter(([statement]) => /^(select|with)/i.test(statement))
      .flatMap(([statement, parameters]) =>
        connection.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...parameters),
      )
      .map((row) => (row as { detail: string }).detail);
  }

  const time = { from: '2024-05-02', to: '2024-05-20' };
  test.each<[string, string, (store: Store) => Promise<unknown>]>([
    ['the newest articles', 'articles_by_time', (store) => store.listArticles()],
    ['the newest claims', 'claims_newest_first', (store) => store.listClaims()],
    ['the oldest claims', 'claims_oldest_first', (store) => store.listClaims({}, { order: 'asc' })],
    ['a time of articles', 'articles_by_time', (store) => store.listArticles(time)],
    ['a time of claims', 'claims_newest_first', (store) => store.listClaims(time)],
    ['a publisher', 'articles_by_publisher', (store) => store.listArticles({ publisher: 'Paper 1' })],
    ['a language', 'articles_by_language', (store) => store.listArticles({ language: 'xx' })],
    ['a source', 'article_sources_by_source', (store) => store.listArticles({ source: 'notes' })],
    ['a whole speaker', 'claims_by_speaker', (store) => store.listClaims({ speaker: '"Varn"' })],
    ['a stance', 'claims_by_stance', (store) => store.listClaims({ stance: 'denies' })],
    ['the words of a speaker', 'VIRTUAL TABLE INDEX', (store) => store.listClaims({ speaker: 'varn' })],
    ['a search for claims', 'VIRTUAL TABLE INDEX', (store) => store.listClaims({ q: 'varn' })],
    ['a search for articles', 'VIRTUAL TABLE INDEX', (store) => store.listArticles({ q: 'varn' })],
    [
      'counting articles by stance',
      'COVERING INDEX claims_by_stance',
      (store) => store.countArticles({ stance: 'asks' }),
    ],
    [
      'counting articles by speech',
      'COVERING INDEX claims_by_stance',
      (store) => store.countArticles({ speech: 'mixed' }),
    ],
    [
      'counting claims by stance',
      'COVERING INDEX claims_by_stance',
      (store) => store.countClaims({ stance: 'asks', from: '2024' }),
    ],
    ['counting claims', 'COVERING INDEX claims', (store) => store.countClaims()],
    ['ranking speakers', 'COVERING INDEX claims_by_speaker', (store) => store.listSpeakers()],
    ['the claims of the chronicle', 'claims_by_article', (store) => store.chronicle()],
    [
      'an article by URL',
      'article_urls USING PRIMARY KEY',
      (store) => store.getArticle('https://news.example/7'),
    ],
    ['changes', 'changes USING INTEGER PRIMARY KEY', (store) => store.changesAfter(5)],
    ['validators', 'validators USING PRIMARY KEY', (store) => store.validators.get('https://news.example/7')],
  ])('%s', async (_, index, ask) => {
    const plans = await plansOf(ask);
    expect(plans.join('\n')).toContain(index);
    // A scan without an index reads a whole table; only rows already picked out may be gone through.
    expect(plans.filter((plan) => /^SCAN (?!.*(USING|VIRTUAL|subquery|ranked|CONSTANT))/.test(plan))).toEqual(
      [],
    );
  });

  test.each(['asc', 'desc'] as const)(
    'a list by time without sorting, from its middle, %s',
    async (order) => {
      const articles = await store.listArticles({}, { order, limit: 10 });
      const claims = await store.listClaims({}, { order, limit: 10 });
      const plans = await plansOf(async (watched) => {
        await watched.listArticles({}, { order, limit: 10, cursor: articles.next });
        await watched.listClaims({}, { order, limit: 10, cursor: claims.next });
      });
      const [first, second] = [
        plans.find((plan) => plan.includes('articles_by_time')),
        plans.find((plan) => /claims_(newest|oldest)_first/.test(plan)),
      ];
      expect(first).toMatch(/^SEARCH .*sort_time/);
      expect(second).toMatch(/^SEARCH .*sort_time/);
      // The sources of the ten articles may be sorted, the lists themselves may not.
      expect(plans.filter((plan) => plan.includes('TEMP B-TREE'))).toHaveLength(1);
    },
  );
});

describe('ids', () => {
  // Two addresses whose hashes begin with the same 40 bits, which is all that a short id shows.
  const TWINS = ['https://news.example/294372', 'https://news.example/3508073'];

  test('that two keys would share are lengthened for the later one, and both are found', async () => {
    const twins = openStore(':memory:');
    const [one, two] = [
      await twins.addArticle(articleOf({ facts: { url: TWINS[0]! } })),
      await twins.addArticle(articleOf({ facts: { url: TWINS[1]! } })),
    ];
    expect(two.outcome).toBe('new');
    expect(two.articleId).toHaveLength(one.articleId.length + 1);
    expect(two.articleId.startsWith(one.articleId)).toBe(true);
    expect((await twins.getArticle(one.articleId))?.url).toBe(TWINS[0]);
    expect((await twins.getArticle(two.articleId))?.url).toBe(TWINS[1]);
    await twins.close();
  });

  test('of one call are lengthened against each other too', async () => {
    const [one = '', two = ''] = await freeIds(connection.database, 'claims', 'CL', TWINS);
    expect(two).toBe(`${one}${two.at(-1) ?? ''}`);
  });
});
