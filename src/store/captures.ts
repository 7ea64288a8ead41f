/** Queries of the table `captures`: the bytes that revisions were read from, each kept once. */

import { gunzipSync, gzipSync } from 'node:zlib';

import type { PageFormat } from '../document/page.ts';
import { sha256 } from '../document/record.ts';
import { tidyId } from './ids.ts';
import type { Database } from './tables.ts';
import type { CaptureView } from './views.ts';

/** What a page is when no server has said so. */
const CONTENT_TYPES: Readonly<Record<PageFormat, string>> = {
  html: 'text/html',
  text: 'text/plain',
  markdown: 'text/markdown',
};

/** Puts bytes into the record unless it has them, and gives the number of their row. */
export async function keepCapture(database: Database, bytes: Uint8Array): Promise<number> {
  const hash = sha256(bytes);
  const known = await database
    .selectFrom('captures')
    .select('number')
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (known !== undefined) return known.number;
  const { number } = await database
    .insertInto('captures')
    .values({ hash, ...packed(bytes), bytes: bytes.length })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

export async function getCapture(database: Database, revisionId: string): Promise<CaptureView | null> {
  const row = await database
    .selectFrom('revisions')
    .innerJoin('captures', 'captures.number', 'revisions.capture')
    .where('revisions.id', '=', tidyId(revisionId))
    .select([
      'captures.hash',
      'captures.packing',
      'captures.content',
      'revisions.headers',
      'revisions.format',
      'revisions.charset',
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  const stated = (JSON.parse(row.headers) as Record<string, string>)['content-type'];
  return {
    bytes: row.packing === 'gzip' ? gunzipSync(row.content) : row.content,
    contentType: stated ?? `${CONTENT_TYPES[row.format as PageFormat]}; charset=${row.charset}`,
    hash: row.hash,
  };
}

/** Compressed, unless that would not make it smaller. */
function packed(bytes: Uint8Array): { readonly packing: string; readonly content: Uint8Array } {
  const compressed = gzipSync(bytes);
  // The driver takes a Buffer for a blob; a view costs no copy.
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return compressed.length < bytes.length
    ? { packing: 'gzip', content: compressed }
    : { packing: 'identity', content: plain };
}
