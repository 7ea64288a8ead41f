/** annalist as a library: read an article, get its record. */

import { NO_GIVEN_FACTS } from './document/page.ts';
import type { GivenFacts, Page } from './document/page.ts';
import type { ArticleRecord } from './document/record.ts';
import { loadReader } from './worker/read-page.ts';
import type { Reader } from './worker/read-page.ts';

export { AnnalistError } from './errors.ts';
export type { ErrorCode } from './errors.ts';
export { RECORD_FORMAT } from './document/record.ts';
export type { ArticleRecord, RecordedArticle, RecordedClaim } from './document/record.ts';
export type { Span } from './document/span.ts';

/** An article to read: exactly one of `text` and `html`, and what is known of it already. */
export interface ArticleInput extends Partial<GivenFacts> {
  readonly id?: string;
  readonly text?: string;
  readonly html?: string;
}

let reader: Promise<Reader> | null = null;

/**
 * The record of one article. Models are loaded at the first call and kept.
 *
 * A string is plain text. Offsets in the record are UTF-16 code units in
 * `article.text`, which for plain text is the input itself.
 * Throws an `AnnalistError` when there is no article in the input, or a model is missing.
 */
export async function read(input: string | ArticleInput): Promise<ArticleRecord> {
  reader ??= loadReader();
  const reading = (await reader).read(pageOf(typeof input === 'string' ? { text: input } : input));
  if ('rejected' in reading) throw reading.rejected;
  return reading.record;
}

/** Nothing was fetched: the facts of the capture say so. The record does not depend on them. */
const NO_CAPTURE: Page['capture'] = {
  bytes: new Uint8Array(),
  retrieved: '1970-01-01T00:00:00Z',
  finalUrl: null,
  status: null,
  headers: {},
  charset: 'utf-8',
};

function pageOf({ id, text, html, ...given }: ArticleInput): Page {
  const location = given.url ?? id ?? 'input';
  return {
    location,
    source: location,
    givenId: id ?? null,
    format: html === undefined ? 'text' : 'html',
    body: html ?? text ?? '',
    given: { ...NO_GIVEN_FACTS, ...given },
    capture: NO_CAPTURE,
  };
}
