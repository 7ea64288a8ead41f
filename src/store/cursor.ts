/** Cursors: where a listing stopped, as a string that callers keep and do not read. */

import { queryInvalid } from '../errors.ts';

/** What a cursor holds: the values of the order's columns in the last row that was given out. */
export type CursorValue = string | number;

/** The name of the listing and its order are inside, so that a cursor of one is refused by another. */
export function encodeCursor(listing: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([listing, ...values]), 'utf8').toString('base64url');
}

/** The values, as many and of the types as `example` has. Throws `query-invalid` for anything else. */
export function decodeCursor<Values extends readonly CursorValue[]>(
  listing: string,
  cursor: string,
  example: Values,
): Values {
  const [name, ...values] = jsonList(cursor);
  const isWhole = name === listing && values.length === example.length;
  if (!isWhole || !values.every((value, i) => typeof value === typeof example[i])) {
    throw queryInvalid(
      'cursor',
      'not a cursor of this list; take the one that the page before gave as "next"',
    );
  }
  return values as unknown as Values;
}

function jsonList(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    // What does not parse is no cursor; the caller says so.
    return [];
  }
}
