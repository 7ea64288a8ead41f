/** Private addresses: refused when the connection is made, whatever led there. */

import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';

import { bodyOf, failure, fetcher, serve } from '../../../test/support/fetching.ts';
import type { Fetcher } from './fetcher.ts';

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

  test.each(['169.254.169.254', '127.0.0.2', '[::1]', '0x7f000002', '10.0.0.1'])(
    'a redirect to %s is refused at the hop',
    async (host) => {
      const server = await serve({
        '/a': (request, response) => {
          response.writeHead(302, { location: `http://${host}:${request.socket.localPort}/secret` }).end();
        },
        '/secret': 'secret',
      });
      const { code, message } = await failure(onlyLoopback().fetch(`${server.origin}/a`));
      expect(code).toBe('address-refused');
      expect(message).toMatch(
        /\/secret: leads to the private address [\d.:]+; --allow-private-network permits that$/,
      );
      expect(server.paths()).toEqual(['/a']);
    },
  );
});
