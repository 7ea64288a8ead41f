/** Fetchers and servers for tests; both are closed after each test of the file that imports this. */

import { afterEach } from 'vitest';

import {
  createFetcher,
  type Fetched,
  type Fetcher,
  type FetcherOptions,
} from '../../src/ingest/fetch/fetcher.ts';
import { startServer, type LoopbackServer, type Reply } from './loopback-server.ts';

/** A clock that jumps where others wait, and keeps how long they would have waited. */
export function testClock() {
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

export async function serve(replies: Readonly<Record<string, Reply>>): Promise<LoopbackServer> {
  const server = await startServer(replies);
  closing.push(server);
  return server;
}

export function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
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

export function bodyOf(fetched: Fetched): string {
  if (fetched.kind !== 'fetched') throw new Error('nothing was fetched');
  return Buffer.from(fetched.bytes).toString();
}

export async function failure(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error: unknown = await promise.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  const { code = '', message } = error as { code?: string; message: string };
  return { code, message };
}
