/** Redirects, followed by hand so that every hop is checked like a first request. */

import { fetchFailed } from '../../errors.ts';
import type { Answer } from './request.ts';

export interface Arrived {
  readonly url: URL;
  readonly answer: Answer;
}

/** The answer at the end of the redirects. `hop` makes one request; it is called for every URL on the way. */
export async function followRedirects(
  start: URL,
  maxRedirects: number,
  hop: (url: URL) => Promise<Answer>,
): Promise<Arrived> {
  const seen = new Set<string>();
  let url = start;
  for (;;) {
    seen.add(url.href);
    const answer = await hop(url);
    const next = redirectTarget(answer, url);
    if (next === null) return { url, answer };
    if (!isWeb(next))
      throw fetchFailed(start.href, `redirects to ${next.protocol}, and only http: and https: are fetched`);
    if (seen.has(next.href))
      throw fetchFailed(start.href, `redirects in a circle, back to ${next.href}; it may want cookies`);
    if (seen.size > maxRedirects)
      throw fetchFailed(start.href, `more than ${maxRedirects} redirects; raise --max-redirects`);
    url = next;
  }
}

/** Whether a URL is of a kind that is fetched at all. */
export function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function redirectTarget({ status, headers }: Answer, base: URL): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  // Header bytes come in as Latin-1, while servers that do not escape a path send UTF-8.
  const target = Buffer.from(location, 'latin1').toString('utf8');
  if (!URL.canParse(target, base.href)) return null;
  const next = new URL(target, base);
  next.hash = next.hash === '' ? base.hash : next.hash;
  return next;
}
