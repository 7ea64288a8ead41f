/** The HTTP API: every route, its pages, its filters, its errors, its headers. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeServer } from '../../src/serve/server.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/serve/security.ts';
import type { TypedServer } from '../../src/serve/routes/context.ts';
import { openStore } from '../../src/store/store.ts';
import { articleOf } from '../support/articles.ts';

let server: TypedServer;

const ARTICLES = 7;

beforeAll(async () => {
  const store = openStore(':memory:');
  for (let day = 1; day <= ARTICLES; day += 1) {
    const facts = {
      url: `https://paper-${day % 2}.example/${day}`,
      publisher: day % 2 === 0 ? 'The Orlen Post' : 'Quay Courier',
      headline: `Day ${day}`,
      published: `2024-05-0${day}T08:00:00Z`,
    };
    await store.addArticle(articleOf({ facts, capture: { bytes: Buffer.from('<html><script>1</script>') } }));
  }
  server = await makeServer({ store, version: '0.0.0', host: '127.0.0.1', port: 0, webRoot: null });
  return () => store.close();
});
afterAll(() => server.close());

async function get(path: string, headers: Record<string, string> = {}) {
  return server.inject({ url: `/api/v1${path}`, headers: { host: '127.0.0.1:4173', ...headers } });
}

async function body(path: string): Promise<any> {
  // any: each test looks at the fields that it is about.
  const response = await get(path);
  expect(response.statusCode).toBe(200);
  return response.json();
}

describe('the chronicle', () => {
  test('is newest first, or oldest first when asked', async () => {
    const newest = await body('/chronicle');
    expect(newest.items.map((item: any) => item.article.headline)).toEqual([
      'Day 7',
      'Day 6',
      'Day 5',
      'Day 4',
      'Day 3',
      'Day 2',
      'Day 1',
    ]);
    const oldest = await body('/chronicle?order=asc&limit=1');
    expect(oldest.items[0].article.headline).toBe('Day 1');
    expect(oldest.items[0].claims[0]).toMatchObject({
      source: { text: 'Mayor Ilse Varn', kind: 'named' },
      sentence: { text: 'The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said.' },
    });
  });

  test('comes in pages that lead to one another and hold everything once', async () => {
    const seen: string[] = [];
    let url: string | null = '/api/v1/chronicle?limit=3&stance=denies';
    while (url !== null) {
      const page: any = (await server.inject({ url, headers: { host: 'localhost' } })).json();
      expect(page.count).toBe(ARTICLES);
      seen.push(...page.items.map((item: any) => item.article.id));
      for (const { claims } of page.items)
        expect(claims.every((claim: any) => claim.stance === 'denies')).toBe(true);
      url = page.nextUrl;
    }
    expect(new Set(seen).size).toBe(ARTICLES);
    expect(seen).toHaveLength(ARTICLES);
  });
});

describe('filters', () => {
  test.each([
    ['publisher=quay%20courier', 4],
    ['publisher=Quay%20Courier&publisher=The%20Orlen%20Post', 7],
    ['from=2024-05-03&to=2024-05-04', 2],
    ['speaker=ilse%20varn', 7],
    ['q=nobody-says-this', 0],
    ['stance=denies&speaker=varn', 0],
    ['stance=denies&stance=asserts', 7],
  ])('%s finds %i articles', async (query, count) => {
    expect((await body(`/articles?${query}`)).count).toBe(count);
    expect((await body(`/chronicle?${query}`)).items).toHaveLength(count);
  });
});

describe('one article', () => {
  test('is whole: text, blocks, claims, capture, revisions', async () => {
    const { items } = await body('/articles?limit=1');
    const article = await body(`/articles/${items[0].id}`);
    expect(article.text).toContain('Dockers denied');
    expect(article.claims).toHaveLength(2);
    expect(article.capture.bytesHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(article.revisions).toHaveLength(1);
    expect(await body(`/revisions/${article.revisionId}`)).toEqual(article);
    expect((await body(`/revisions/${article.revisionId}/record`)).format).toBe('annalist/record@1');
    expect(await body(`/claims/${article.claims[0].id}`)).toEqual(article.claims[0]);
  });

  test('gives its captured bytes as a download and never as a page', async () => {
    const { items } = await body('/articles?limit=1');
    const capture = await get(`/revisions/${items[0].revisionId}/capture`);
    expect(capture.headers['content-type']).toBe('application/octet-stream');
    expect(capture.headers['content-disposition']).toMatch(/^attachment; filename="RV-\w+\./);
    expect(capture.body).toBe('<html><script>1</script>');
  });
});

describe('lists of names', () => {
  test('speakers give the filter that finds just their claims', async () => {
    const { items } = await body('/speakers');
    expect(items.map((item: any) => item.name).sort()).toEqual(['Dockers', 'Mayor Ilse Varn']);
    const found = await body(`/claims?speaker=${encodeURIComponent(items[0].filter)}`);
    expect(found.count).toBe(items[0].claims);
  });

  test('publishers, sources and the overview count', async () => {
    expect((await body('/publishers')).items[0]).toMatchObject({ name: 'Quay Courier', articles: 4 });
    expect((await body('/sources')).items[0].articles).toBe(ARTICLES);
    expect(await body('/overview')).toMatchObject({
      articles: ARTICLES,
      claims: 2 * ARTICLES,
      version: '0.0.0',
    });
  });
});

describe('every error is a problem', () => {
  test.each([
    ['/articles/AR-NONE0000', 404, 'not-found'],
    ['/revisions/RV-NONE0000', 404, 'not-found'],
    ['/revisions/RV-NONE0000/record', 404, 'not-found'],
    ['/revisions/RV-NONE0000/capture', 404, 'not-found'],
    ['/claims/CL-NONE0000', 404, 'not-found'],
    ['/nowhere', 404, 'not-found'],
    ['/articles?limit=0', 400, 'query-invalid'],
    ['/articles?limit=x', 400, 'query-invalid'],
    ['/articles?cursor=!!!', 400, 'query-invalid'],
    ['/claims?stance=lies', 400, 'query-invalid'],
    ['/chronicle?limt=3', 400, 'query-invalid'],
    ['/articles?from=yesterday', 400, 'query-invalid'],
    ['/speakers?limit=100000', 400, 'query-invalid'],
  ])('%s', async (path, status, code) => {
    const response = await get(path);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      status,
      code,
      type: expect.stringContaining(code),
      detail: expect.any(String),
    });
  });

  test('writing is not possible', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/api/v1/articles',
      headers: { host: 'localhost' },
    });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('headers', () => {
  test('forbid everything that is not ours', async () => {
    const { headers } = await get('/overview');
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('let an unchanged answer be kept', async () => {
    const { headers } = await get('/articles');
    const again = await get('/articles', { 'if-none-match': String(headers['etag']) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  test('a request under another name is refused', async () => {
    const response = await get('/articles', { host: 'evil.example' });
    expect(response.statusCode).toBe(403);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });
});

test('the description names every route, with its filters', async () => {
  const description = await body('/openapi.json');
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/chronicle',
      '/api/v1/claims',
      '/api/v1/articles/{id}',
      '/api/v1/revisions/{id}/capture',
    ]),
  );
  const names = description.paths['/api/v1/chronicle'].get.parameters.map(
    ({ name }: { name: string }) => name,
  );
  expect(names).toEqual(
    expect.arrayContaining(['q', 'speaker', 'stance', 'from', 'to', 'limit', 'cursor', 'order']),
  );
});
