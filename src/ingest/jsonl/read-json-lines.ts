/** JSON lines: one article per line, each line on its own, so that a broken one costs only itself. */

import { AnnalistError, inputEmpty, jsonLineInvalid } from '../../errors.ts';
import type { Ingested } from '../ingested.ts';
import type { Origin } from '../origin.ts';
import type { Run } from '../run.ts';
import { articleOfLine } from './line-article.ts';
import { linesOf, type Line } from './lines.ts';

/** Reads line by line and holds one line at a time. Blank lines are passed over but counted. */
export async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
  run: Run,
): AsyncGenerator<Ingested> {
  run.count.expectUnknown();
  let found = false;
  for await (const line of linesOf(chunks, run.settings['max-file-bytes'])) {
    run.signal.throwIfAborted();
    if (line.bytes !== null && isBlank(line.bytes)) continue;
    found = true;
    yield ingestedLine(line, origin, run);
    run.count.done(lineLocation(origin, line));
  }
  if (!found) throw inputEmpty(origin.location);
}

function lineLocation({ location }: Origin, { number }: Line): string {
  return `${location} line ${number}`;
}

function ingestedLine(line: Line, origin: Origin, run: Run): Ingested {
  const location = lineLocation(origin, line);
  try {
    return { page: pageOfLine(line, location, origin, run) };
  } catch (error) {
    if (error instanceof AnnalistError) return { failure: error, location };
    throw error;
  }
}

function pageOfLine({ number, bytes }: Line, location: string, origin: Origin, run: Run) {
  const fail = (problem: string) => jsonLineInvalid(origin.location, number, problem);
  const limit = run.settings['max-file-bytes'];
  if (bytes === null)
    throw fail(`longer than ${Math.round(limit / 1_000_000)} MB; raise --max-file-bytes to read it`);
  const article = articleOfLine(jsonOf(bytes, fail), fail);
  if (!/\S/.test(article.body)) throw inputEmpty(location);
  return {
    location,
    source: origin.source,
    givenId: article.id ?? `line ${number}`,
    format: article.format,
    body: article.body,
    given: { ...article.given, published: article.given.published ?? run.settings.published },
    // The line itself; where the whole file came from is its source, and no address of this article.
    capture: {
      bytes,
      retrieved: origin.retrieved,
      finalUrl: null,
      status: null,
      headers: {},
      charset: 'utf-8',
    },
  };
}

function jsonOf(bytes: Uint8Array, fail: (problem: string) => AnnalistError): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fail('not valid UTF-8; save the file in that encoding');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail(`not valid JSON (${problemOf(error)})`);
  }
}

/** The parser's own words, without the quotation of the line that may follow them. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/,\s+(?:\.{3})?".*$/s, '')
    .replace(/ in JSON at position (\d+).*$/s, (_, at) => ` at character ${Number(at) + 1}`);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
