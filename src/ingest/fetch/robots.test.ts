/** Politeness: robots.txt and the pause between two pages of a host. */

import { describe, expect, test } from 'vitest';

import { bodyOf, failure, fetcher, serve, testClock } from '../../../test/support/fetching.ts';

describe('robots.txt', () => {
  test('forbids, and the message names the line', async () => {
    const server = await serve({
      '/robots.txt': '# rules\nUser-agent: *\nDisallow: /closed/\n',
      '/closed/a': 'secret',
      '/open/a': 'Here',
    });
    const one = fetcher();
    const { code, message } = await failure(one.fetch(`${server.origin}/closed/a`));
    expect(code).toBe('robots-forbids');
    expect(message).toContain(`${server.origin}/robots.txt line 3 forbids it`);
    expect(bodyOf(await one.fetch(`${server.origin}/open/a`))).toBe('Here');
    expect(server.paths()).toEqual(['/open/a']);
  });

  test('is asked for once per origin, also by pages that are fetched at once', async () => {
    const server = await serve({ '/a': 'A', '/b': 'B' });
    const one = fetcher();
    await Promise.all([one.fetch(`${server.origin}/a`), one.fetch(`${server.origin}/b`)]);
    await one.fetch(`${server.origin}/a`);
    expect(server.requests.filter(({ url }) => url === '/robots.txt')).toHaveLength(1);
  });

  test('has rules for us by the name before the slash', async () => {
    const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: Annalist\nAllow: /\n';
    const server = await serve({ '/robots.txt': robots, '/a': 'Here' });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toBe('Here');
    expect(await failure(fetcher({ userAgent: 'other (x)' }).fetch(`${server.origin}/a`))).toMatchObject({
      code: 'robots-forbids',
    });
  });

  test.each([401, 403, 404, 429])('that answers %i allows everything', async (status) => {
    const server = await serve({ '/robots.txt': { status }, '/a': 'Here' });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toBe('Here');
  });

  test.each([500, 503])('that answers %i forbids everything and says why', async (status) => {
    const server = await serve({ '/robots.txt': { status }, '/a': 'Here' });
    const { code, message } = await failure(fetcher().fetch(`${server.origin}/a`));
    expect(code).toBe('robots-forbids');
    expect(message).toContain(`/robots.txt cannot be read (the server answered ${status})`);
    expect(server.paths()).toEqual([]);
  });

  test('that is not UTF-8, or is a web page, or is endless, stops nobody', async () => {
    const page = await serve({ '/robots.txt': '<!doctype html><p>Disallow: /', '/a': 'Here' });
    const latin = await serve({
      '/robots.txt': Buffer.from('# caf\xe9\xff\nUser-agent: *\nDisallow: /caf\xe9', 'latin1'),
      '/a': 'Here',
    });
    const endless = await serve({ '/robots.txt': Buffer.alloc(3_000_000, 'User-agent: *\n'), '/a': 'Here' });
    for (const { origin } of [page, latin, endless])
      expect(bodyOf(await fetcher().fetch(`${origin}/a`))).toBe('Here');
  });

  test('is read as far as the standard asks, however long it is', async () => {
    const body = `User-agent: *\nDisallow: /closed/\n${'# and so on\n'.repeat(100_000)}`;
    const server = await serve({ '/robots.txt': body, '/closed/a': 'secret', '/a': 'Here' });
    const one = fetcher();
    expect(await failure(one.fetch(`${server.origin}/closed/a`))).toMatchObject({ code: 'robots-forbids' });
    expect(bodyOf(await one.fetch(`${server.origin}/a`))).toBe('Here');
  });

  test('is followed through redirects', async () => {
    const server = await serve({
      '/robots.txt': { status: 301, headers: { location: '/rules' } },
      '/rules': 'User-agent: *\nDisallow: /a',
      '/a': 'secret',
    });
    expect(await failure(fetcher().fetch(`${server.origin}/a`))).toMatchObject({ code: 'robots-forbids' });
  });

  test('may ask for a longer pause, up to a limit', async () => {
    for (const [asked, kept] of [
      [5, 5_000],
      [600, 30_000],
      [0.1, 1_000],
    ] as const) {
      const server = await serve({
        '/robots.txt': `User-agent: *\nCrawl-delay: ${asked}`,
        '/a': 'A',
        '/b': 'B',
      });
      const clock = testClock();
      const one = fetcher({ clock });
      await one.fetch(`${server.origin}/a`);
      await one.fetch(`${server.origin}/b`);
      expect(clock.waits).toEqual([kept]);
    }
  });
});

describe('politeness', () => {
  test('leaves a host alone for a second between two pages', async () => {
    const server = await serve({ '/a': 'A', '/b': 'B', '/c': 'C' });
    const clock = testClock();
    const one = fetcher({ clock });
    for (const path of ['/a', '/b', '/c']) await one.fetch(`${server.origin}${path}`);
    expect(clock.waits).toEqual([1_000, 1_000]);
  });

  test('is as quick as it is told to be', async () => {
    const server = await serve({ '/a': 'A', '/b': 'B' });
    const clock = testClock();
    const one = fetcher({ clock, requestsPerSecond: 4 });
    await one.fetch(`${server.origin}/a`);
    await one.fetch(`${server.origin}/b`);
    expect(clock.waits).toEqual([250]);
  });
});
