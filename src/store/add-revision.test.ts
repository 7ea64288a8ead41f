/** What becomes of an article that is met again with another text, under another URL, by another engine. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { articleOf, ENGINE, fetched } from '../../test/support/articles.ts';
import type { ArticleWords } from '../../test/support/articles.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, storeOn } from './store.ts';
import type { Store } from './store.ts';

const URL_A = 'https://news.example/orlen/harbour';
const URL_B = 'https://news.example/2024/harbour-of-orlen';
const MONDAY = '2024-05-06T08:00:00.000Z';
const TUESDAY = '2024-05-07T08:00:00.000Z';
const WEDNESDAY = '2024-05-08T08:00:00.000Z';

let store: Store;
beforeEach(() => {
  store = openStore(':memory:', { now: () => '2024-06-01T00:00:00.000Z' });
});
afterEach(() => store.close());

const add = (words: ArticleWords = {}) => store.addArticle(articleOf(words));

/** Everything that can be asked, as one string. */
async function everything(): Promise<string> {
  const { items } = await store.listArticles();
  const articles = await Promise.all(items.map(({ id }) => store.getArticle(id)));
  const lists = [
    await store.listClaims(),
    await store.chronicle(),
    await store.listSources(),
    await store.listSpeakers(),
    await store.counts(),
  ];
  return JSON.stringify([items, articles, lists, await store.changesAfter(0)]);
}

describe('a changed text', () => {
  const first: ArticleWords = {
    facts: { url: URL_A },
    paragraphs: ['Two ships were lost, Varn said.'],
    claims: [{ source: 'Varn', cue: 'said', content: 'Two ships were lost' }],
  };
  const second: ArticleWords = {
    facts: { url: URL_A },
    paragraphs: ['Three ships were lost, Holt said.'],
    claims: [{ source: 'Holt', cue: 'said', content: 'Three ships were lost' }],
  };

  test('is a new revision; the old one stays as it was', async () => {
    const one = await add({ ...first, ...fetched(URL_A, MONDAY) });
    const before = await store.getRevision(one.revisionId);
    const two = await add({ ...second, ...fetched(URL_A, TUESDAY) });
    expect(two).toMatchObject({ outcome: 'revised', articleId: one.articleId });
    expect(await store.getRevision(one.revisionId)).toEqual({ ...before, current: false });
    const article = await store.getArticle(one.articleId);
    expect(article?.revisionList.map(({ id }) => id)).toEqual([two.revisionId, one.revisionId]);
    expect(article?.revision.id).toBe(two.revisionId);
  });

  test('takes the place of the old one in lists and searches', async () => {
    await add({ ...first, ...fetched(URL_A, MONDAY) });
    await add({ ...second, ...fetched(URL_A, TUESDAY) });
    expect(await store.countArticles({ q: 'two ships' })).toBe(0);
    expect(await store.countClaims({ q: 'two' })).toBe(0);
    expect(await store.countClaims({ q: 'three' })).toBe(1);
    expect((await store.listSpeakers()).map(({ name }) => name)).toEqual(['Holt']);
  });

  test('is one change, an update', async () => {
    await add({ ...first, ...fetched(URL_A, MONDAY) });
    const { articleId, revisionId } = await add({ ...second, ...fetched(URL_A, TUESDAY) });
    expect(await store.changesAfter(1)).toEqual([
      { number: 2, at: '2024-06-01T00:00:00.000Z', kind: 'updated', what: 'article', articleId, revisionId },
    ]);
  });

  test('that goes back to an older one makes that revision current again', async () => {
    const one = await add({ ...first, ...fetched(URL_A, MONDAY) });
    await add({ ...second, ...fetched(URL_A, TUESDAY) });
    const back = await add({ ...first, ...fetched(URL_A, WEDNESDAY) });
    expect(back).toEqual({ outcome: 'revised', articleId: one.articleId, revisionId: one.revisionId });
    expect(await store.countClaims({ q: 'two' })).toBe(1);
    expect(await store.countClaims({ q: 'three' })).toBe(0);
    expect((await store.getArticle(one.articleId))?.revisions).toBe(2);
  });

  test('of an older capture that is added late is kept and not made current', async () => {
    const newer = await add({ ...second, ...fetched(URL_A, TUESDAY) });
    const older = await add({ ...first, ...fetched(URL_A, MONDAY) });
    expect(older.outcome).toBe('revised');
    const article = await store.getArticle(newer.articleId);
    expect(article?.revision.id).toBe(newer.revisionId);
    expect(article).toMatchObject({ firstSeen: MONDAY, sortTime: MONDAY, timeBasis: 'retrieved' });
  });

  test('of saved pages is ordered by what they state, so that reading a folder twice changes nothing', async () => {
    const saved = [
      { ...second, facts: { url: URL_A, updated: '2024-05-07T10:00' } },
      { ...first, facts: { url: URL_A, updated: '2024-05-06T10:00' } },
    ];
    for (const words of saved) await add({ ...words, capture: { retrieved: WEDNESDAY } });
    const before = await everything();
    const again = [];
    for (const words of saved)
      again.push((await add({ ...words, capture: { retrieved: WEDNESDAY } })).outcome);
    expect(again).toEqual(['unchanged', 'unchanged']);
    expect(await everything()).toBe(before);
    expect(await store.countClaims({ q: 'three' })).toBe(1);
  });

  test('of saved pages that state no time stays with the one read last, however often the folder is read', async () => {
    await add({ ...first, capture: { retrieved: MONDAY } });
    await add({ ...second, capture: { retrieved: MONDAY } });
    const again = [];
    for (const words of [first, second])
      again.push((await add({ ...words, capture: { retrieved: TUESDAY } })).outcome);
    expect(again).toEqual(['unchanged', 'unchanged']);
    expect(await store.countClaims({ q: 'three' })).toBe(1);
  });

  test('leaves just the claims of the current one in the index', async () => {
    const connection = openSqlite(':memory:');
    const watched = storeOn(connection);
    const indexed = connection.raw.prepare('SELECT rowid FROM claims_fts ORDER BY rowid').pluck();
    const current = connection.raw
      .prepare('SELECT number FROM claims WHERE current = 1 ORDER BY number')
      .pluck();
    const moments = [MONDAY, TUESDAY, WEDNESDAY];
    for (const [i, words] of [first, second, first].entries()) {
      await watched.addArticle(articleOf({ ...words, ...fetched(URL_A, moments[i] ?? '') }));
      expect(indexed.all()).toEqual(current.all());
      expect(indexed.all()).toHaveLength(1);
    }
    await watched.close();
  });

  test('without a URL is another article', async () => {
    const one = await add({ ...first, facts: {} });
    const two = await add({ ...second, facts: {} });
    expect(two.outcome).toBe('new');
    expect(two.articleId).not.toBe(one.articleId);
  });
});

