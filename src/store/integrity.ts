/** Whether a record is whole: what `annalist doctor` asks. */

import { sql } from 'kysely';

import { sha256 } from '../document/record.ts';
import type { Database } from './tables.ts';

/** Texts checked at once, so that a large record is never in memory whole. */
const TEXTS_AT_ONCE = 200;

/** What is wrong with the record, in words; null for a record that is whole. */
export async function faultOf(database: Database): Promise<string | null> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
  const first = pages.rows[0]?.integrity_check;
  if (first !== 'ok') return first ?? 'the integrity check gave no answer';
  const orphans = await sql`pragma foreign_key_check`.execute(database);
  if (0 < orphans.rows.length) return `${orphans.rows.length} rows point at rows that are not there`;
  return faultOfTexts(database);
}

/** The first revision whose text is not the one that its hash was made of. */
async function faultOfTexts(database: Database): Promise<string | null> {
  let last = 0;
  for (;;) {
    const rows = await database
      .selectFrom('revisions')
      .where('number', '>', last)
      .orderBy('number')
      .limit(TEXTS_AT_ONCE)
      .select(['number', 'id', 'text', 'text_hash'])
      .execute();
    const changed = rows.find(({ text, text_hash }) => sha256(text) !== text_hash);
    if (changed !== undefined) return `the text of ${changed.id} is not the one that was added`;
    if (rows.length < TEXTS_AT_ONCE) return null;
    last = rows.at(-1)?.number ?? last;
  }
}
