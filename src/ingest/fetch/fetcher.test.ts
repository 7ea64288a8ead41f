/** Fetching: limits, redirects, retries, robots and refusals, against servers on loopback. */

import { once } from 'node:events';
import { createServer as createPlainServer, type AddressInfo, type LookupFunction } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';

import { startServer, type LoopbackServer, type Reply } from '../../../test/support/loopback-server.ts';
import { createFetcher, type Fetched, type Fetcher, type FetcherOptions } from './fetcher.ts';

/** A clock that jumps where others wait, and keeps how long they would have waited. */
function testClock() {
  const waits: number[] = [];
  let now = Date.UTC(2024, 2, 12);
  return {
    waits,
    now: () => now,
    sleep: (ms: number): Promise<void> => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function serve(replies: Readonly<Record<string, Reply>>): Promise<LoopbackServer> {
  const server = await startServer(replies);
  closing.push(server);
  return server;
}

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    userAgent: 'annalist/0.0.0 (test)',
    timeoutMs: 5_000,
    maxBytes: 100_000,
    maxRedirects: 5,
    requestsPerSecond: 1,
    allowPrivateNetwork: true,
    clock: testClock(),
    ...options,
  });
  closing.push(made);
  return made;
}

function bodyOf(fetched: Fetched): string {
  if (fetched.kind !== 'fetched') throw new Error('nothing was fetched');
  return Buffer.from(fetched.bytes).toString();
}

async function failure(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error: unknown = await promise.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  const { code = '', message } = error as { code?: string; message: string };
  return { code, message };
}

describe('a page', () => {
  test('comes with its status, its headers without cookies, and when it came', async () => {
    const server = await serve({
      '/a': { headers: { ETag: '"1"', 'Set-Cookie': ['a=b', 'c=d'], 'X-Two': ['1', '2'] }, body: 'Hello' },
    });
    const fetched = await fetcher().fetch(`${server.origin}/a#part`);
    expect(fetched).toMatchObject({
      kind: 'fetched',
      status: 200,
      finalUrl: `${server.origin}/a`,
      retrieved: '2024-03-12T00:00:00.000Z',
    });
    expect(fetched).toMatchObject({ headers: { etag: '"1"', 'x-two': '1, 2' } });
    expect(Object.keys((fetched as { headers: object }).headers)).not.toContain('set-cookie');
    expect(bodyOf(fetched)).toBe('Hello');
  });

  test('is asked for under our own name, and without cookies', async () => {
    const server = await serve({ '/a': 'Hello' });
    await fetcher().fetch(`${server.origin}/a`);
    for (const { headers } of server.requests) {
      expect(headers['user-agent']).toBe('annalist/0.0.0 (test)');
      expect(headers.cookie).toBeUndefined();
    }
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['gzip, br', (body: string) => brotliCompressSync(gzipSync(body))],
    ['identity', (body: string) => Buffer.from(body)],
  ])('is unpacked from %s', async (encoding, pack) => {
    const text = 'The bridge over the Quiet River is closed. '.repeat(200);
    const server = await serve({ '/a': { headers: { 'content-encoding': encoding }, body: pack(text) } });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toBe(text);
  });

  test('is fetched directly even where the environment names a proxy', async () => {
    const server = await serve({ '/a': 'Hello' });
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: 'http://127.0.0.1:1',
      http_proxy: 'http://127.0.0.1:1',
      ALL_PROXY: 'http://127.0.0.1:1',
    });
    try {
      expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toBe('Hello');
    } finally {
      process.env = before;
    }
  });
});

