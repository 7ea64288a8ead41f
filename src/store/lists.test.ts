/** What each filter lets through, the same in every list, and what the chronicle, the speakers and the counts say. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { articleOf, fetched } from '../../test/support/articles.ts';
import type { ArticleWords } from '../../test/support/articles.ts';
import type { Filter } from './filter.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

const ARTICLES: readonly ArticleWords[] = [
  {
    facts: { headline: 'Ferry halted', publisher: 'The Orlen Post', published: '2024-05-03' },
    paragraphs: ['The ferry stays in port, Minister Ilse Varn said. Dockers denied a strike.'],
    claims: [
      { source: 'Minister Ilse Varn', cue: 'said', content: 'The ferry stays in port' },
      { source: 'Dockers', cue: 'denied', content: 'a strike', stance: 'denies', kind: 'unnamed' },
    ],
  },
  {
    facts: { headline: 'Varn answers', publisher: 'Tarn Daily', published: '2024-05-03T23:30:00-02:00' },
    paragraphs: ['“No ferry will sail,” she said. Varn promised a crossing by June.'],
    claims: [
      { source: 'she', cue: 'said', content: '“No ferry will sail,”', speech: 'direct', kind: 'pronoun' },
      { source: 'Varn', cue: 'promised', content: 'a crossing by June', stance: 'promises' },
    ],
    page: { source: 'tarn', location: 'tarn/2.txt' },
  },
  {
    facts: { headline: '渡轮停航', publisher: 'THE ORLEN POST', published: '2024-05-05', language: 'zh' },
    paragraphs: ['部长表示渡轮将停在港口。'],
    claims: [{ source: '部长', cue: '表示', content: '渡轮将停在港口', kind: 'unnamed' }],
  },
  {
    facts: { headline: 'توقفت العبّارة', language: 'ar', url: 'https://arz.example/1' },
    paragraphs: ['قالت الوزيرة إنّ العبّارة متوقفة.'],
    claims: [{ source: 'الوزيرة', cue: 'قالت', content: 'إنّ العبّارة متوقفة' }],
    ...fetched('https://arz.example/1', '2024-05-06T08:00:00Z'),
  },
  {
    facts: { headline: 'Wétterbericht ohne Aussage', language: 'de', updated: '2024-04' },
    paragraphs: ['Es regnete in Örlen.'],
  },
];

let store: Store;
beforeAll(async () => {
  store = openStore(':memory:');
  for (const words of ARTICLES) await store.addArticle(articleOf(words));
});
afterAll(() => store.close());

/** Headlines of the matching articles, newest first, and contents of the matching claims. */
async function found(filter: Filter): Promise<{ articles: (string | null)[]; claims: string[] }> {
  const { items } = await store.listArticles(filter);
  const claims = await store.listClaims(filter);
  const chronicle = await store.chronicle(filter);
  // The same filter means the same everywhere.
  expect(chronicle.items.map(({ article }) => article)).toEqual(items);
  expect(chronicle.items.flatMap((entry) => entry.claims.map(({ id }) => id))).toEqual(
    expect.arrayContaining(
      claims.items.filter(({ articleId }) => items.some(({ id }) => id === articleId)).map(({ id }) => id),
    ),
  );
  expect(await store.countArticles(filter)).toBe(items.length);
  expect(await store.countClaims(filter)).toBe(claims.items.length);
  return {
    articles: items.map(({ headline }) => headline),
    claims: claims.items.map(({ content }) => content.text),
  };
}

test('without a filter everything is listed, newest first', async () => {
  expect((await found({})).articles).toEqual([
    'توقفت العبّارة',
    '渡轮停航',
    'Varn answers',
    'Ferry halted',
    'Wétterbericht ohne Aussage',
  ]);
});

test('oldest first, claims within an article still in text order', async () => {
  const { items } = await store.listClaims({}, { order: 'asc' });
  expect(items.map(({ localId, article }) => `${article.headline ?? ''} ${localId}`)).toEqual([
    'Ferry halted c1',
    'Ferry halted c2',
    'Varn answers c1',
    'Varn answers c2',
    '渡轮停航 c1',
    'توقفت العبّارة c1',
  ]);
});

