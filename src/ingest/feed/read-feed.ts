/** From a feed to pages: each entry's page is fetched, and the entry's own text stands in where that fails. */

import { parseHTML } from 'linkedom';

import { NO_GIVEN_FACTS, type GivenFacts, type Page } from '../../document/page.ts';
import { AnnalistError, feedInvalid, fetchFailed } from '../../errors.ts';
import type { Fetched } from '../fetch/fetcher.ts';
import { inOrder } from '../in-order.ts';
import type { Ingested } from '../ingested.ts';
import { fetchedOrigin, pageOf, understand, type Origin } from '../origin.ts';
import type { Run } from '../run.ts';
import { articleUrl } from './article-url.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { parseFeed } from './parse-feed.ts';

/** Entries in the order of the feed; a link that comes twice is fetched once. */
export async function* readFeed(text: string, origin: Origin, run: Run): AsyncGenerator<Ingested> {
  const feed = parseFeed(text, origin.location);
  const base = origin.finalUrl ?? feed.base;
  const entries = unique(feed.entries.map((entry) => ({ entry, url: resolvedLink(entry.link, base) })));
  if (entries.length === 0) yield { notice: 'the feed has no entries', location: origin.location };
  run.count.expect(entries.length - 1);
  if (entries.length === 0) return;
  const context = { feed, origin, run };
  const opened = inOrder([...entries.entries()], run.settings.fetches, async ([index, { entry, url }]) => {
    const name = url ?? `${origin.location} entry ${index + 1}`;
    return { entry, url, name, outcome: await fetchEntry(url, entry, name, context) };
  });
  for await (const { entry, url, name, outcome } of opened) {
    run.signal.throwIfAborted();
    yield* itemsOf(entry, url, name, outcome, context);
    run.count.done(name);
  }
}

interface Context {
  readonly feed: Feed;
  readonly origin: Origin;
  readonly run: Run;
}

interface Linked {
  readonly entry: FeedEntry;
  readonly url: string | null;
}

function unique(entries: readonly Linked[]): readonly Linked[] {
  const seen = new Set<string>();
  return entries.filter(({ url }) => {
    if (url === null) return true;
    const isNew = !seen.has(url);
    seen.add(url);
    return isNew;
  });
}

function resolvedLink(link: string | null, base: string | null): string | null {
  if (link === null) return null;
  if (URL.canParse(link)) return new URL(link).href;
  return base !== null && URL.canParse(link, base) ? new URL(link, base).href : null;
}

/** What became of an entry's page. */
type Outcome = Page | 'unchanged' | AnnalistError;

async function fetchEntry(
  url: string | null,
  entry: FeedEntry,
  name: string,
  { origin, run }: Context,
): Promise<Outcome> {
  if (url === null) {
    const problem = entry.link === null ? 'it has no link' : `its link ${entry.link} is not a full URL`;
    return feedInvalid(name, problem);
  }
  try {
    const fetched = await run.fetcher.fetch(url, run.signal);
    return fetched.kind === 'unchanged' ? 'unchanged' : entryPage(url, fetched, origin, run);
  } catch (error) {
    if (error instanceof AnnalistError) return error;
    throw error;
  }
}

/** The page of an entry. The page speaks for itself; only its address is taken from the feed. */
function entryPage(
  url: string,
  fetched: Extract<Fetched, { kind: 'fetched' }>,
  origin: Origin,
  run: Run,
): Page {
  const given = {
    ...NO_GIVEN_FACTS,
    url: articleUrl(url, fetched.finalUrl),
    published: run.settings.published,
  };
  const entryOrigin = fetchedOrigin(url, origin.location, given, fetched);
  const automatic = { ...run, settings: { ...run.settings, input: 'auto' as const } };
  const understood = understand(fetched.bytes, entryOrigin, automatic);
  const { format } = understood;
  if (format === 'feed' || format === 'jsonl' || format === 'xml') {
    throw fetchFailed(url, 'the link leads to data and not to an article');
  }
  return pageOf(understood, format, entryOrigin);
}

function* itemsOf(
  entry: FeedEntry,
  url: string | null,
  name: string,
  outcome: Outcome,
  context: Context,
): Generator<Ingested> {
  if (outcome === 'unchanged') {
    yield { unchanged: true, location: name };
    return;
  }
  if (!(outcome instanceof AnnalistError)) {
    yield { page: outcome };
    return;
  }
  const page = entry.content === null ? null : ownPage(entry, entry.content, url, name, context);
  if (page === null) {
    yield { failure: outcome, location: name };
    return;
  }
  const reason = outcome.message.replace(`${name}: `, '');
  // Nobody wonders why a page was not fetched who asked for that.
  if (!context.run.settings.offline)
    yield { notice: `the text in the feed is used, since the page cannot be had: ${reason}`, location: name };
  yield { page };
}

/** The entry itself as a page. Nothing else speaks for it, so all that the feed says of it is given. */
function ownPage(
  entry: FeedEntry,
  content: NonNullable<FeedEntry['content']>,
  url: string | null,
  name: string,
  context: Context,
): Page | null {
  const { origin, run } = context;
  const { format, body } = content;
  if (plainText(body) === '') return null;
  // The address and headers of the answer are the feed's; kept here they would pass for the article's.
  const { retrieved } = origin;
  const capture = {
    bytes: Buffer.from(body),
    retrieved,
    finalUrl: null,
    status: null,
    headers: {},
    charset: 'utf-8',
  };
  return {
    location: name,
    source: origin.location,
    givenId: null,
    format,
    // A fragment needs a frame, or a parser takes its first element for the whole page.
    body: format === 'html' ? `<!doctype html><html><body><article>${body}</article></body></html>` : body,
    given: entryFacts(entry, url, context.feed, run),
    capture,
  };
}

function entryFacts(
  { title, published, updated, authors, language }: FeedEntry,
  url: string | null,
  feed: Feed,
  run: Run,
): GivenFacts {
  return {
    url: url === null ? null : articleUrl(url, url),
    headline: title === null ? null : plainText(title),
    published: published ?? updated ?? run.settings.published,
    updated: published === null ? null : updated,
    publisher: feed.title === null ? null : plainText(feed.title),
    language: language ?? feed.language,
    byline: authors.map(plainText),
  };
}

/** Titles and names in feeds may be HTML; what a reader would see of them, on one line. */
function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return markup.replace(/\s+/g, ' ').trim();
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return (document.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