describe('a page that has moved', () => {
  test('is known again by the URL it was asked for under', async () => {
    const one = await add({ facts: { url: URL_A }, ...fetched(URL_A, MONDAY) });
    const moved = await add({
      facts: { url: URL_B },
      ...fetched(URL_A, TUESDAY),
      paragraphs: ['Now elsewhere.'],
    });
    expect(moved).toMatchObject({ outcome: 'revised', articleId: one.articleId });
    const direct = await add({
      facts: { url: URL_B },
      ...fetched(URL_B, WEDNESDAY),
      paragraphs: ['Now elsewhere.'],
    });
    expect(direct).toMatchObject({ outcome: 'unchanged', articleId: one.articleId });
    const article = await store.getArticle(URL_A);
    expect(article).toEqual(await store.getArticle(URL_B));
    expect(article?.urls).toEqual([URL_B, URL_A]);
    expect(article?.url).toBe(URL_B);
  });

  test('items of a feed that was itself moved stay apart', async () => {
    const feed = 'https://news.example/feed.xml';
    const item = (url: string): ArticleWords => ({
      facts: { url },
      paragraphs: [`At ${url}.`],
      page: { location: feed, source: feed, format: 'html', given: { ...articleOf().page.given, url } },
      capture: { finalUrl: feed, status: 200 },
    });
    const one = await add(item(URL_A));
    const two = await add(item(URL_B));
    expect(two.outcome).toBe('new');
    expect(two.articleId).not.toBe(one.articleId);
  });

  test('a fragment and the spelling of the host make no other article', async () => {
    const one = await add({ facts: { url: URL_A } });
    const two = await add({ facts: { url: 'HTTPS://News.Example/orlen/harbour#top' } });
    expect(two).toMatchObject({ outcome: 'unchanged', articleId: one.articleId });
  });
});

describe('another engine', () => {
  const text = { paragraphs: ['Varn said the gate is shut.'] };
  const old: ArticleWords = { ...text, claims: [{ source: 'Varn', cue: 'said', content: 'the gate' }] };
  const better: ArticleWords = {
    ...text,
    claims: [{ source: 'Varn', cue: 'said', content: 'the gate is shut' }],
    engine: { ...ENGINE, version: '0.10.0' },
  };

  test('that is newer replaces what the older one found, and the article counts as unchanged', async () => {
    const one = await add({ ...old, engine: { ...ENGINE, version: '0.9.0' } });
    const two = await add(better);
    expect(two).toEqual({ ...one, outcome: 'unchanged' });
    expect((await store.listClaims()).items.map(({ content }) => content.text)).toEqual(['the gate is shut']);
    expect(await store.countClaims({ q: 'shut' })).toBe(1);
    expect(await store.countClaims()).toBe(1);
    expect(await store.changesAfter(1)).toMatchObject([
      { kind: 'updated', what: 'revision', revisionId: one.revisionId },
    ]);
    expect((await store.getRevision(one.revisionId))?.engine.version).toBe('0.10.0');
  });

  test('that finds the same claim gives it the same id', async () => {
    await add(old);
    const [before] = (await store.listClaims()).items;
    await add({ ...old, engine: { ...ENGINE, lexicon: 'sha256:other' } });
    const [after] = (await store.listClaims()).items;
    expect(after).toEqual(before);
  });

  test('that is older leaves it alone', async () => {
    await add(better);
    const before = await everything();
    expect((await add({ ...old, engine: { ...ENGINE, version: '0.9.0' } })).outcome).toBe('unchanged');
    expect(await everything()).toBe(before);
  });

  test('reads an old revision anew without touching the current one', async () => {
    const page = (words: ArticleWords, retrieved: string): ArticleWords => ({
      ...words,
      facts: { url: URL_A },
      ...fetched(URL_A, retrieved),
    });
    const one = await add(page(old, MONDAY));
    await add(page({ paragraphs: ['Nothing more.'] }, TUESDAY));
    await add(page(better, MONDAY));
    expect((await store.getRevision(one.revisionId))?.claimList[0]?.content.text).toBe('the gate is shut');
    expect(await store.countClaims()).toBe(0);
    expect(await store.countClaims({ q: 'shut' })).toBe(0);
  });
});
