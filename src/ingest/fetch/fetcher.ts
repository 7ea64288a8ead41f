/** The fetcher: one page from the web, politely, within limits, and from public addresses only. */

import type { LookupFunction } from 'node:net';

import { addressRefused, AnnalistError, fetchFailed, fetchStatus, inputTooLarge } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import { TooManyBytes } from '../gather.ts';
import { guardedAgent } from './guarded-connection.ts';
import { createPace } from './pace.ts';
import { isConnectionReset, problemOf, refusedAddress } from './problem.ts';
import { UnknownCompression } from './read-body.ts';
import { followRedirects, isWeb } from './redirect.ts';
import { requestOnce, type Answer } from './request.ts';
import { backoffMs, retryAfterMs } from './retry.ts';
import { createRobots, MAX_ROBOTS_BYTES } from './robots.ts';

/** What an earlier fetch of a URL left, so that the server need not send again what has not changed. */
export interface Validators {
  get(url: string): { readonly etag?: string | null; readonly lastModified?: string | null } | null;
}

export interface FetcherOptions {
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly requestsPerSecond: number;
  readonly allowPrivateNetwork: boolean;
  readonly clock: Clock;
  readonly validators?: Validators | undefined;
  /** How names become addresses; the system's way unless given. Its answers are checked all the same. */
  readonly lookup?: LookupFunction | undefined;
  readonly isRefused?: ((address: string) => boolean) | undefined;
}

/** A page as it was fetched, or word that it is as it was. `finalUrl` is after redirects, without a fragment. */
export type Fetched =
  | { readonly kind: 'unchanged'; readonly finalUrl: string }
  | ({ readonly kind: 'fetched'; readonly finalUrl: string; readonly retrieved: string } & Answer);

