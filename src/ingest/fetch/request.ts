/** One request and its answer, with no redirect followed and nothing tried twice. */

import { request, type Dispatcher } from 'undici';

import type { Limit } from '../gather.ts';
import { ACCEPTED_COMPRESSION, readBody } from './read-body.ts';

/** What came back. `bytes` is empty for a redirect or an error status, whose bodies nobody reads. */
export interface Answer {
  readonly status: number;
  /** Lower-case names, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface RequestOptions extends Limit {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Asked for in this order; servers that look at it send the page and not its data feed. */
const ACCEPT =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5';

/** Throws undici's errors, TooManyBytes, or the reason of `signal`. */
export async function requestOnce(
  url: URL,
  { dispatcher, headers, signal, ...limit }: RequestOptions,
): Promise<Answer> {
  const target = new URL(url);
  target.hash = '';
  const answer = await request(target, {
    dispatcher,
    signal,
    headers: { accept: ACCEPT, 'accept-encoding': ACCEPTED_COMPRESSION, ...headers },
  });
  const status = answer.statusCode;
  const received = plainHeaders(answer.headers);
  if (status < 200 || status >= 300) {
    await discard(answer.body);
    return { status, headers: received, bytes: new Uint8Array(0) };
  }
  const bytes = await readBody(answer.body, received['content-encoding'] ?? '', limit);
  return { status, headers: received, bytes };
}

/** A body of this many bytes is read to its end so that the connection can be used again; a longer one ends it. */
const MAX_DISCARDED_BYTES = 65_536;

async function discard(body: Dispatcher.ResponseData['body']): Promise<void> {
  // What happens to a body that nobody wants is no news: its status is already known.
  await body.dump({ limit: MAX_DISCARDED_BYTES }).catch(() => undefined);
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    // Cookies are somebody's, and a capture is kept and shown for ever.
    if (value === undefined || key === 'set-cookie' || key === 'set-cookie2') continue;
    plain[key] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