describe('a search', () => {
  test.each([
    ['ferry', ['Varn answers', 'Ferry halted'], ['“No ferry will sail,”', 'The ferry stays in port']],
    ['FERRY port', ['Ferry halted'], ['The ferry stays in port']],
    ['ferry -port', ['Varn answers'], ['“No ferry will sail,”']],
    ['"no ferry"', ['Varn answers'], ['“No ferry will sail,”']],
    ['cross*', ['Varn answers'], ['a crossing by June']],
    ['june OR strike', ['Varn answers', 'Ferry halted'], ['a crossing by June', 'a strike']],
    ['wetterbericht', ['Wétterbericht ohne Aussage'], []],
    ['orlen', ['Wétterbericht ohne Aussage'], []],
    ['渡轮', ['渡轮停航'], ['渡轮将停在港口']],
    ['港口', ['渡轮停航'], ['渡轮将停在港口']],
    ['口港', [], []],
    ['العبارة', ['توقفت العبّارة'], ['إنّ العبّارة متوقفة']],
    ['ان', ['توقفت العبّارة'], ['إنّ العبّارة متوقفة']],
    ['dockers', ['Ferry halted'], ['a strike']],
    ['?!', [], []],
  ])('for %s', async (q, articles, claims) => {
    expect(await found({ q })).toEqual({ articles, claims });
  });

  test('of exclusions alone finds all but those', async () => {
    expect((await found({ q: '-ferry' })).articles).toEqual([
      'توقفت العبّارة',
      '渡轮停航',
      'Wétterbericht ohne Aussage',
    ]);
  });

  test('that is blank is none', async () => {
    expect(await store.countArticles({ q: '  ' })).toBe(5);
  });
});

describe('a filter', () => {
  test.each<[string, Filter, readonly string[]]>([
    ['publisher, in any case', { publisher: 'the orlen post' }, ['渡轮停航', 'Ferry halted']],
    [
      'two publishers',
      { publisher: ['Tarn Daily', 'The Orlen Post'] },
      ['渡轮停航', 'Varn answers', 'Ferry halted'],
    ],
    ['source', { source: 'tarn' }, ['Varn answers']],
    ['language', { language: 'zh' }, ['渡轮停航']],
    ['language with a region', { language: ['zh-Hant', 'AR'] }, ['توقفت العبّارة', '渡轮停航']],
    ['stance', { stance: 'denies' }, ['Ferry halted']],
    ['speech', { speech: 'direct' }, ['Varn answers']],
    ['kind of source', { sourceKind: ['unnamed', 'pronoun'] }, ['渡轮停航', 'Varn answers', 'Ferry halted']],
    ['words of a speaker', { speaker: 'varn' }, ['Varn answers', 'Ferry halted']],
    ['a whole speaker', { speaker: '"Varn"' }, ['Varn answers']],
    ['a speaker in Chinese', { speaker: '部长' }, ['渡轮停航']],
    ['a speaker of marks alone', { speaker: '***' }, []],
    ['one day', { from: '2024-05-03', to: '2024-05-03' }, ['Ferry halted']],
    ['a time in another zone, by its day in UTC', { from: '2024-05-04', to: '2024-05-04' }, ['Varn answers']],
    ['from a day on', { from: '2024-05-05' }, ['توقفت العبّارة', '渡轮停航']],
    ['a month', { from: '2024-04', to: '2024-04' }, ['Wétterbericht ohne Aussage']],
    ['speaker and search together, in one claim', { speaker: 'varn', q: 'ferry' }, ['Ferry halted']],
    ['stance and publisher', { stance: 'denies', publisher: 'Tarn Daily' }, []],
    [
      'blank values',
      { stance: '', speaker: [' '], from: '' },
      ['توقفت العبّارة', '渡轮停航', 'Varn answers', 'Ferry halted', 'Wétterbericht ohne Aussage'],
    ],
  ])('by %s', async (_, filter, articles) => {
    expect((await found(filter)).articles).toEqual(articles);
  });

  test.each<[string, Filter]>([
    ['stance', { stance: 'shouts' }],
    ['speech', { speech: ['direct', 'loud'] }],
    ['sourceKind', { sourceKind: 'x' }],
    ['from', { from: '2024-02-30' }],
    ['to', { to: 'tomorrow' }],
    ['q', { q: 'a'.repeat(5001) }],
    ['publisher', { publisher: Array.from({ length: 201 }, (_, i) => `p${i}`) }],
  ])('with a wrong %s is refused by name', async (name, filter) => {
    const refusal = expect.objectContaining({
      code: 'query-invalid',
      message: expect.stringContaining(`${name}:`),
    });
    await expect(store.listArticles(filter)).rejects.toEqual(refusal);
    await expect(store.listClaims(filter)).rejects.toEqual(refusal);
    await expect(store.chronicle(filter)).rejects.toEqual(refusal);
    await expect(store.listSpeakers(filter)).rejects.toEqual(refusal);
  });
});

