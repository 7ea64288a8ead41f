/** Fetching a page: what comes with it, its limits, and servers that fail. */

import { once } from 'node:events';
import { createServer as createPlainServer, type AddressInfo, type LookupFunction } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { bodyOf, failure, fetcher, serve } from '../../../test/support/fetching.ts';
import { startServer, type Reply } from '../../../test/support/loopback-server.ts';

describe('a page', () => {
  test('comes with its status, its headers without cookies, and when it came', async () => {
    const server = await serve({
      '/a': { headers: { ETag: '"1"', 'Set-Cookie': ['a=b', 'c=d'], 'X-Two': ['1', '2'] }, body: 'Hello' },
    });
    const fetched = await fetcher().fetch(`${server.origin.replace('//', '//name:secret@')}/a#part`);
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

test('an aborted fetch throws the reason of the abort', async () => {
  const server = await serve({ '/a': () => undefined });
  const controller = new AbortController();
  const fetching = fetcher().fetch(`${server.origin}/a`, controller.signal);
  setTimeout(() => controller.abort(new Error('enough')), 50);
  await expect(fetching).rejects.toThrow('enough');
});
