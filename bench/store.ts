/** `npx tsx bench/store.ts`: how fast the record takes in articles, and how long its lists, counts and searches take. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openSqlite } from '../src/store/sqlite.ts';
import { storeOn } from '../src/store/store.ts';
import type { Store } from '../src/store/store.ts';
import { articleOf } from '../test/support/articles.ts';
import type { ClaimWords, MadeArticle } from '../test/support/articles.ts';

const CLAIMS_PER_ARTICLE = 15;

const HELP = `npx tsx bench/store.ts [options]

Adds invented articles of ${CLAIMS_PER_ARTICLE} claims to a new record, each one durable, and times what people ask of it.
Compare runs of one machine, not numbers of two.

  --sizes N,N   records of how many articles are asked (default 1000,10000)
  --rounds N    how often each question is asked; the median is shown (default 9), with the processor's time
  --only TEXT   only the questions that contain this
`;

/** Articles that are added durably; the rest of a large record is filled without waiting for the disk. */
const DURABLE_ARTICLES = 500;

/** What people ask, by what they see: a page of a list, and the count that stands above it. */
const QUESTIONS: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'chronicle, first page': (store) => store.chronicle(),
  'chronicle, a page in the middle': (store) => store.chronicle({ to: '2014-06' }),
  'chronicle, stance': (store) => store.chronicle({ stance: 'denies' }),
  'chronicle, speaker by words': (store) => store.chronicle({ speaker: 'speaker 7' }),
  'chronicle, speaker exactly': (store) => store.chronicle({ speaker: '"minister speaker 7"' }),
  'chronicle, search for a rare word': (store) => store.chronicle({ q: 'rare7' }),
  'chronicle, search for a common word': (store) => store.chronicle({ q: 'harbour' }),
  'chronicle, search and stance': (store) => store.chronicle({ q: 'harbour', stance: 'denies' }),
  'chronicle, all but a word': (store) => store.chronicle({ q: '-harbour' }),
  'chronicle, publisher': (store) => store.chronicle({ publisher: 'Paper 3' }),
  'articles, first page': (store) => store.listArticles(),
  'claims, first page': (store) => store.listClaims(),
  'claims, speaker by words': (store) => store.listClaims({ speaker: 'speaker 7' }),
  'claims, speaker exactly': (store) => store.listClaims({ speaker: '"minister speaker 7"' }),
  'claims, search for a rare word': (store) => store.listClaims({ q: 'rare7' }),
  'claims, search for a common word': (store) => store.listClaims({ q: 'harbour' }),
  'claims, stance and publisher': (store) => store.listClaims({ stance: 'admits', publisher: 'Paper 3' }),
  'count articles': (store) => store.countArticles(),
  'count articles, dates': (store) => store.countArticles({ from: '2012', to: '2018' }),
  'count articles, publisher': (store) => store.countArticles({ publisher: 'Paper 3' }),
  'count articles, stance': (store) => store.countArticles({ stance: 'denies' }),
  'count articles, speech and dates': (store) => store.countArticles({ speech: 'indirect', from: '2015' }),
  'count articles, speaker': (store) => store.countArticles({ speaker: 'speaker 7' }),
  'count articles, common word': (store) => store.countArticles({ q: 'harbour' }),
  'count articles, word and stance': (store) => store.countArticles({ q: 'harbour', stance: 'denies' }),
  'count claims': (store) => store.countClaims(),
  'count claims, stance': (store) => store.countClaims({ stance: 'denies' }),
  'count claims, dates': (store) => store.countClaims({ from: '2012', to: '2018' }),
  'count claims, publisher': (store) => store.countClaims({ publisher: 'Paper 3' }),
  'count claims, common word': (store) => store.countClaims({ q: 'harbour' }),
  speakers: (store) => store.listSpeakers(),
  'speakers, search': (store) => store.listSpeakers({ q: 'harbour' }),
  publishers: (store) => store.listPublishers(),
  sources: (store) => store.listSources(),
  'counts of everything': (store) => store.counts(),
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      rounds: { type: 'string', default: '9' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const folder = mkdtempSync(join(tmpdir(), 'annalist-bench-'));
  const path = join(folder, 'record.db');
  const connection = openSqlite(path);
  const store = storeOn(connection);
  try {
    let added = 0;
    for (const size of values.sizes.split(',').map(Number)) {
      const durable = Math.min(size, added + DURABLE_ARTICLES);
      report('added, each durable', rate(durable - added, await timeOf(() => fill(store, added, durable))));
      connection.raw.pragma('synchronous = OFF');
      report('added, not waiting', rate(size - durable, await timeOf(() => fill(store, durable, size))));
      connection.raw.pragma('synchronous = FULL');
      added = size;
      console.log(
        `\n${size.toLocaleString('en')} articles, ${(size * CLAIMS_PER_ARTICLE).toLocaleString('en')} claims`,
      );
      await askAll(store, Number(values.rounds), values.only);
    }
    report('size of the file', `${Math.round(statSync(path).size / 1e6)} MB`);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askAll(store: Store, rounds: number, only: string): Promise<void> {
  for (const [question, ask] of Object.entries(QUESTIONS)) {
    if (!question.includes(only)) continue;
    const times: number[] = [];
    const started = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) times.push(await timeOf(() => ask(store)));
    const { user, system } = process.cpuUsage(started);
    times.sort((a, b) => a - b);
    const computing = (user + system) / 1000 / rounds;
    report(question, `${(times[rounds >> 1] ?? 0).toFixed(1)} ms, computing ${computing.toFixed(1)} ms`);
  }
}

async function fill(store: Store, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) await store.addArticle(article(number));
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function rate(articles: number, ms: number): string {
  return articles === 0 ? '–' : `${Math.round((articles * 1000) / ms)} articles a second`;
}

function report(name: string, value: string): void {
  console.log(`${name.padEnd(40)} ${value.padStart(30)}`);
}

const STANCES = ['asserts', 'asserts', 'asserts', 'denies', 'admits', 'alleges'] as const;

/** An article of about 4,000 characters; times spread over twenty years, out of order as feeds are. */
function article(number: number): MadeArticle {
  const day = new Date(Date.UTC(2004, 0, 1 + ((number * 2_654_435_761) % 7305), number % 24));
  const paragraphs: string[] = [];
  const claims: ClaimWords[] = [];
  for (let i = 0; i < CLAIMS_PER_ARTICLE; i += 1) {
    const source = `Minister Speaker ${(number * 7 + i * i) % 900}`;
    const content = `the ${WORDS[(number + (i % 3)) % WORDS.length]} of district ${number}-${i} was rare${number % 1000}`;
    paragraphs.push(`${source} said ${content}. ${FILLER}`);
    claims.push({ source, cue: 'said', content, stance: STANCES[(number + i) % STANCES.length]! });
  }
  return articleOf({
    paragraphs,
    claims,
    facts: {
      url: `https://paper-${number % 20}.example/${number}`,
      publisher: `Paper ${number % 20}`,
      headline: `News ${number}`,
      published: day.toISOString(),
    },
    page: { location: `https://paper-${number % 20}.example/${number}`, source: `feed-${number % 20}` },
  });
}

const WORDS = ['harbour', 'bridge', 'council', 'market', 'railway', 'airport', 'school'];
const FILLER =
  'Nobody was there when the gates were opened, and those who came later found the square empty, the shops shut and the lamps unlit, as on any other evening of that autumn.';

await main();