describe('limits', () => {
  test.each([
    ['a plain body', {}, Buffer.alloc(200_000, 'a')],
    ['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(60_000_000))],
    ['a brotli bomb', { 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(60_000_000))],
    ['a bomb in a bomb', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(60_000_000)))],
  ])('%s over the cap is refused', async (_name, headers, body) => {
    const server = await serve({ '/a': { headers, body } });
    const before = process.memoryUsage().arrayBuffers;
    const { code, message } = await failure(fetcher().fetch(`${server.origin}/a`));
    expect(code).toBe('input-too-large');
    expect(message).toContain('raise --max-bytes');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  test('a body of exactly the cap is taken', async () => {
    const server = await serve({ '/a': Buffer.alloc(100_000, 'a') });
    expect(bodyOf(await fetcher().fetch(`${server.origin}/a`))).toHaveLength(100_000);
  });

  test('damaged and unknown compression is said to be so', async () => {
    const whole = gzipSync('The bridge is closed. '.repeat(500));
    const server = await serve({
      '/damaged': { headers: { 'content-encoding': 'gzip' }, body: 'not gzip at all' },
      '/cut': { headers: { 'content-encoding': 'gzip' }, body: whole.subarray(0, whole.length - 20) },
      '/unknown': { headers: { 'content-encoding': 'compress' }, body: 'abc' },
    });
    const one = fetcher();
    expect((await failure(one.fetch(`${server.origin}/damaged`))).message).toContain(
      'compression is damaged',
    );
    expect((await failure(one.fetch(`${server.origin}/cut`))).message).toContain('compression is damaged');
    expect((await failure(one.fetch(`${server.origin}/unknown`))).message).toContain('(compress)');
  });

  test('a server that sends too slowly is given up', async () => {
    const server = await serve({
      '/a': (_request, response) => {
        const timer = setInterval(() => response.write('a'), 20);
        response.on('close', () => clearInterval(timer));
      },
    });
    const started = performance.now();
    const { code, message } = await failure(fetcher({ timeoutMs: 300 }).fetch(`${server.origin}/a`));
    expect(code).toBe('fetch-failed');
    expect(message).toBe(`${server.origin}/a: not all of it arrived within 0.3 s; raise --timeout`);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('redirects share one time limit', async () => {
    const slowly =
      (target: string): Reply =>
      (_request, response) => {
        setTimeout(() => response.writeHead(302, { location: target }).end(), 150);
      };
    const server = await serve({ '/a': slowly('/b'), '/b': slowly('/c'), '/c': slowly('/d'), '/d': 'end' });
    const { message } = await failure(fetcher({ timeoutMs: 350 }).fetch(`${server.origin}/a`));
    expect(message).toContain('within 0.35 s');
  });

  test('an answer that breaks off is no page', async () => {
    const server = await serve({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('only this');
        setTimeout(() => response.destroy(), 20);
      },
    });
    expect((await failure(fetcher().fetch(`${server.origin}/a`))).message).toMatch(/broke off/);
  });
});

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
      validators: { get: () => ({ lastModified: 'Tue, 12 Mar 2024 10:00:00 GMT' }) },
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

describe('private addresses', () => {
  const refusing = (lookup?: LookupFunction): Fetcher => fetcher({ allowPrivateNetwork: false, lookup });

  test.each([
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '[::]',
  ])('%s is refused before anything is sent', async (host) => {
    const server = await serve({ '/a': 'secret' });
    const { code, message } = await failure(refusing().fetch(`http://${host}:${server.port}/a`));
    expect(code).toBe('address-refused');
    expect(message).toContain('--allow-private-network');
    expect(server.requests).toHaveLength(0);
  });

  const answering =
    (...addresses: readonly string[]): LookupFunction =>
    (_host, options, callback) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      if (options.all === true) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
    };

  test.each([[['127.0.0.1']], [['93.184.215.14', '127.0.0.1']], [['::ffff:127.0.0.1']], [['fd00::1']]])(
    'a name that leads to %j is refused',
    async (addresses) => {
      const server = await serve({ '/a': 'secret' });
      const { code } = await failure(
        refusing(answering(...addresses)).fetch(`http://news.example:${server.port}/a`),
      );
      expect(code).toBe('address-refused');
      expect(server.requests).toHaveLength(0);
    },
  );

  /** All servers of a test are on loopback, so here only the others are refused. */
  const onlyLoopback = (lookup?: LookupFunction): Fetcher =>
    fetcher({ allowPrivateNetwork: false, lookup, isRefused: (address) => address !== '127.0.0.1' });

  test('a name that leads elsewhere the second time is refused the second time', async () => {
    // An open connection is used again without a lookup, so the server closes them.
    const headers = { connection: 'close' };
    const server = await serve({ '/a': { headers, body: 'Here' }, '/robots.txt': { status: 404, headers } });
    let addresses = ['127.0.0.1'];
    const one = onlyLoopback((host, options, callback) => answering(...addresses)(host, options, callback));
    const url = `http://news.example:${server.port}/a`;
    expect(bodyOf(await one.fetch(url))).toBe('Here');
    addresses = ['10.0.0.1'];
    const { code, message } = await failure(one.fetch(url));
    expect(code).toBe('address-refused');
    expect(message).toContain('10.0.0.1');
  });

  test('a redirect into the private network is refused at the hop', async () => {
    const server = await serve({
      '/a': { status: 302, headers: { location: 'http://169.254.169.254/latest' } },
    });
    const { code, message } = await failure(onlyLoopback().fetch(`${server.origin}/a`));
    expect(code).toBe('address-refused');
    expect(message).toContain('http://169.254.169.254/latest: leads to the private address 169.254.169.254');
  });
});

describe('what is no page of the web', () => {
  test.each([
    ['ftp://example.org/a', 'only http: and https: are fetched, not ftp:'],
    ['javascript:alert(1)', 'only http: and https:'],
    ['http://', 'not a URL'],
    ['http://exa mple/', 'not a URL'],
  ])('%s', async (url, message) => {
    expect((await failure(fetcher().fetch(url))).message).toContain(message);
  });
});

describe('servers that are not there', () => {
  test('a refused connection says so', async () => {
    const server = await startServer({});
    await server.close();
    const { code, message } = await failure(fetcher().fetch(`${server.origin}/a`));
    expect(code).toBe('fetch-failed');
    expect(message).toContain('the connection was refused');
  });

  test('a name that does not exist says so', async () => {
    const lookup: LookupFunction = (host, _options, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '', 0);
    expect((await failure(fetcher({ lookup }).fetch('http://nowhere.example/'))).message).toContain(
      'no such host',
    );
  });

  test('a server without TLS says so', async () => {
    const server = await serve({ '/a': 'plain' });
    const { code, message } = await failure(fetcher().fetch(`https://127.0.0.1:${server.port}/a`));
    expect(code).toBe('fetch-failed');
    expect(message).toContain('no secure connection');
  });

  test('a TLS server without a certificate says so', async () => {
    const server = createTlsServer(() => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { message } = await failure(fetcher().fetch(`https://127.0.0.1:${port}/a`));
    server.close();
    expect(message).toContain('no secure connection');
  });

  test('a server that does not speak HTTP says so', async () => {
    const server = createPlainServer((socket) => socket.end('220 mail ready\r\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { message } = await failure(fetcher().fetch(`http://127.0.0.1:${port}/a`));
    server.close();
    expect(message).toContain('does not speak HTTP');
  });
});

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

test('an aborted fetch throws the reason of the abort', async () => {
  const server = await serve({ '/a': () => undefined });
  const controller = new AbortController();
  const fetching = fetcher().fetch(`${server.origin}/a`, controller.signal);
  setTimeout(() => controller.abort(new Error('enough')), 50);
  await expect(fetching).rejects.toThrow('enough');
});
