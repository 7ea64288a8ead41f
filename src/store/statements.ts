/** Prepared statements, kept for the next time: preparing one often takes longer than running it. */

import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements kept. The store asks about a hundred different ones; the rest differ in how many values they hold. */
const MAX_STATEMENTS = 200;

/** Longer statements insert many rows at once and seldom come again with just as many. */
const MAX_LENGTH = 4000;

/** The connection as Kysely wants it, with the statements used last kept ready. */
export function rememberingStatements(raw: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql) {
      const statement = kept.get(sql) ?? raw.prepare(sql);
      if (MAX_LENGTH < sql.length) return statement;
      // A map keeps the order of insertion, so the first entry is the one unused for longest.
      kept.delete(sql);
      kept.set(sql, statement);
      const oldest = kept.keys().next().value;
      if (MAX_STATEMENTS < kept.size && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close() {
      kept.clear();
      raw.close();
    },
  };
}
