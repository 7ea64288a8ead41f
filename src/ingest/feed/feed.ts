/** The feed: what annalist keeps of RSS, Atom, RDF and JSON Feed, whichever it was. */

/** One entry. Texts are as the feed has them; dates are ISO 8601 or null where they could not be read. */
export interface FeedEntry {
  /** Link to the article, not yet resolved against the feed's own URL. */
  readonly link: string | null;
  /** May hold markup. */
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  /** The whole article, where the feed carries it: HTML, or plain text. A summary is not one. */
  readonly content: { readonly format: 'html' | 'text'; readonly body: string } | null;
  readonly language: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly language: string | null;
  /** What relative links are resolved against when the feed was not fetched. */
  readonly base: string | null;
  readonly entries: readonly FeedEntry[];
}
