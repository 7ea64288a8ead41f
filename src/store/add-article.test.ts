/** What a new article leaves in the record, and that the same one again leaves nothing. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { articleOf, fetched } from '../../test/support/articles.ts';
import type { ArticleWords } from '../../test/support/articles.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

const URL_A = 'https://news.example/orlen/harbour';
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

describe('a new article', () => {
  test('is there whole: text, blocks, claims with the texts they quote, capture', async () => {
    const made = articleOf({
      facts: { headline: 'Harbour closed', publisher: 'The Orlen Post', byline: ['Rea Holt'] },
    });
    const { outcome, articleId, revisionId } = await store.addArticle(made);
    expect(outcome).toBe('new');
    const article = await store.getArticle(articleId);
    expect(article).toMatchObject({
      id: made.record.article.id,
      headline: 'Harbour closed',
      byline: ['Rea Holt'],
      revisions: 1,
      claims: 2,
      sources: ['notes'],
    });
    expect(article?.revision).toMatchObject({
      id: revisionId,
      number: 1,
      current: true,
      text: made.record.article.text,
      blocks: made.record.article.blocks,
    });
    expect(article?.revision.claimList[0]).toMatchObject({
      source: { text: 'Mayor Ilse Varn', kind: 'named' },
      cue: { text: 'said', lemma: 'said' },
      content: { text: 'The harbour of Orlen stayed closed on Monday' },
      sentence: { text: 'The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said.', start: 16 },
    });
    const capture = await store.getCapture(revisionId);
    expect(Buffer.from(capture?.bytes ?? []).toString()).toBe(made.record.article.text);
    expect(capture?.contentType).toBe('text/plain; charset=utf-8');
  });

  test('gives back the record that it was read into', async () => {
    const made = articleOf({
      facts: { url: URL_A, images: [{ caption: 'The gate', credit: null, url: null }] },
      paragraphs: ['Rea Holt said that the mayor denied the plan.'],
      claims: [
        { source: 'Rea Holt', cue: 'said', content: 'that the mayor denied the plan' },
        { source: 'the mayor', cue: 'denied', content: 'the plan', inside: 'c1', stance: 'denies' },
      ],
    });
    const { articleId, revisionId } = await store.addArticle(made);
    expect(await store.getRecord(articleId)).toEqual(made.record);
    expect(await store.getRecord(revisionId)).toEqual(made.record);
    const [outer, inner] = (await store.getRevision(revisionId))?.claimList ?? [];
    expect(inner?.inside).toBe(outer?.id);
  });

  test('with a claim in two parts quotes both and keeps every span', async () => {
    const made = articleOf({
      paragraphs: ['“We wait,” Varn said, “and hope.”'],
      claims: [{ source: 'Varn', cue: 'said', content: '“We wait,”' }],
    });
    const [claim] = made.record.claims;
    const spans = [...(claim?.content.spans ?? []), { start: 22, end: 33 }];
    const record = { ...made.record, claims: [{ ...claim!, content: { spans } }] };
    const { revisionId } = await store.addArticle({ ...made, record });
    const stored = (await store.getRevision(revisionId))?.claimList[0];
    expect(stored?.content).toEqual({ text: '“We wait,” … “and hope.”', spans });
  });

  test('keeps empty bytes, bytes that do not compress, and characters outside the basic plane', async () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, i) => (i * 197) & 255);
    const one = await add({ paragraphs: ['A 😀 \u0000 text.'], capture: { bytes } });
    const two = await add({ paragraphs: ['Another.'], capture: { bytes: new Uint8Array() } });
    expect(Buffer.from((await store.getCapture(one.revisionId))?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect((await store.getCapture(two.revisionId))?.bytes).toHaveLength(0);
    expect((await store.getRevision(one.revisionId))?.text).toBe('A 😀 \u0000 text.');
  });

  test('without claims and without words is an article all the same', async () => {
    const { articleId } = await add({ paragraphs: [] });
    expect(await store.getArticle(articleId)).toMatchObject({
      claims: 0,
      revision: { text: '', blocks: [], claimList: [] },
    });
  });

  test('with ten thousand claims fits', async () => {
    const claims = Array.from({ length: 10_000 }, () => ({
      source: 'Dockers',
      cue: 'denied',
      content: 'it',
    }));
    const { revisionId } = await add({ paragraphs: ['Dockers denied it.'], claims });
    const stored = (await store.getRevision(revisionId))?.claimList ?? [];
    expect(new Set(stored.map(({ id }) => id)).size).toBe(10_000);
  });
});

describe('the same article again', () => {
  test('changes nothing', async () => {
    await add();
    await add({ facts: { url: URL_A }, ...fetched(URL_A, MONDAY) });
    const before = await everything();
    expect((await add()).outcome).toBe('unchanged');
    expect((await add({ facts: { url: URL_A }, ...fetched(URL_A, MONDAY) })).outcome).toBe('unchanged');
    expect(await everything()).toBe(before);
  });

  test('later moves when it and its source were last seen, and is no change', async () => {
    const { articleId } = await add();
    await add({ capture: { retrieved: TUESDAY } });
    expect(await store.getArticle(articleId)).toMatchObject({ firstSeen: MONDAY, lastSeen: TUESDAY });
    expect(await store.listSources()).toMatchObject([
      { location: 'notes', lastSeen: TUESDAY, articles: 1, claims: 2 },
    ]);
    expect(await store.changesAfter(0)).toHaveLength(1);
  });

  test('through another source is one article of both', async () => {
    const { articleId } = await add();
    await add({ page: { source: 'more notes', location: 'more notes/a.txt' } });
    expect((await store.getArticle(articleId))?.sources).toEqual(['more notes', 'notes']);
    expect(await store.countArticles({ source: 'more notes' })).toBe(1);
  });

  test('keeps the capture of the first time', async () => {
    const first = await add({ facts: { url: URL_A }, ...fetched(URL_A, MONDAY) });
    await add({
      facts: { url: URL_A },
      page: fetched(URL_A, TUESDAY).page!,
      capture: { ...fetched(URL_A, TUESDAY).capture, bytes: Buffer.from('with other advertisements') },
    });
    const { revision } = (await store.getArticle(first.articleId))!;
    expect(revision.capture.retrieved).toBe(MONDAY);
    expect(revision.lastRetrieved).toBe(TUESDAY);
  });
});

describe('validators', () => {
  test('are those of the newest fetch, and are forgotten when the server gives none', async () => {
    await add({ facts: { url: URL_A }, ...fetched(URL_A, MONDAY, { etag: '"a"', 'last-modified': 'Mon' }) });
    expect(await store.validators.get(URL_A)).toEqual({ etag: '"a"', lastModified: 'Mon' });
    await add({ facts: { url: URL_A }, ...fetched(URL_A, TUESDAY, { etag: '"b"' }) });
    expect(await store.validators.get(`${URL_A}#x`)).toEqual({ etag: '"b"', lastModified: null });
    await add({ facts: { url: URL_A }, ...fetched(URL_A, WEDNESDAY) });
    expect(await store.validators.get(URL_A)).toBeNull();
  });

  test('of a feed can be set', async () => {
    await store.validators.set('https://news.example/feed', { etag: 'W/"1"', lastModified: null });
    expect(await store.validators.get('https://news.example/feed')).toEqual({
      etag: 'W/"1"',
      lastModified: null,
    });
    expect(await store.validators.get('https://news.example/other')).toBeNull();
  });
});

describe('where an article came from', () => {
  test.each([
    ['standard input', 'standard input', 'stdin'],
    ['standard input', 'standard input line 3', 'stdin'],
    ['https://news.example/feed.xml', URL_A, 'feed'],
    [URL_A, URL_A, 'url'],
    ['notes', 'notes/a.txt', 'folder'],
    ['feed.xml', URL_A, 'feed'],
    ['a.txt', 'a.txt', 'file'],
    ['batch.jsonl', 'batch.jsonl line 12', 'jsonl'],
  ])('source %s, location %s: %s', async (source, location, origin) => {
    await add({ page: { source, location } });
    expect(await store.listSources()).toMatchObject([{ location: source, origin }]);
  });

  test('can be said', async () => {
    await store.addArticle({ ...articleOf(), origin: 'sample' });
    expect(await store.listSources()).toMatchObject([{ origin: 'sample' }]);
  });
});

test('what is not in the record is null', async () => {
  expect(await store.getArticle('AR-00000000')).toBeNull();
  expect(await store.getArticle('')).toBeNull();
  expect(await store.getArticle('https://nowhere.example/')).toBeNull();
  expect(await store.getRevision('RV-00000000')).toBeNull();
  expect(await store.getClaim('CL-00000000')).toBeNull();
  expect(await store.getCapture('RV-00000000')).toBeNull();
  expect(await store.getRecord('AR-00000000')).toBeNull();
});

test('an id is read as people write it', async () => {
  const { articleId } = await add();
  const spoken = articleId.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await store.getArticle(spoken))?.id).toBe(articleId);
});

test('counts of everything', async () => {
  expect(await store.counts()).toEqual({ sources: 0, articles: 0, revisions: 0, claims: 0, lastChange: 0 });
  await add();
  expect(await store.counts()).toEqual({ sources: 1, articles: 1, revisions: 1, claims: 2, lastChange: 1 });
});
