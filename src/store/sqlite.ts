/** The SQLite side of the store: opening a file safely, bringing it up to date, transactions, and its errors. */

import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import {
  AnnalistError,
  diskFull,
  inputNotFound,
  recordBusy,
  recordNewer,
  recordReadOnly,
  recordUnreadable,
} from '../errors.ts';
import type { Migration } from './migrations/migration.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { rememberingStatements } from './statements.ts';
import type { Database, Tables } from './tables.ts';

/** Marks a SQLite file as a record of annalist: "ANNL" in the file's header. */
const APPLICATION_ID = 0x41_4e_4e_4c;

/** How long a writer waits for another one. Writing one article takes milliseconds, so this is a queue of thousands. */
const BUSY_TIMEOUT_MS = 15_000;

/** Where the SQLite header keeps what it says about itself, in bytes, big-endian (sqlite.org/fileformat.html). */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const WRITE_VERSION_OFFSET = 18;
const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;

export const IN_MEMORY = ':memory:';

/** An open record. */
export interface Connection {
  readonly path: string;
  readonly readOnly: boolean;
  readonly raw: Sqlite.Database;
  readonly database: Database;
}

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** Steps to the schema that is wanted, in order; those of this annalist unless given. */
  readonly migrations?: readonly Migration[];
}

/** Opens the record at `path` and brings its schema up to date. Without `readOnly` a missing file is made. */
export function openSqlite(
  path: string,
  { readOnly = false, migrations = MIGRATIONS }: OpenOptions = {},
): Connection {
  const wanted = migrations.at(-1)?.version ?? 0;
  if (path !== IN_MEMORY) checkFile(path, readOnly, wanted);
  return withErrorsOf(path, () => {
    const raw = readOnly ? openForReading(path) : new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      raw.pragma('foreign_keys = ON');
      raw.pragma('synchronous = FULL');
      if (readOnly) checkSchema(raw, path, wanted);
      else bringUpToDate(raw, path, migrations, wanted);
    } catch (error) {
      raw.close();
      throw error;
    }
    return {
      path,
      readOnly,
      raw,
      database: new Kysely<Tables>({ dialect: new SqliteDialect({ database: rememberingStatements(raw) }) }),
    };
  });
}

/**
 * Runs `work` in one transaction that holds the write lock from its beginning,
 * so that what it reads cannot be changed by another process before it writes.
 * When the promise resolves the work is on the disk.
 */
export function writing<T>(connection: Connection, work: (database: Database) => Promise<T>): Promise<T> {
  return inTransaction(connection, sql`begin immediate`, work);
}

/** Runs several queries on one state of the record, whatever another process adds meanwhile. */
export function reading<T>(connection: Connection, work: (database: Database) => Promise<T>): Promise<T> {
  return inTransaction(connection, sql`begin`, work);
}

/** An error of the driver as the error that a user is told, anything else as it is. */
export function storeError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof AnnalistError || !code.startsWith('SQLITE_')) return error;
  // A full disk also shows as a failure to enlarge the shared memory beside the file.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return diskFull(path, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return recordBusy(path, error);
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return recordReadOnly(path, error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return recordUnreadable(path, error);
  return error;
}

async function inTransaction<T>(
  { raw, database }: Connection,
  begin: RawBuilder<unknown>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (transaction) => {
    await begin.execute(transaction);
    try {
      const result = await work(transaction);
      await sql`commit`.execute(transaction);
      return result;
    } catch (error) {
      // SQLite has already rolled back by itself after some errors, a full disk among them.
      if (raw.inTransaction) await sql`rollback`.execute(transaction);
      throw error;
    }
  });
}

/**
 * Even to read, SQLite wants to make files beside the record. On a medium where
 * nothing can be made, as an archive disk, the record is read into memory instead.
 */
function openForReading(path: string): Sqlite.Database {
  const raw = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    raw.pragma('user_version');
    return raw;
  } catch (error) {
    raw.close();
    if (!isUnwritable(error) || hasLog(path)) throw error;
    const bytes = readFileSync(path);
    // 1 says "no log beside the file", which is so, and without which memory cannot hold it.
    bytes.fill(1, WRITE_VERSION_OFFSET, WRITE_VERSION_OFFSET + 2);
    return new Sqlite(bytes, { readonly: true });
  }
}

/** Whether a log beside the file holds articles that the file does not have yet. */
function hasLog(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && 0 < log.size;
}

function isUnwritable(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code);
}

/**
 * Refuses what cannot be a record before SQLite opens it, since opening a file
 * for writing may already change it. The rest is checked again once open.
 */
function checkFile(path: string, readOnly: boolean, wanted: number): void {
  if (!existsSync(dirname(resolve(path)))) throw inputNotFound(dirname(path));
  if (!existsSync(path)) {
    if (readOnly) throw inputNotFound(path);
    return;
  }
  if (statSync(path).isDirectory()) throw recordUnreadable(path, new Error('it is a folder'));
  const header = headerOf(path);
  if (header.length === 0) return;
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw recordUnreadable(path, new Error('it is not a database'));
  }
  const version = header.readUInt32BE(USER_VERSION_OFFSET);
  const isOurs = header.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID;
  if (isOurs && wanted < version) throw recordNewer(path, version, wanted);
}

/** The first bytes of a file; fewer when it is shorter. */
function headerOf(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw recordUnreadable(path, error);
  }
}

/** A record that may not be written to has to have the schema that is wanted already. */
function checkSchema(raw: Sqlite.Database, path: string, wanted: number): void {
  const found = schemaOf(raw, path, wanted);
  if (found !== wanted) {
    throw recordReadOnly(path, new Error(`schema ${found} has to be brought to ${wanted} first`));
  }
}

function bringUpToDate(
  raw: Sqlite.Database,
  path: string,
  migrations: readonly Migration[],
  wanted: number,
): void {
  const found = schemaOf(raw, path, wanted);
  if (raw.pragma('journal_mode', { simple: true }) === 'delete') raw.pragma('journal_mode = WAL');
  if (wanted <= found) return;
  // Asked again under the lock: another process may have done it meanwhile.
  raw.transaction(() => migrate(raw, migrations, schemaOf(raw, path, wanted))).immediate();
}

/** 0 for an empty database; throws for one of another program or of a newer annalist. */
function schemaOf(raw: Sqlite.Database, path: string, wanted: number): number {
  const version = Number(raw.pragma('user_version', { simple: true }));
  const isOurs = raw.pragma('application_id', { simple: true }) === APPLICATION_ID;
  const isEmpty = raw.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!isOurs && !isEmpty) throw recordUnreadable(path, new Error('it is the database of another program'));
  if (wanted < version) throw recordNewer(path, version, wanted);
  return isOurs ? version : 0;
}

function migrate(raw: Sqlite.Database, migrations: readonly Migration[], from: number): void {
  for (const { version, sql: statements } of migrations) {
    if (version <= from) continue;
    raw.exec(statements);
    raw.pragma(`user_version = ${version}`);
  }
  raw.pragma(`application_id = ${APPLICATION_ID}`);
}

function withErrorsOf<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(path, error);
  }
}
