/** The same input gives the same record: added twice, in another file, or in another run of the process. */

import { afterEach, beforeEach, expect, test } from 'vitest';

import { articleOf, fetched } from '../../test/support/articles.ts';
import type { ArticleWords } from '../../test/support/articles.ts';
import { everythingOf } from '../../test/support/everything.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

const URL_A = 'https://news.example/orlen/harbour';
const MONDAY = '2024-05-06T08:00:00.000Z';
const TUESDAY = '2024-05-07T08:00:00.000Z';

const ARTICLES: readonly ArticleWords[] = [
  { facts: { publisher: 'The Orlen Post', headline: 'Harbour closed', published: '2024-05-06' } },
  { facts: { url: URL_A }, ...fetched(URL_A, MONDAY, { etag: '"a"' }) },
  {
    facts: { url: URL_A },
    ...fetched(URL_A, TUESDAY, { etag: '"b"' }),
    paragraphs: ['Rea Holt said that the mayor denied the plan.'],
    claims: [
      { source: 'Rea Holt', cue: 'said', content: 'that the mayor denied the plan' },
      { source: 'the mayor', cue: 'denied', content: 'the plan', inside: 'c1', stance: 'denies' },
    ],
  },
  {
    facts: { language: 'zh', updated: '2024-05' },
    paragraphs: ['部长表示渡轮停航。', '\ud83d\ude00 \u0000'],
    claims: [{ source: '部长', cue: '表示', content: '渡轮停航' }],
    capture: { bytes: Uint8Array.of(0, 255, 254, 0) },
  },
  { paragraphs: [], page: { source: 'other notes' } },
];

let store: Store;
beforeEach(async () => {
  store = await filled();
});
afterEach(() => store.close());

async function filled(): Promise<Store> {
  const made = openStore(':memory:', { now: () => '2024-06-01T00:00:00.000Z' });
  for (const words of ARTICLES) await made.addArticle(articleOf(words));
  return made;
}

const URLS = [URL_A];

test('added again, every article is unchanged and every answer is the same, byte for byte', async () => {
  const before = await everythingOf(store, URLS);
  // The older text of the page that has changed since is not among them: going back to it is news.
  for (const words of ARTICLES.filter(({ capture }) => capture?.retrieved !== MONDAY))
    expect((await store.addArticle(articleOf(words))).outcome).toBe('unchanged');
  expect(await everythingOf(store, URLS)).toBe(before);
});

test('added to another record, every answer is the same, byte for byte', async () => {
  const other = await filled();
  expect(await everythingOf(other, URLS)).toBe(await everythingOf(store, URLS));
  await other.close();
});

test('a changed word shows in the answers', async () => {
  const before = await everythingOf(store, URLS);
  const url = 'https://news.example/other';
  await store.addArticle(articleOf({ facts: { url } }));
  expect(await everythingOf(store, URLS)).not.toBe(before);
});

test('every question that a store answers is among those that are compared', async () => {
  const asked = new Set<string>();
  const watched = new Proxy(store, {
    get(target, name: keyof Store) {
      asked.add(name);
      return target[name];
    },
  });
  await everythingOf(watched, URLS);
  const changing = ['addArticle', 'close', 'path'];
  expect([...asked].sort()).toEqual(
    Object.keys(store)
      .filter((name) => !changing.includes(name))
      .sort(),
  );
});
