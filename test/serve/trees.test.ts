/** The trees of a revision: which sentences, in what shape, and what is said where there are none. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { modelMissing } from '../../src/errors.ts';
import { loadEngine } from '../../src/nlp.ts';
import type { AnalyzeSentences, TypedServer } from '../../src/serve/routes/context.ts';
import { makeServer } from '../../src/serve/server.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { tinyModel } from '../../training/smoke/tiny-model.ts';
import { articleOf } from '../support/articles.ts';

/** The small model is trained first. */
const TRAINING_MS = 120_000;

let store: Store;
let server: TypedServer;
let analyze: AnalyzeSentences;
const revisions: Record<string, string> = {};

beforeAll(async () => {
  store = openStore(':memory:');
  for (const language of ['en', 'ar']) {
    const facts = { url: `https://paper.example/${language}`, language };
    const { articleId } = await store.addArticle(articleOf({ facts }));
    revisions[language] = (await store.getArticle(articleId))?.revisionId ?? '';
  }
  const engine = loadEngine(tinyModel().model);
  analyze = (text, blocks) => engine.analyze(text, blocks).sentences;
  server = await serverWith(analyze);
}, TRAINING_MS);
afterAll(async () => {
  await server.close();
  await store.close();
});

function serverWith(analyzer: AnalyzeSentences | undefined): Promise<TypedServer> {
  return makeServer({ store, version: '0', host: '127.0.0.1', port: 0, webRoot: null, analyze: analyzer });
}

async function get(path: string, from = server): Promise<{ readonly status: number; readonly body: any }> {
  // any: each test looks at the fields that it is about.
  const response = await from.inject({ url: `/api/v1${path}`, headers: { host: '127.0.0.1:4173' } });
  return { status: response.statusCode, body: response.json() };
}

const treesOf = (language: string, start: number, end: number) =>
  `/revisions/${revisions[language]}/trees?start=${start}&end=${end}`;

describe('trees', () => {
  test('are of the sentences that overlap the stretch and of no others', async () => {
    const { body: revision } = await get(`/revisions/${revisions['en']}`);
    const { start, end } = revision.claims[0].sentence;
    const { status, body } = await get(treesOf('en', start, end));
    expect(status).toBe(200);
    expect(body.sentences.length).toBeGreaterThan(0);
    const all = (await get(treesOf('en', 0, revision.text.length))).body.sentences;
    expect(body.sentences).toEqual(all.filter((one: any) => one.start < end && start < one.end));
    expect(all.length).toBeGreaterThan(body.sentences.length);
  });

  test('quote the text, have one root each, and give the fields of the description', async () => {
    const { body: revision } = await get(`/revisions/${revisions['en']}`);
    const { body } = await get(treesOf('en', 0, revision.text.length));
    for (const { tokens } of body.sentences) {
      expect(tokens.filter(({ head }: any) => head === 0)).toHaveLength(1);
      for (const token of tokens) {
        expect(revision.text.slice(token.start, token.end)).toBe(token.text);
        expect(Object.keys(token)).toEqual([
          'i',
          'start',
          'end',
          'text',
          'lemma',
          'upos',
          'xpos',
          'head',
          'deprel',
          'ner',
        ]);
      }
    }
  });

  test('of a stretch beyond the text are none', async () => {
    expect(await get(treesOf('en', 900_000, 900_001))).toEqual({ status: 200, body: { sentences: [] } });
  });
});

describe('problems', () => {
  test.each([
    ['end=5', 'start'],
    ['start=-1&end=5', 'start'],
    ['start=a&end=5', 'start'],
    ['start=5&end=5', 'end'],
    ['start=0&end=5&x=1', 'x'],
  ])('%s is refused, with the name of what is wrong', async (query, name) => {
    const { status, body } = await get(`/revisions/${revisions['en']}/trees?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'query-invalid', detail: expect.stringContaining(name) });
  });

  test('an unknown revision is not found', async () => {
    expect(await get('/revisions/RV-NOTHERE0/trees?start=0&end=5')).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  test('a text that is not English has no trees', async () => {
    const { status, body } = await get(treesOf('ar', 0, 50));
    expect(status).toBe(400);
    expect(body.detail).toContain('this one is in "ar"');
  });

  test.each([
    [
      'is not there',
      () => {
        throw modelMissing('models/none.bin', null);
      },
      'no model at models/none.bin',
    ],
    ['is not given', undefined, 'no language engine'],
  ] as const)('a model that %s is told as model-missing', async (_, analyzer, detail) => {
    const without = await serverWith(analyzer);
    const { status, body } = await get(treesOf('en', 0, 50), without);
    await without.close();
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'model-missing', detail: expect.stringContaining(detail) });
  });
});
