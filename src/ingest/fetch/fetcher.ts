/** The fetcher: one page from the web, politely, within limits, and from public addresses only. */

import type { Agent } from 'undici';

import { addressRefused, AnnalistError, fetchFailed, fetchStatus, inputTooLarge } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import { TooManyBytes, type Limit } from '../gather.ts';
import { createBudget, type Budget } from './budget.ts';
import { guardedAgent, type ConnectionOptions } from './guarded-connection.ts';
import { createPace, type Pace } from './pace.ts';
import { isConnectionReset, problemOf, refusedAddress } from './problem.ts';
import { UnknownCompression } from './read-body.ts';
import { followRedirects, isWeb } from './redirect.ts';
import { requestOnce, type Answer } from './request.ts';
import { backoffMs, retryAfterMs } from './retry.ts';
import { createRobots, MAX_ROBOTS_BYTES, type Robots } from './robots.ts';
import { conditions, type Validators } from './validators.ts';

export interface FetcherOptions extends ConnectionOptions {
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly requestsPerSecond: number;
  readonly clock: Clock;
  readonly validators?: Validators | undefined;
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

export function createFetcher(options: FetcherOptions): Fetcher {
  const agent = guardedAgent(options);
  const robots = createRobots(
    (url, signal) => loadRobots(url, { options, agent }, signal),
    options.userAgent,
  );
  const web: Web = { options, agent, robots, pace: createPace(options.clock) };
  return {
    async fetch(url, signal) {
      const start = webUrl(url);
      try {
        return await fetchPage(start, web, signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw failureOf(url, error, options);
      }
    },
    close: () => agent.destroy(),
  };
}

/** What requests are made with. */
interface Wire {
  readonly options: FetcherOptions;
  readonly agent: Agent;
}

interface Web extends Wire {
  readonly robots: Robots;
  readonly pace: Pace;
}

function webUrl(url: string): URL {
  if (!URL.canParse(url)) throw fetchFailed(url, 'not a URL; check how it is written');
  const parsed = new URL(url);
  if (!isWeb(parsed)) throw fetchFailed(url, `only http: and https: are fetched, not ${parsed.protocol}`);
  return parsed;
}

async function fetchPage(start: URL, web: Web, signal: AbortSignal | undefined): Promise<Fetched> {
  const { maxRedirects, timeoutMs, validators, clock } = web.options;
  const budget = createBudget(timeoutMs, signal);
  let conditional = false;
  const { url, answer } = await followRedirects(start, maxRedirects, async (next) => {
    const headers = await conditions(next.href, start.href, validators);
    conditional = Object.keys(headers).length > 0;
    return hop(next, web, budget, headers, signal);
  });
  const final = new URL(url);
  final.hash = '';
  // Whoever was named before the host is nobody's business but the caller's; the address is kept for ever.
  final.username = '';
  final.password = '';
  if (answer.status === 304 && conditional) return { kind: 'unchanged', finalUrl: final.href };
  if (answer.status < 200 || answer.status >= 300) throw fetchStatus(start.href, answer.status);
  return { kind: 'fetched', finalUrl: final.href, retrieved: new Date(clock.now()).toISOString(), ...answer };
}

type HeaderLines = Readonly<Record<string, string>>;

/** How often a request is made again after a reset connection, a 429 or a 503. */
const MAX_RETRIES = 2;

/** One hop of a page: allowed by robots.txt, in its turn, and tried again where that helps. */
async function hop(
  url: URL,
  web: Web,
  budget: Budget,
  headers: HeaderLines,
  signal?: AbortSignal,
): Promise<Answer> {
  const { clock, requestsPerSecond, maxBytes } = web.options;
  const { delayMs } = await web.robots.check(url, signal);
  const pauseMs = Math.max(delayMs, 1000 / requestsPerSecond);
  for (let retries = 0; ; retries += 1) {
    await web.pace.turn(url.hostname, pauseMs, signal);
    const outcome = await attempt(() => ask(url, web, budget, headers, { maxBytes }));
    const waitMs = retries < MAX_RETRIES ? waitBeforeRetry(outcome, retries, clock) : null;
    if (waitMs !== null) await clock.sleep(waitMs, signal);
    else if ('error' in outcome) throw outcome.error;
    else return outcome.answer;
  }
}

function ask(
  url: URL,
  { options, agent }: Wire,
  budget: Budget,
  headers: HeaderLines,
  limit: Limit,
): Promise<Answer> {
  const lines = { 'user-agent': options.userAgent, ...headers };
  return budget.spend((signal) => requestOnce(url, { dispatcher: agent, signal, headers: lines, ...limit }));
}

/** Redirects of a robots.txt that are followed (RFC 9309, section 2.3.1.2). */
const MAX_ROBOTS_REDIRECTS = 5;

/** Asks for a robots.txt at once: it is one request in a run, and no page waits a second for it. */
async function loadRobots(url: URL, wire: Wire, signal?: AbortSignal): Promise<Answer> {
  const budget = createBudget(wire.options.timeoutMs, signal);
  try {
    const arrived = await followRedirects(url, MAX_ROBOTS_REDIRECTS, (next) =>
      ask(next, wire, budget, {}, { maxBytes: MAX_ROBOTS_BYTES, cut: true }),
    );
    return arrived.answer;
  } catch (error) {
    // Redirects that lead nowhere: the RFC lets us take it for a file that is not there.
    if (error instanceof AnnalistError) return NO_ROBOTS;
    throw error;
  }
}

const NO_ROBOTS: Answer = { status: 404, headers: {}, bytes: new Uint8Array(0) };

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

function failureOf(url: string, error: unknown, { timeoutMs, maxBytes }: FetcherOptions): AnnalistError {
  if (error instanceof AnnalistError) return error;
  const address = refusedAddress(error);
  if (address !== null) return addressRefused(url, address);
  if (error instanceof TooManyBytes) return inputTooLarge(url, maxBytes, '--max-bytes');
  if (error instanceof UnknownCompression) {
    return fetchFailed(url, `packed in a way that cannot be undone here (${error.message})`, error);
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return fetchFailed(url, `not all of it arrived within ${timeoutMs / 1000} s; raise --timeout`, error);
  }
  return fetchFailed(url, problemOf(error), error);
}
