/** Redirects, statuses and tries: what happens when the first answer is not the page. */

import { describe, expect, test } from 'vitest';

import { bodyOf, failure, fetcher, serve, testClock } from '../../../test/support/fetching.ts';
import type { Reply } from '../../../test/support/loopback-server.ts';

describe('redirects', () => {
  const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

  test('are followed, relative ones and moved ones too, and the last address is told', async () => {
    const server = await serve({ '/a': to('b?x=1', 301), '/b?x=1': to('/c', 308), '/c': 'Here' });
    const fetched = await fetcher().fetch(`${server.origin}/a`);
    expect(fetched.finalUrl).toBe(`${server.origin}/c`);
    expect(bodyOf(fetched)).toBe('Here');
  });

  test('are followed so often and no further', async () => {
    const replies = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`/${i}`, to(`/${i + 1}`)]));
    const server = await serve({ ...replies, '/9': 'end' });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/4`))).toBe('end');
    const { code, message } = await failure(fetcher().fetch(`${server.origin}/3`));
    expect(code).toBe('fetch-failed');
    expect(message).toContain('more than 5 redirects');
  });

  test('in a circle are noticed', async () => {
    const server = await serve({ '/a': to('/b'), '/b': to('/a') });
    expect((await failure(fetcher().fetch(`${server.origin}/a`))).message).toContain('redirects in a circle');
    expect(server.paths()).toEqual(['/a', '/b']);
  });

  test('out of the web are not followed', async () => {
    const server = await serve({ '/a': to('file:///etc/hostname') });
    expect((await failure(fetcher().fetch(`${server.origin}/a`))).message).toContain('redirects to file:');
  });

  test('without a target are a failed status', async () => {
    const server = await serve({ '/a': { status: 302 } });
    expect(await failure(fetcher().fetch(`${server.origin}/a`))).toMatchObject({ code: 'fetch-status' });
  });

  test('are checked against the robots.txt of where they lead', async () => {
    const server = await serve({
      '/a': to('/closed/b'),
      '/closed/b': 'secret',
      '/robots.txt': 'User-agent: *\nDisallow: /closed/',
    });
    expect(await failure(fetcher().fetch(`${server.origin}/a`))).toMatchObject({ code: 'robots-forbids' });
    expect(server.paths()).toEqual(['/a']);
  });
});

describe('statuses', () => {
  test.each([404, 410, 403, 500])('%i is a failure', async (status) => {
    const server = await serve({ '/a': { status, body: 'x'.repeat(100) } });
    const { code, message } = await failure(fetcher().fetch(`${server.origin}/a`));
    expect(code).toBe('fetch-status');
    expect(message).toContain(`the server answered ${status}`);
    expect(server.paths()).toEqual(['/a']);
  });

  test('503 is tried again after the wait that the server asks for', async () => {
    let asked = 0;
    const server = await serve({
      '/a': (_request, response) => {
        asked += 1;
        if (asked < 3) response.writeHead(503, { 'retry-after': '7' }).end();
        else response.end('Here');
      },
    });
    const clock = testClock();
    expect(bodyOf(await fetcher({ clock }).fetch(`${server.origin}/a`))).toBe('Here');
    expect(clock.waits).toEqual([7_000, 7_000]);
  });

  test('429 is tried again twice and then given up', async () => {
    const server = await serve({ '/a': { status: 429 } });
    const clock = testClock();
    expect(await failure(fetcher({ clock }).fetch(`${server.origin}/a`))).toMatchObject({
      code: 'fetch-status',
    });
    expect(server.paths()).toHaveLength(3);
    expect(clock.waits).toEqual([1_000, 2_000]);
  });

  test('a wait of hours is not waited for', async () => {
    const server = await serve({ '/a': { status: 503, headers: { 'retry-after': '7200' } } });
    expect(await failure(fetcher().fetch(`${server.origin}/a`))).toMatchObject({ code: 'fetch-status' });
    expect(server.paths()).toHaveLength(1);
  });

  test('a reset connection is tried again', async () => {
    let asked = 0;
    const server = await serve({
      '/a': (request, response) => {
        asked += 1;
        if (asked === 1) request.socket.destroy();
        else response.end('Here');
      },
    });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toBe('Here');
  });
});

describe('unchanged pages', () => {
  const conditional: Reply = (request, response) => {
    const known =
      request.headers['if-none-match'] === '"7"' || request.headers['if-modified-since'] !== undefined;
    response.writeHead(known ? 304 : 200, { etag: '"7"' }).end(known ? '' : 'Here');
  };

  test('are not sent again', async () => {
    const server = await serve({ '/a': conditional });
    const url = `${server.origin}/a`;
    const byTag = fetcher({ validators: { get: (asked) => (asked === url ? { etag: '"7"' } : null) } });
    expect(await byTag.fetch(url)).toEqual({ kind: 'unchanged', finalUrl: url });
    const byDate = fetcher({
      validators: { get: () => Promise.resolve({ lastModified: 'Tue, 12 Mar 2024 10:00:00 GMT' }) },
    });
    expect(await byDate.fetch(url)).toEqual({ kind: 'unchanged', finalUrl: url });
    expect(bodyOf(await fetcher({ validators: { get: () => null } }).fetch(url))).toBe('Here');
  });

  test('are told behind a redirect by their tag', async () => {
    const server = await serve({ '/a': { status: 302, headers: { location: '/b' } }, '/b': conditional });
    const url = `${server.origin}/a`;
    const validators = {
      get: (asked: string) =>
        asked === url ? { etag: '"7"', lastModified: 'Tue, 12 Mar 2024 10:00:00 GMT' } : null,
    };
    expect(await fetcher({ validators }).fetch(url)).toEqual({
      kind: 'unchanged',
      finalUrl: `${server.origin}/b`,
    });
    expect(server.requests.at(-1)?.headers['if-modified-since']).toBeUndefined();
  });

  test('a 304 that nobody asked for is a failure', async () => {
    const server = await serve({ '/a': { status: 304 } });
    expect(await failure(fetcher().fetch(`${server.origin}/a`))).toMatchObject({ code: 'fetch-status' });
  });
});