export interface Fetcher {
  /** Throws an AnnalistError when the page cannot be had, or the reason of `signal`. */
  fetch(url: string, signal?: AbortSignal): Promise<Fetched>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** How often a request is made again after a reset connection, a 429 or a 503. */
const MAX_RETRIES = 2;

/** Redirects of a robots.txt that are followed (RFC 9309, section 2.3.1.2). */
const MAX_ROBOTS_REDIRECTS = 5;

export function createFetcher(options: FetcherOptions): Fetcher {
  const dispatcher = guardedAgent(options);
  const pace = createPace(options.clock);
  const robots = createRobots(loadRobots, options.userAgent);

  async function ask(
    url: URL,
    budget: Budget,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
  ): Promise<Answer> {
    return budget.spend((signal) =>
      requestOnce(url, {
        dispatcher,
        signal,
        maxBytes,
        headers: { 'user-agent': options.userAgent, ...headers },
      }),
    );
  }

  async function loadRobots(url: URL, signal?: AbortSignal): Promise<Answer> {
    const budget = createBudget(options.timeoutMs, signal);
    const hop = (next: URL) => ask(next, budget, {}, MAX_ROBOTS_BYTES);
    try {
      return (await followRedirects(url, MAX_ROBOTS_REDIRECTS, hop)).answer;
    } catch (error) {
      // Too many redirects or an endless file: the RFC lets us take it for a file that is not there.
      if (error instanceof AnnalistError || error instanceof TooManyBytes)
        return { status: 404, headers: {}, bytes: new Uint8Array(0) };
      throw error;
    }
  }

  /** One hop of a page: allowed by robots.txt, in its turn, and tried again where that helps. */
  async function hop(
    url: URL,
    budget: Budget,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { delayMs } = await robots.check(url, signal);
    const pauseMs = Math.max(delayMs, 1000 / options.requestsPerSecond);
    for (let retries = 0; ; retries += 1) {
      await pace.turn(url.hostname, pauseMs, signal);
      const outcome = await attempt(() => ask(url, budget, headers, options.maxBytes));
      const waitMs = retries < MAX_RETRIES ? waitBeforeRetry(outcome, retries, options.clock) : null;
      if (waitMs !== null) await options.clock.sleep(waitMs, signal);
      else if ('error' in outcome) throw outcome.error;
      else return outcome.answer;
    }
  }

  async function fetchPage(start: URL, signal?: AbortSignal): Promise<Fetched> {
    const budget = createBudget(options.timeoutMs, signal);
    let conditional = false;
    const { url, answer } = await followRedirects(start, options.maxRedirects, (next) => {
      const headers = conditions(next.href, start.href, options.validators);
      conditional = Object.keys(headers).length > 0;
      return hop(next, budget, headers, signal);
    });
    url.hash = '';
    if (answer.status === 304 && conditional) return { kind: 'unchanged', finalUrl: url.href };
    if (answer.status < 200 || answer.status >= 300) throw fetchStatus(start.href, answer.status);
    return {
      kind: 'fetched',
      finalUrl: url.href,
      retrieved: new Date(options.clock.now()).toISOString(),
      ...answer,
    };
  }

  return {
    async fetch(url, signal) {
      const start = webUrl(url);
      try {
        return await fetchPage(start, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw failureOf(url, error, options);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function webUrl(url: string): URL {
  if (!URL.canParse(url)) throw fetchFailed(url, 'not a URL; check how it is written');
  const parsed = new URL(url);
  if (!isWeb(parsed)) throw fetchFailed(url, `only http: and https: are fetched, not ${parsed.protocol}`);
  return parsed;
}

type Outcome = { readonly answer: Answer } | { readonly error: unknown };

async function attempt(run: () => Promise<Answer>): Promise<Outcome> {
  try {
    return { answer: await run() };
  } catch (error) {
    return { error };
  }
}

/** Milliseconds to wait before the same request again; null where a second try would not help. */
function waitBeforeRetry(outcome: Outcome, retries: number, clock: Clock): number | null {
  if ('error' in outcome) return isConnectionReset(outcome.error) ? backoffMs(retries) : null;
  const { status, headers } = outcome.answer;
  if (status !== 429 && status !== 503) return null;
  return retryAfterMs(headers['retry-after'], retries, clock.now());
}

/** Headers that ask for the page only if it has changed. */
function conditions(url: string, start: string, validators: Validators | undefined): Record<string, string> {
  const own = validators?.get(url) ?? null;
  // Behind a redirect only the tag is safe: a date says nothing when the redirect leads elsewhere today.
  const kept = own ?? { etag: validators?.get(start)?.etag ?? null };
  const headers: Record<string, string> = {};
  if (typeof kept.etag === 'string' && kept.etag !== '') headers['if-none-match'] = kept.etag;
  if (typeof kept.lastModified === 'string' && kept.lastModified !== '')
    headers['if-modified-since'] = kept.lastModified;
  return headers;
}

/** The time that a page may still take. Waiting for one's turn or for a retry is not taken from it. */
interface Budget {
  spend(run: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>;
}

function createBudget(timeoutMs: number, stop: AbortSignal | undefined): Budget {
  let leftMs = timeoutMs;
  return {
    async spend(run) {
      const started = performance.now();
      const timeout = AbortSignal.timeout(Math.max(0, Math.round(leftMs)));
      try {
        return await run(stop === undefined ? timeout : AbortSignal.any([timeout, stop]));
      } finally {
        leftMs -= performance.now() - started;
      }
    },
  };
}

function failureOf(url: string, error: unknown, { timeoutMs, maxBytes }: FetcherOptions): AnnalistError {
  if (error instanceof AnnalistError) return error;
  const address = refusedAddress(error);
  if (address !== null) return addressRefused(url, address);
  if (error instanceof TooManyBytes) return inputTooLarge(url, maxBytes, '--max-bytes');
  if (error instanceof UnknownCompression)
    return fetchFailed(url, `packed in a way that cannot be undone here (${error.message})`, error);
  if (error instanceof Error && error.name === 'TimeoutError') {
    return fetchFailed(url, `not all of it arrived within ${timeoutMs / 1000} s; raise --timeout`, error);
  }
  return fetchFailed(url, problemOf(error), error);
}
