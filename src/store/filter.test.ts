/** Filters against a plain reading of the same articles: alone and together, on articles, claims and chronicle alike. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import type { ArticleWords, ClaimWords } from '../../test/support/articles.ts';
import type { Filter } from './filter.ts';
import { foldedName } from './search-text.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

const ARTICLES = 120;
const SPEAKERS = ['Ilse Varn', 'Mayor Ilse Varn', 'Rea Holt', 'the Dockers', 'Dockers', 'she'] as const;
const STANCES = ['asserts', 'denies', 'predicts'] as const;
const SPEECHES = ['direct', 'indirect'] as const;
const PUBLISHERS = ['The Orlen Post', 'Quay Courier', null] as const;
const LANGUAGES = ['en', 'de'] as const;
const SOURCES = ['notes', 'more notes'] as const;
const WORDS = ['harbour', 'ferry', 'bridge'] as const;

/** Times of every precision, with and without a zone, as pages state them; the day in UTC is beside each. */
const TIMES = [
  ['2024-05-03', '2024-05-03'],
  ['2024-05-03T23:30:00-02:00', '2024-05-04'],
  ['2024-05-05T00:30:00+03:00', '2024-05-04'],
  ['2024-05-04T12:00', '2024-05-04'],
  ['2024-05', '2024-05-01'],
  ['2024', '2024-01-01'],
  ['2023-12-31T23:59:59Z', '2023-12-31'],
  ['2024-06-01', '2024-06-01'],
] as const;

/** A claim as this test reads it: with what must hold of it and of its article. */
interface PlainClaim {
  readonly speaker: string;
  readonly stance: string;
  readonly speech: string;
  readonly kind: string;
  readonly text: string;
}

interface PlainArticle {
  readonly words: ArticleWords;
  readonly publisher: string | null;
  readonly language: string;
  readonly source: string;
  readonly day: string;
  readonly text: string;
  readonly claims: readonly PlainClaim[];
}

/** Numbers below `limit` that look random and are the same in every run (xorshift32). */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const chance = seeded(20_240_506);

function pick<T>(values: readonly T[]): T {
  return values[chance(values.length)] as T;
}

const PLAIN: readonly PlainArticle[] = Array.from({ length: ARTICLES }, (_, number) => plainArticle(number));

function plainArticle(number: number): PlainArticle {
  const claims = Array.from({ length: chance(4) }, () => {
    const speaker = pick(SPEAKERS);
    const kind = speaker === 'she' ? 'pronoun' : 'named';
    return {
      speaker,
      kind,
      stance: pick(STANCES),
      speech: pick(SPEECHES),
      text: `the ${pick(WORDS)} was shut`,
    };
  });
  const paragraphs = [`Report ${number} on the ${pick(WORDS)}.`];
  for (const { speaker, text } of claims) paragraphs.push(`${speaker} said ${text}.`);
  const [published, day] = pick(TIMES);
  const [publisher, language, source] = [pick(PUBLISHERS), pick(LANGUAGES), pick(SOURCES)];
  const words: ArticleWords = {
    paragraphs,
    claims: claims.map(
      ({ speaker, text, stance, speech, kind }) =>
        ({ source: speaker, cue: 'said', content: text, stance, speech, kind }) as ClaimWords,
    ),
    facts: { url: `https://paper.example/${number}`, publisher, language, published },
    page: { source, location: `${source}/${number}.txt` },
  };
  return { words, publisher, language, source, day, text: paragraphs.join(' '), claims };
}

let store: Store;
beforeAll(async () => {
  store = openStore(':memory:');
  for (const { words } of PLAIN) await store.addArticle(articleOf(words));
});
afterAll(() => store.close());

/** Whether a value is among those that a filter names, or the filter names none. */
function isOneOf(
  value: string | null,
  wanted: Filter['stance'],
  form = (name: string): string => name,
): boolean {
  if (wanted === undefined) return true;
  const values = typeof wanted === 'string' ? [wanted] : wanted;
  return value !== null && values.map(form).includes(form(value));
}

function has(text: string, { q = '' }: Filter): boolean {
  return q === '' || text.toLowerCase().includes(q);
}

function suitsPlace({ publisher, language, source, day }: PlainArticle, filter: Filter): boolean {
  const { from = '0', to = '9' } = filter;
  return (
    isOneOf(publisher, filter.publisher, foldedName) &&
    isOneOf(language, filter.language) &&
    isOneOf(source, filter.source) &&
    from <= day &&
    day <= `${to}~`
  );
}

function suitsClaim({ speaker, stance, speech, kind, text }: PlainClaim, filter: Filter): boolean {
  const isSpeaker =
    typeof filter.speaker !== 'string' ||
    (filter.speaker.startsWith('"')
      ? foldedName(speaker) === foldedName(filter.speaker.slice(1, -1))
      : speaker.toLowerCase().includes(filter.speaker));
  return (
    isSpeaker &&
    isOneOf(stance, filter.stance) &&
    isOneOf(speech, filter.speech) &&
    isOneOf(kind, filter.sourceKind) &&
    has(`${speaker} ${text}`, filter)
  );
}

