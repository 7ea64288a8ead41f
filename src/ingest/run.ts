/** What one call of ingest carries along: its settings, its fetcher, its clock and its count. */

import { DEFAULT_SETTINGS } from '../config/load.ts';
import type { Settings } from '../config/options.ts';
import { fetchFailed } from '../errors.ts';
import { SYSTEM_CLOCK } from './clock.ts';
import { createFetcher, type Fetcher } from './fetch/fetcher.ts';
import type { IngestOptions, Progress } from './ingested.ts';

export interface Run {
  readonly settings: Settings;
  readonly fetcher: Fetcher;
  readonly standardInput: AsyncIterable<Uint8Array | string>;
  readonly count: Count;
  /** Aborted when the caller asks for it, or when the call is over. */
  readonly signal: AbortSignal;
  /** ISO 8601, UTC. */
  now(): string;
  close(): Promise<void>;
}

export function openRun(inputs: number, options: IngestOptions): Run {
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const clock = options.clock ?? SYSTEM_CLOCK;
  const over = new AbortController();
  const fetcher = settings.offline
    ? OFFLINE
    : createFetcher({
        userAgent: settings['user-agent'],
        timeoutMs: settings.timeout * 1000,
        maxBytes: settings['max-bytes'],
        maxRedirects: settings['max-redirects'],
        requestsPerSecond: settings['requests-per-second'],
        allowPrivateNetwork: settings['allow-private-network'],
        clock,
        validators: options.validators,
        lookup: options.lookup,
      });
  return {
    settings,
    fetcher,
    standardInput: options.standardInput ?? NOTHING,
    count: createCount(inputs, options.onProgress),
    signal: options.signal === undefined ? over.signal : AbortSignal.any([over.signal, options.signal]),
    now: () => new Date(clock.now()).toISOString(),
    async close() {
      over.abort();
      await fetcher.close();
    },
  };
}

/** What stands in for the network when nothing may be asked of it. */
const OFFLINE: Fetcher = {
  async fetch(url) {
    throw fetchFailed(url, 'not fetched, because of --offline');
  },
  async close() {},
};

/** Standard input when the caller gives none. */
const NOTHING: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
};

/** Counts articles. An input that turns out to hold `n` of them adds `n - 1` to the total. */
export interface Count {
  expect(more: number): void;
  /** From now on nobody can know the total. */
  expectUnknown(): void;
  done(location: string): void;
}

function createCount(inputs: number, onProgress: ((progress: Progress) => void) | undefined): Count {
  let done = 0;
  let total: number | null = inputs;
  return {
    expect(more) {
      if (total !== null) total += more;
    },
    expectUnknown() {
      total = null;
    },
    done(location) {
      done += 1;
      onProgress?.({ done, total, location });
    },
  };
}
