/** Which part of a list is wanted, and where in the order of times it begins. */

import { queryInvalid } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { CursorValue } from './cursor.ts';

export interface PageRequest {
  /** 1 to 1,000; 50 unless given. */
  readonly limit?: number | undefined;
  /** `next` of the part before. */
  readonly cursor?: string | null | undefined;
  /** By time; newest first (`desc`) unless given. */
  readonly order?: 'asc' | 'desc' | undefined;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Cursor of the next part, null after the last. */
  readonly next: string | null;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 1000;

/** A checked request. `after` holds the order's values of the last row that was given out. */
export interface CheckedPage<Values extends readonly CursorValue[]> {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly after: Values | null;
  /** The part made of rows, of which one more than `limit` was asked for to see whether there are more. */
  partOf<Row, T>(rows: readonly Row[], valuesOf: (row: Row) => Values, itemOf: (row: Row) => T): PageOf<T>;
}

/** Throws `query-invalid` for a limit out of range, an unknown order, or a cursor of another list or order. */
export function checkPage<Values extends readonly CursorValue[]>(
  list: string,
  { limit = DEFAULT_PAGE_SIZE, cursor, order = 'desc' }: PageRequest,
  example: Values,
): CheckedPage<Values> {
  checkLimit('limit', limit, 1, MAX_PAGE_SIZE);
  if (order !== 'asc' && order !== 'desc') throw queryInvalid('order', 'write asc or desc');
  const listing = `${list}-${order}`;
  const after = cursor === undefined || cursor === null ? null : decodeCursor(listing, cursor, example);
  return {
    limit,
    order,
    after,
    partOf(rows, valuesOf, itemOf) {
      const last = limit < rows.length ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).map(itemOf),
        next: last === undefined ? null : encodeCursor(listing, valuesOf(last)),
      };
    },
  };
}

/** Throws `query-invalid` for what is no whole number from `least` to `most`. */
export function checkLimit(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && least <= value && value <= most) return;
  throw queryInvalid(name, `write a whole number from ${least} to ${most}`);
}
