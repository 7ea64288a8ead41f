/** Ingest as its callers see it: standard input, addresses, order, progress, stopping. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import {
  all,
  chunks,
  file,
  folder,
  NO_WAITING,
  PAGE,
  pagesOf,
  serve,
  summary,
} from '../../test/support/ingesting.ts';
import type { Reply } from '../../test/support/loopback-server.ts';
import { loadSettings } from '../config/load.ts';
import { ingest } from './ingest.ts';
import type { IngestOptions, Progress } from './ingested.ts';

describe('standard input', () => {
  const from = (...parts: readonly (string | Uint8Array)[]): IngestOptions => ({
    standardInput: chunks(...parts),
  });

  test('is a text as it is', async () => {
    const [page] = pagesOf(await all(['-'], {}, from('Bridge ', 'closed.\n')));
    expect(page).toMatchObject({
      location: 'standard input',
      source: 'standard input',
      format: 'text',
      body: 'Bridge closed.\n',
    });
  });

  test('is what its content shows', async () => {
    expect(summary(await all(['-'], {}, from(PAGE)))[0]).toMatch(/^html standard input/);
    expect(summary(await all(['-'], {}, from('{"text":"A."}\n')))).toEqual([
      'text standard input line 1: A.',
    ]);
  });

  test('without anything in it is empty', async () => {
    expect(summary(await all(['-'], {}, from()))).toEqual(['input-empty standard input']);
    expect(summary(await all(['-']))).toEqual(['input-empty standard input']);
  });

  test('gives a line before the next one is written', async () => {
    const written: string[] = [];
    async function* slowly() {
      for (const line of ['{"text":"One."}\n', '{"text":"Two."}\n']) {
        written.push(line);
        yield line;
      }
    }
    for await (const item of ingest(['-'], { standardInput: slowly() })) {
      expect('page' in item && item.page.body).toBe(written.length === 1 ? 'One.' : 'Two.');
    }
    expect(written).toHaveLength(2);
  });

  test('in a multi-byte character cut by chunks is whole again', async () => {
    const bytes = Buffer.from('Zażółć');
    const [page] = pagesOf(await all(['-'], {}, from(bytes.subarray(0, 3), bytes.subarray(3))));
    expect(page?.body).toBe('Zażółć');
  });
});

describe('addresses', () => {
  test('give a page with the facts of its capture', async () => {
    const server = await serve({
      '/a': { status: 301, headers: { location: '/b' } },
      '/b': {
        headers: { 'content-type': 'text/html; charset=koi8-r', etag: '"1"' },
        body: Buffer.from('<p>\xed\xcf\xd3\xd4 \xda\xc1\xcb\xd2\xd9\xd4.</p>', 'latin1'),
      },
    });
    const [page] = pagesOf(await all([`${server.origin}/a`]));
    expect(page).toMatchObject({
      location: `${server.origin}/a`,
      format: 'html',
      body: '<p>Мост закрыт.</p>',
      given: { url: null },
      capture: { finalUrl: `${server.origin}/b`, status: 200, charset: 'koi8-r', headers: { etag: '"1"' } },
    });
  });

  test('come in their order though they are fetched at once', async () => {
    const later =
      (ms: number, body: string): Reply =>
      (_request, response) =>
        void setTimeout(() => response.end(body), ms);
    const server = await serve({
      '/a': later(150, 'A.'),
      '/b': later(1, 'B.'),
      '/c': { status: 404 },
      '/d': later(50, 'D.'),
    });
    const items = await all(['a', 'b', 'c', 'd'].map((path) => `${server.origin}/${path}`));
    expect(summary(items).map((line) => line.replaceAll(server.origin, ''))).toEqual([
      'text /a: A.',
      'text /b: B.',
      'fetch-status /c',
      'text /d: D.',
    ]);
  });

  test('that are binary, empty or private are refused each on its own', async () => {
    const server = await serve({ '/pdf': '%PDF-1.4', '/empty': '', '/a': 'A.' });
    const items = await all([`${server.origin}/pdf`, `${server.origin}/empty`]);
    expect(summary(items)).toEqual([
      `input-binary ${server.origin}/pdf`,
      `input-empty ${server.origin}/empty`,
    ]);
    const refused = await all([`${server.origin}/a`], { 'allow-private-network': false });
    expect(summary(refused)).toEqual([`address-refused ${server.origin}/a`]);
  });

  test('that have not changed say so', async () => {
    const server = await serve({ '/a': { status: 304 } });
    const validators = { get: () => ({ etag: '"1"' }) };
    expect(summary(await all([`${server.origin}/a`], {}, { validators }))).toEqual([
      `unchanged ${server.origin}/a`,
    ]);
  });
});

describe('progress', () => {
  const seen = async (inputs: readonly string[]): Promise<string[]> => {
    const progress: Progress[] = [];
    await all(inputs, {}, { onProgress: (one) => progress.push(one) });
    return progress.map(({ done, total }) => `${done}/${total ?? '?'}`);
  };

  test('counts files, and what is in folders when they are listed', async () => {
    file('in/a.txt', 'A.');
    file('in/b.txt', '');
    file('in/c.css', 'p {}');
    expect(await seen([file('z.txt', 'Z.'), join(folder, 'in'), join(folder, 'missing')])).toEqual([
      '1/3',
      '2/5',
      '3/5',
      '4/5',
      '5/5',
    ]);
  });

  test('does not pretend to know how many lines there are', async () => {
    expect(await seen([file('a.jsonl', '{"text":"A."}\n{"text":"B."}\n')])).toEqual(['1/?', '2/?']);
  });
});

describe('stopping', () => {
  test('early ends what is still being fetched', async () => {
    let open = 0;
    const hanging: Reply = (_request, response) => {
      open += 1;
      response.on('close', () => (open -= 1));
    };
    const server = await serve({ '/a': 'A.', '/b': hanging });
    const settings = loadSettings({ 'allow-private-network': true });
    for await (const item of ingest([`${server.origin}/a`, `${server.origin}/b`], {
      settings,
      clock: NO_WAITING,
    })) {
      expect('page' in item).toBe(true);
      while (open === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      break;
    }
    while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(open).toBe(0);
  });

  test('by signal throws its reason', async () => {
    const server = await serve({ '/a': () => undefined });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(all([`${server.origin}/a`], {}, { signal: controller.signal })).rejects.toThrow('enough');
  });
});
