/** What is taken in: an article as it was read, and what follows from it before the record is asked anything. */

import type { Page } from '../document/page.ts';
import type { ArticleRecord } from '../document/record.ts';
import type { Span } from '../document/span.ts';
import { urlKey } from './ids.ts';
import { originOf } from './sources.ts';
import { instantOf, sortableTime } from './times.ts';
import type { SourceOrigin } from './views.ts';

/** One article as it was read. */
export interface AddedArticle {
  readonly page: Page;
  readonly record: ArticleRecord;
  /** The sentences of `record.article.text`, in text order. */
  readonly sentences: readonly Span[];
  /** What kind of source it came through; told from the page's location unless given. */
  readonly origin?: SourceOrigin | undefined;
}

export interface Incoming {
  readonly page: Page;
  readonly record: ArticleRecord;
  readonly sentences: readonly Span[];
  readonly origin: SourceOrigin;
  /** When it was retrieved, in the form that compares. */
  readonly retrieved: string;
  readonly wasFetched: boolean;
  /** Since when, as far as known, this text is the article's; decides which revision is current. */
  readonly asOf: string;
  /** URLs that it is known by, the canonical one first; none for a text without URL. */
  readonly urls: readonly string[];
}

export function incoming({ page, record, sentences, origin = originOf(page) }: AddedArticle): Incoming {
  const retrieved = instantOf(page.capture.retrieved);
  const wasFetched = page.capture.finalUrl !== null;
  const { updated, published, url } = record.article;
  // What a server just gave is its newest state. A saved page is as old as it says it is.
  const stated = sortableTime(updated ?? '') ?? sortableTime(published ?? '');
  const urls = url === null ? [] : [url, ...requestedUrl(page)].map(urlKey);
  return {
    page,
    record,
    sentences,
    origin,
    retrieved,
    wasFetched,
    asOf: wasFetched ? retrieved : (stated ?? retrieved),
    urls: [...new Set(urls)],
  };
}

/**
 * The URL that a page was asked for under, by which an article that has moved is
 * known again. Only of a page that is itself the article: an item of a feed has
 * a URL of its own, and what it was fetched under is the feed.
 */
function requestedUrl({ location, given, capture, format }: Page): string[] {
  const isPage =
    format === 'html' && capture.finalUrl !== null && (given.url === null || given.url === location);
  return isPage && /^https?:/i.test(location) ? [location] : [];
}
