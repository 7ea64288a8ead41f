/** From one stream of bytes to its articles: one page, the entries of a feed, or the lines of JSON lines. */

import { AnnalistError, feedInvalid, inputTooLarge, jsonLineInvalid } from '../errors.ts';
import { formatOfContent, formatOfName, rootElement } from './format/detect-format.ts';
import { decodeBytes } from './charset.ts';
import { readFeed } from './feed/read-feed.ts';
import { gatherBytes, TooManyBytes } from './gather.ts';
import type { Ingested } from './ingested.ts';
import { readJsonLines } from './jsonl/read-json-lines.ts';
import { pageOf, understand, type Origin } from './origin.ts';
import type { Run } from './run.ts';

/** Bytes from which it is told whether a stream is JSON lines, which are never held as a whole. */
const HEAD_BYTES = 65_536;

/** Reads a stream of any length. Everything but JSON lines is refused beyond `max-file-bytes`. */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  origin: Origin,
  run: Run,
): AsyncGenerator<Ingested> {
  const iterator = chunks[Symbol.asyncIterator]();
  const wanted = run.settings.input;
  const head = wanted === 'auto' ? await takeHead(iterator) : [];
  const whole = chain(head, iterator);
  if (wanted === 'jsonl' || isJsonLines(Buffer.concat(head), origin)) {
    yield* readJsonLines(whole, origin, run);
    return;
  }
  const limit = run.settings['max-file-bytes'];
  const bytes = await gatherBytes(whole, { maxBytes: limit }).catch((error: unknown) => {
    throw error instanceof TooManyBytes ? inputTooLarge(origin.location, limit, '--max-file-bytes') : error;
  });
  yield* readBytes(bytes, origin, run);
}

/** Reads bytes that are all there. */
export async function* readBytes(bytes: Uint8Array, origin: Origin, run: Run): AsyncGenerator<Ingested> {
  const understood = understand(bytes, origin, run);
  const { format, text } = understood;
  switch (format) {
    case 'feed':
      yield* readFeed(text, origin, run);
      return;
    case 'jsonl':
      yield* readJsonLines(chain([bytes], null), origin, run);
      return;
    case 'xml':
      throw feedInvalid(
        origin.location,
        `its outermost element is <${rootElement(text.slice(0, HEAD_BYTES))}>`,
      );
    default:
      if (format === 'text' && run.settings.input === 'auto' && isWholeJson(text)) {
        throw jsonLineInvalid(
          origin.location,
          1,
          'JSON, but not JSON lines; write each article as an object on one line',
        );
      }
      yield { page: pageOf(understood, format, origin) };
      run.count.done(origin.location);
  }
}

/** A list, or an object over several lines. Nobody means it for an article, and read as one it would be a record of nothing. */
function isWholeJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Runs a reader; an error that it throws becomes the last item instead. */
export async function* withFailures(
  items: AsyncGenerator<Ingested>,
  location: string,
  run: Run,
): AsyncGenerator<Ingested> {
  try {
    yield* items;
  } catch (error) {
    run.signal.throwIfAborted();
    // Any other error is a fault of our own, which must not pass for one of the input.
    if (!(error instanceof AnnalistError)) throw error;
    yield { failure: error, location };
    run.count.done(location);
  }
}

/** Chunks up to HEAD_BYTES; fewer where a first whole line shows JSON lines, since a slow writer may wait for an answer. */
async function takeHead(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const head: Uint8Array[] = [];
  let length = 0;
  let lineSeen = false;
  while (length < HEAD_BYTES) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    head.push(value);
    length += value.length;
    if (lineSeen || !value.includes(LINE_FEED)) continue;
    lineSeen = true;
    if (startsAsJsonLine(Buffer.concat(head))) break;
  }
  return head;
}

const LINE_FEED = 10;

function startsAsJsonLine(head: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(head.toString('utf8', 0, head.indexOf(LINE_FEED)));
    // A JSON Feed may stand on one line too.
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !('items' in value);
  } catch {
    return false;
  }
}

function isJsonLines(head: Uint8Array, { name }: Origin): boolean {
  const content = formatOfContent(decodeBytes(head).text);
  return content === 'jsonl' || (content === null && head.length > 0 && formatOfName(name ?? '') === 'jsonl');
}

/** Chunks already taken, then the others. Ending it ends the iterator. */
async function* chain(
  taken: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | null,
): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    for (;;) {
      const next = await rest?.next();
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest?.return?.();
  }
}
