/** The page: what ingest hands to clean, decoded but not yet understood. */

/** How the body of a page is to be read. */
export type PageFormat = 'html' | 'text' | 'markdown';

/** What the input itself said about the article; outranks what the page says. */
export interface GivenFacts {
  readonly url: string | null;
  readonly headline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly byline: readonly string[];
}

/** Nothing was said about the article. */
export const NO_GIVEN_FACTS: GivenFacts = {
  url: null,
  headline: null,
  published: null,
  updated: null,
  publisher: null,
  language: null,
  byline: [],
};

/** The facts of the capture, kept with a revision for ever. */
export interface Capture {
  /** The bytes as they came (after undoing transfer compression). */
  readonly bytes: Uint8Array;
  /** ISO 8601 instant, UTC. */
  readonly retrieved: string;
  /** URL after redirects, null for what was not fetched. */
  readonly finalUrl: string | null;
  /** HTTP status, null for what was not fetched. */
  readonly status: number | null;
  /** Response headers, lower-case names; empty for what was not fetched. */
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the character encoding that the bytes were decoded with (WHATWG label). */
  readonly charset: string;
}

/** One article as it arrived. */
export interface Page {
  /** Where it came from, for people and for `sources`: a path, a URL, `standard input`, `FILE line 12`. */
  readonly location: string;
  /** The feed, folder or file that it was found through; the location itself when there is none. */
  readonly source: string;
  /** The id that the input gave, or `line 12`; null when there is none. */
  readonly givenId: string | null;
  readonly format: PageFormat;
  /** The decoded body without a byte-order mark. For `text` this is the document's text, unchanged. */
  readonly body: string;
  readonly given: GivenFacts;
  readonly capture: Capture;
}
