/** Ids: made from keys, lengthened where two keys would share one, and read leniently. */

import { shortId } from '../document/record.ts';
import type { Database } from './tables.ts';

/** Characters of an id before any lengthening, and the most that a key can give. */
const SHORTEST = 8;
const LONGEST = 32;

/**
 * Ids for keys that are not in the table yet, in the order of the keys. An id
 * that another key holds already is lengthened until it is free: the one that
 * came first keeps its short form for ever.
 */
export async function freeIds(
  database: Database,
  table: 'articles' | 'revisions' | 'claims',
  prefix: string,
  keys: readonly string[],
): Promise<string[]> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (let length = SHORTEST; ids.size < keys.length && length <= LONGEST; length += 1) {
    const candidates = keys
      .filter((key) => !ids.has(key))
      .map((key) => ({ key, id: shortId(prefix, key, length) }));
    const taken = await takenOf(
      database,
      table,
      candidates.map(({ id }) => id),
    );
    for (const { key, id } of candidates) {
      if (taken.has(id) || used.has(id)) continue;
      ids.set(key, id);
      used.add(id);
    }
  }
  return keys.map((key) => ids.get(key) ?? shortId(prefix, key, LONGEST));
}

/** The id as the record spells it: people write small letters, and O, I and L for digits. */
export function tidyId(id: string): string {
  const [, prefix = '', rest = ''] = /^([A-Za-z]{2})-([0-9A-Za-z]+)$/.exec(id.trim()) ?? [];
  if (prefix === '') return id;
  return `${prefix.toUpperCase()}-${rest.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')}`;
}

/** The form in which URLs are compared: as the URL standard writes them, without a fragment. */
export function urlKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}

/** A statement may hold some 32,000 values. */
const IDS_AT_ONCE = 10_000;

async function takenOf(
  database: Database,
  table: 'articles' | 'revisions' | 'claims',
  ids: readonly string[],
): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
    const some = ids.slice(first, first + IDS_AT_ONCE);
    const rows = await database.selectFrom(table).select('id').where('id', 'in', some).execute();
    for (const { id } of rows) taken.add(id);
  }
  return taken;
}
