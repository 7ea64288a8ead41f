/** Reading a feed: the library first, and where it gives up our own lenient pass. */

import { type AnyFeed, parseFeed as parseAny } from 'feedsmith';

import { feedInvalid } from '../../errors.ts';
import { rootElement } from '../format/detect-format.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedDateOf } from './feed-date.ts';
import { parseLeniently } from './parse-leniently.ts';

/** Throws `feed-invalid` for what is no feed. A feed without entries is one. */
export function parseFeed(text: string, location: string): Feed {
  let cause: unknown;
  try {
    const feed = strictFeed(parseAny(text.trimStart()));
    if (feed.entries.length > 0) return feed;
    // The library gives an ill-formed feed back empty now and then; the lenient pass sees whether it is.
    return parseLeniently(text) ?? feed;
  } catch (error) {
    cause = error;
  }
  const feed = parseLeniently(text);
  if (feed !== null) return feed;
  throw feedInvalid(location, problemOf(text), cause);
}

function problemOf(text: string): string {
  const root = rootElement(text);
  if (root !== null) return `its outermost element is <${root}>`;
  return /^\s*[[{]/.test(text) ? 'JSON of another kind, or broken' : 'it does not begin with an element';
}

function strictFeed(parsed: AnyFeed<string>): Feed {
  switch (parsed.format) {
    case 'rss':
      return rssFeed(parsed.feed);
    case 'rdf':
      return rdfFeed(parsed.feed);
    case 'atom':
      return atomFeed(parsed.feed);
    case 'json':
      return jsonFeed(parsed.feed);
  }
}

type Of<Format extends AnyFeed<string>['format']> = Extract<AnyFeed<string>, { format: Format }>['feed'];

function rssFeed({ title, link, language, items = [] }: Of<'rss'>): Feed {
  const entries = items.map((item): FeedEntry => {
    // A guid is a link unless the feed says otherwise, and many feeds say it wrongly: only a web address counts.
    const guid = item.guid?.isPermaLink !== false && isWebLink(item.guid?.value) ? item.guid?.value : null;
    const authors = item.authors?.map(({ name, email }) => name ?? email) ?? [];
    return {
      link: given(item.link) ?? atomLink(item.atom?.links) ?? given(guid),
      title: given(item.title) ?? given(item.dc?.titles?.[0]),
      published: firstDate(
        item.pubDate,
        item.dc?.dates?.[0],
        item.dcterms?.created?.[0],
        item.atom?.published,
      ),
      updated: firstDate(item.dcterms?.modified?.[0], item.atom?.updated),
      authors: names([...(item.dc?.creators ?? []), ...authors]),
      content: htmlContent(item.content?.encoded),
      language: null,
    };
  });
  return { title: given(title), language: given(language), base: given(link), entries };
}

function rdfFeed({ title, link, dc, items = [] }: Of<'rdf'>): Feed {
  const entries = items.map((item): FeedEntry => {
    const about = isWebLink(item.rdf?.about) ? item.rdf?.about : null;
    return {
      link: given(item.link) ?? given(about),
      title: given(item.title) ?? given(item.dc?.titles?.[0]),
      published: firstDate(item.dc?.dates?.[0], item.dcterms?.created?.[0]),
      updated: firstDate(item.dcterms?.modified?.[0]),
      authors: names(item.dc?.creators ?? []),
      content: htmlContent(item.content?.encoded),
      language: null,
    };
  });
  return { title: given(title), language: given(dc?.languages?.[0]), base: given(link), entries };
}

function atomFeed({ title, links, xml, entries: items = [] }: Of<'atom'>): Feed {
  const entries = items.map((entry): FeedEntry => {
    const { value, type = 'text' } = entry.content ?? {};
    const body = given(value);
    const isHtml = /html|xml/i.test(type);
    const link = atomLink(entry.links) ?? given(isWebLink(entry.id) ? entry.id : null);
    return {
      link: link === null ? null : resolved(link, entry.xml?.base),
      title: given(entry.title?.value),
      published: firstDate(entry.published, entry.dc?.dates?.[0]),
      updated: firstDate(entry.updated),
      authors: names(entry.authors?.map(({ name }) => name) ?? []),
      content: body === null ? null : { format: isHtml ? 'html' : 'text', body },
      language: given(entry.xml?.lang),
    };
  });
  return {
    title: given(title?.value),
    language: given(xml?.lang),
    base: given(xml?.base) ?? atomLink(links),
    entries,
  };
}

function jsonFeed({ title, language, home_page_url, feed_url, items = [] }: Of<'json'>): Feed {
  const entries = items.map((item): FeedEntry => {
    const html = htmlContent(item.content_html);
    const text = given(item.content_text);
    return {
      link: given(item.url) ?? given(item.external_url) ?? given(isWebLink(item.id) ? item.id : null),
      title: given(item.title),
      published: firstDate(item.date_published),
      updated: firstDate(item.date_modified),
      authors: names(item.authors?.map(({ name }) => name) ?? []),
      content: html ?? (text === null ? null : { format: 'text', body: text }),
      language: given(item.language),
    };
  });
  return {
    title: given(title),
    language: given(language),
    base: given(feed_url) ?? given(home_page_url),
    entries,
  };
}

/** The link to the article itself: `alternate`, which is also meant where no relation is said. */
function atomLink(
  links: readonly { readonly href?: string; readonly rel?: string }[] | undefined,
): string | null {
  return given(links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href);
}

function resolved(link: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(link, base) ? new URL(link, base).href : link;
}

function isWebLink(value: string | undefined): boolean {
  return /^https?:\/\/\S+$/i.test(value?.trim() ?? '');
}

function htmlContent(body: string | undefined): FeedEntry['content'] {
  return given(body) === null ? null : { format: 'html', body: body ?? '' };
}

function given(value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

function firstDate(...written: readonly (string | undefined)[]): string | null {
  return written.map(feedDateOf).find((date) => date !== null) ?? null;
}

function names(written: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(written.map(given).filter((name) => name !== null))];
}
