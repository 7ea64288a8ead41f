/** Obeying robots.txt (RFC 9309): asked for once per origin and run, and consulted before every request. */

import * as robotsParser from 'robots-parser';

import {
  addressRefused,
  type AnnalistError,
  fetchFailed,
  robotsForbids,
  robotsUnreadable,
} from '../../errors.ts';
import { decodeBytes } from '../charset.ts';
import type { Answer } from './request.ts';
import { problemOf, refusedAddress } from './problem.ts';

/** The package is CommonJS and its types say otherwise: what is called its default export is the module itself. */
const parseRobots = robotsParser.default as unknown as typeof robotsParser.default.default;

/** What robots.txt says for one page. */
export interface RobotsVerdict {
  /** Least time between two requests that the site asks for, in milliseconds, at most MAX_CRAWL_DELAY_MS. */
  readonly delayMs: number;
}

/** Throws `robots-forbids` (or the network's error) when the page must not be fetched. */
export interface Robots {
  check(url: URL, signal?: AbortSignal): Promise<RobotsVerdict>;
}

/** Longest crawl delay that is kept. Sites that ask for hours mean "stay away" and can say so with `Disallow`. */
export const MAX_CRAWL_DELAY_MS = 30_000;

/** How much of a robots.txt is read: the least that RFC 9309, section 2.5, lets a crawler read. */
export const MAX_ROBOTS_BYTES = 512_000;

/** Lines longer than this, in characters, are not rules for anybody; matching them would only take time. */
const MAX_LINE = 2_000;

type Rules = ReturnType<typeof parseRules>;

/** What is known of one origin: its rules, null when everything is allowed, or why nothing may be fetched. */
type Known = { readonly rules: Rules | null } | { readonly problem: unknown };

/**
 * `load` fetches a robots.txt with redirects followed; `userAgent` is the whole header value, of which
 * the product token counts.
 */
export function createRobots(
  load: (url: URL, signal?: AbortSignal) => Promise<Answer>,
  userAgent: string,
): Robots {
  const known = new Map<string, Promise<Known>>();
  const token = productToken(userAgent);
  return {
    async check(url, signal) {
      const robotsUrl = new URL('/robots.txt', url);
      let entry = known.get(url.origin);
      if (entry === undefined) {
        entry = loadRules(robotsUrl, load, signal);
        known.set(url.origin, entry);
      }
      return verdict(url, robotsUrl, await entry, token);
    },
  };
}

/** "annalist" of "annalist/0.1.0 (…)". */
export function productToken(userAgent: string): string {
  return /^[^/\s(]+/.exec(userAgent.trim())?.[0] ?? '*';
}

async function loadRules(
  robotsUrl: URL,
  load: (url: URL, signal?: AbortSignal) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Known> {
  try {
    const answer = await load(robotsUrl, signal);
    // 2xx brings rules; 4xx means there are none; a redirect that leads nowhere counts as 4xx (RFC 9309, 2.3.1).
    if (answer.status >= 500) return { problem: `the server answered ${answer.status}` };
    return { rules: answer.status < 300 ? parseRules(robotsUrl, answer.bytes) : null };
  } catch (error) {
    return { problem: error };
  }
}

function parseRules(robotsUrl: URL, bytes: Uint8Array) {
  const { text } = decodeBytes(bytes.subarray(0, MAX_ROBOTS_BYTES));
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.length > MAX_LINE ? '' : line));
  return parseRobots(robotsUrl.href, lines.join('\n'));
}

function verdict(url: URL, robotsUrl: URL, known: Known, token: string): RobotsVerdict {
  if ('problem' in known) throw unreachable(url.href, robotsUrl.href, known.problem);
  const { rules } = known;
  if (rules === null) return { delayMs: 0 };
  if (rules.isAllowed(url.href, token) === false) {
    const line = rules.getMatchingLineNumber(url.href, token);
    throw robotsForbids(url.href, robotsUrl.href, line > 0 ? line : null);
  }
  const delayMs = (rules.getCrawlDelay(token) ?? 0) * 1000;
  return { delayMs: Math.min(Math.max(delayMs, 0), MAX_CRAWL_DELAY_MS) };
}

/** An answer of 5xx forbids; a server that is not there gives the error that the page would give too. */
function unreachable(url: string, robotsUrl: string, problem: unknown): AnnalistError {
  if (typeof problem === 'string') return robotsUnreadable(url, robotsUrl, problem);
  const address = refusedAddress(problem);
  if (address !== null) return addressRefused(url, address);
  return fetchFailed(url, `${problemOf(problem)} (found when asking for its robots.txt)`, problem);
}