describe('the chronicle', () => {
  test('caps the claims of an article and counts them all', async () => {
    const { items } = await store.chronicle({ publisher: 'Tarn Daily' }, { claimsPerArticle: 1 });
    expect(items).toMatchObject([
      { matchingClaims: 2, claims: [{ content: { text: '“No ferry will sail,”' } }] },
    ]);
    const { items: bare } = await store.chronicle({ publisher: 'Tarn Daily' }, { claimsPerArticle: 0 });
    expect(bare).toMatchObject([{ matchingClaims: 2, claims: [] }]);
  });

  test('shows an article whose text matches even when none of its claims does', async () => {
    expect((await store.chronicle({ q: 'regnete' })).items).toMatchObject([
      { matchingClaims: 0, claims: [] },
    ]);
  });
});

describe('speakers and publishers', () => {
  test('speakers are grouped whatever their case and article; pronouns only on request', async () => {
    const names = async (filter: Filter) => (await store.listSpeakers(filter)).map(({ name }) => name);
    expect(await names({})).toEqual(['Dockers', 'Minister Ilse Varn', 'Varn', 'الوزيرة', '部长']);
    expect(await names({ sourceKind: 'pronoun' })).toEqual(['she']);
    expect(await store.listSpeakers({}, 1)).toHaveLength(1);
  });

  test('the filter of a speaker gives just its claims', async () => {
    for (const { filter, claims, articles } of await store.listSpeakers()) {
      expect(await store.countClaims({ speaker: filter })).toBe(claims);
      expect(await store.countArticles({ speaker: filter })).toBe(articles);
    }
  });

  test('publishers are grouped whatever their case', async () => {
    expect(await store.listPublishers()).toEqual([
      { name: 'THE ORLEN POST', articles: 2, claims: 3 },
      { name: 'Tarn Daily', articles: 1, claims: 2 },
    ]);
  });
});

test.each([
  ['limit', { limit: 0 }],
  ['limit', { limit: 1001 }],
  ['limit', { limit: 1.5 }],
  ['limit', { limit: Number.NaN }],
  ['cursor', { cursor: 'x' }],
  ['order', { order: 'up' as 'asc' }],
])('a wrong %s is refused', async (name, page) => {
  const refusal = expect.objectContaining({
    code: 'query-invalid',
    message: expect.stringContaining(`${name}:`),
  });
  await expect(store.listArticles({}, page)).rejects.toEqual(refusal);
  await expect(store.listClaims({}, page)).rejects.toEqual(refusal);
});

test('a cursor of one order or list is refused by another', async () => {
  const { next } = await store.listArticles({}, { limit: 1 });
  await expect(store.listArticles({}, { cursor: next, order: 'asc' })).rejects.toMatchObject({
    code: 'query-invalid',
  });
  await expect(store.chronicle({}, { cursor: next })).rejects.toMatchObject({ code: 'query-invalid' });
  await expect(store.changesAfter(-1)).rejects.toMatchObject({ code: 'query-invalid' });
});
