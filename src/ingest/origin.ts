/** Where bytes came from, and the page that is made of them. */

import { type GivenFacts, NO_GIVEN_FACTS, type Page, type PageFormat } from '../document/page.ts';
import { inputBinary, inputEmpty } from '../errors.ts';
import { decodeBytes } from './charset.ts';
import { binaryKind } from './charset/binary-kind.ts';
import { charsetOfHeader } from './charset/declared-charset.ts';
import { detectFormat, type DetectedFormat } from './format/detect-format.ts';
import type { Fetched } from './fetch/fetcher.ts';
import type { Run } from './run.ts';

/** What is known of an input before it is read. */
export interface Origin {
  readonly location: string;
  readonly source: string;
  /** Path or URL, for its ending; null for standard input. */
  readonly name: string | null;
  readonly given: GivenFacts;
  readonly retrieved: string;
  /** null for what was not fetched. */
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The origin of something on this machine. */
export function localOrigin(location: string, source: string, name: string | null, run: Run): Origin {
  const given = { ...NO_GIVEN_FACTS, published: run.settings.published };
  return { location, source, name, given, retrieved: run.now(), finalUrl: null, status: null, headers: {} };
}

/** The origin of something that was fetched. */
export function fetchedOrigin(
  location: string,
  source: string,
  given: GivenFacts,
  { finalUrl, status, headers, retrieved }: Extract<Fetched, { kind: 'fetched' }>,
): Origin {
  return { location, source, name: finalUrl, given, retrieved, finalUrl, status, headers };
}

/** Bytes, decoded, with the format that they are in. */
export interface Understood {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly charset: string;
  readonly format: DetectedFormat;
}

/** Throws `input-empty` or `input-binary` for what holds no text. */
export function understand(bytes: Uint8Array, { location, name, headers }: Origin, run: Run): Understood {
  const contentType = headers['content-type'];
  const kind = binaryKind(bytes);
  if (kind !== null) throw inputBinary(location, kind);
  const { text, charset } = decodeBytes(bytes, { httpCharset: charsetOfHeader(contentType) });
  if (!/\S/.test(text)) throw inputEmpty(location);
  const wanted = run.settings.input;
  const format = wanted === 'auto' ? detectFormat(text, { contentType, name }) : wanted;
  return { bytes, text, charset, format };
}

/** One article as it arrived. The body of a text is the text itself, unchanged. */
export function pageOf({ bytes, text, charset }: Understood, format: PageFormat, origin: Origin): Page {
  const { location, source, given, retrieved, finalUrl, status, headers } = origin;
  const capture = { bytes, retrieved, finalUrl, status, headers, charset };
  return { location, source, givenId: null, format, body: text, given, capture };
}
