/** Cutting a stream of bytes into lines, whatever their length and however the chunks fall. */

import { TextDecoder } from 'node:util';

import { byteOrderMark } from '../charset/utf16.ts';

/** One line without its end; `bytes` is null where it is longer than permitted. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 10;

/** Lines of UTF-8 (or of UTF-16 with its mark, which some shells write). A last line needs no line end. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const line = (): Line => ({ number, bytes: length > maxBytes ? null : Buffer.concat(parts, length) });
  const keep = (part: Uint8Array): void => {
    length += part.length;
    // What is over the limit is only counted, so that a file without line ends costs no memory.
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of asUtf8(chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield line();
      number += 1;
      parts = [];
      length = 0;
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      const mark = byteOrderMark(chunk);
      decoder = mark !== null && mark !== 'utf-8' ? new TextDecoder(mark) : null;
      first = false;
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}