/** How many articles and claims the filter lets through. */
function expectedOf(filter: Filter): { readonly articles: number; readonly claims: number } {
  const { speaker, stance, speech, sourceKind } = filter;
  const asksOfClaims = [speaker, stance, speech, sourceKind].some((value) => value !== undefined);
  const suiting = PLAIN.filter((article) => suitsPlace(article, filter)).map((article) => ({
    ...article,
    matching: article.claims.filter((claim) => suitsClaim(claim, filter)).length,
  }));
  const articles = suiting.filter(({ matching, text }) => (asksOfClaims ? 0 < matching : has(text, filter)));
  return { articles: articles.length, claims: suiting.reduce((sum, { matching }) => sum + matching, 0) };
}

async function expectFound(filter: Filter): Promise<number> {
  const { articles, claims } = expectedOf(filter);
  const chronicle = (await store.chronicle(filter, { limit: 1000, claimsPerArticle: 2 })).items;
  const found = {
    countArticles: await store.countArticles(filter),
    listArticles: (await store.listArticles(filter, { limit: 1000 })).items.length,
    chronicle: chronicle.length,
    countClaims: await store.countClaims(filter),
    listClaims: (await store.listClaims(filter, { limit: 1000 })).items.length,
    matchingClaims: chronicle.reduce((sum, { matchingClaims }) => sum + matchingClaims, 0),
  };
  expect(found, JSON.stringify(filter)).toEqual({
    countArticles: articles,
    listArticles: articles,
    chronicle: articles,
    countClaims: claims,
    listClaims: claims,
    matchingClaims: claims,
  });
  return articles;
}

/** Values of each part of a filter that are worth trying. */
const VALUES: { readonly [Part in keyof Filter]-?: readonly NonNullable<Filter[Part]>[] } = {
  q: [...WORDS, 'shut', 'varn', 'nowhere'],
  source: ['notes', 'more notes', ['notes', 'more notes'], 'no notes'],
  publisher: ['the orlen post', 'Orlen Post', 'QUAY COURIER', ['Quay Courier', 'The Orlen Post'], 'Nobody'],
  speaker: ['varn', 'ilse varn', 'dockers', '"Ilse Varn"', '"The Dockers"', '"dockers"', '"varn"', 'she'],
  stance: ['denies', ['asserts', 'predicts'], 'orders'],
  speech: ['direct', ['direct', 'indirect'], 'mixed'],
  sourceKind: ['named', 'pronoun', ['named', 'pronoun'], 'document'],
  language: ['en', ['de', 'en'], 'fr'],
  from: ['2023', '2024', '2024-05', '2024-05-01', '2024-05-04', '2024-06-01', '2025'],
  to: ['2022', '2023', '2024', '2024-05', '2024-05-03', '2024-05-04', '2024-05-31'],
};
const PARTS = Object.keys(VALUES) as (keyof Filter)[];

describe.each(PARTS)('%s alone', (part) => {
  test.each(VALUES[part].map((value) => [value]))('%j', async (value) => {
    await expectFound({ [part]: value });
  });
});

test('parts together, in three hundred combinations', async () => {
  let nonEmpty = 0;
  for (let round = 0; round < 300; round += 1) {
    const parts = PARTS.filter(() => chance(3) === 0);
    const filter: Filter = Object.fromEntries(parts.map((part) => [part, pick<unknown>(VALUES[part])]));
    if (0 < (await expectFound(filter))) nonEmpty += 1;
  }
  expect(nonEmpty).toBeGreaterThan(50);
});

test('all parts together', async () => {
  const all: Filter = {
    q: 'shut',
    source: ['notes', 'more notes'],
    publisher: ['The Orlen Post', 'Quay Courier'],
    speaker: 'varn',
    stance: ['asserts', 'denies', 'predicts'],
    speech: ['direct', 'indirect'],
    sourceKind: 'named',
    language: ['en', 'de'],
    from: '2024-01-01',
    to: '2024-05',
  };
  expect(await expectFound(all)).toBeGreaterThan(5);
});

describe('names', () => {
  test('speakers are counted as their filter finds them, under every other filter', async () => {
    for (const filter of [
      {},
      { stance: 'denies' },
      { q: 'ferry' },
      { publisher: 'quay courier', from: '2024-05' },
    ]) {
      const speakers = await store.listSpeakers(filter);
      expect(speakers.length).toBeGreaterThan(2);
      for (const { filter: speaker, claims, articles } of speakers) {
        expect(await expectFound({ ...filter, speaker })).toBe(articles);
        expect(await store.countClaims({ ...filter, speaker })).toBe(claims);
      }
    }
  });

  test('publishers are counted as their filter finds them, under every other filter', async () => {
    for (const filter of [{}, { language: 'de' }, { stance: 'denies' }, { q: 'ferry' }]) {
      const publishers = await store.listPublishers(filter);
      expect(publishers.map(({ name }) => name).sort()).toEqual(['Quay Courier', 'The Orlen Post']);
      for (const { name, articles, claims } of publishers) {
        expect(await store.countArticles({ ...filter, publisher: name })).toBe(articles);
        expect(await store.countClaims({ ...filter, publisher: name }), JSON.stringify(filter)).toBe(claims);
      }
    }
  });
});
