/** The store: one record on disk, and everything that can be asked of it. */

import type { ArticleRecord } from '../document/record.ts';
import { recordUnreadable } from '../errors.ts';
import { addArticle } from './add-article.ts';
import type { Added } from './add-article.ts';
import { countArticles, getArticle, listArticles } from './articles.ts';
import { getCapture } from './captures.ts';
import { changesAfter, counts } from './changes.ts';
import { chronicle } from './chronicle.ts';
import type { ChronicleRequest } from './chronicle.ts';
import { countClaims, getClaim, listClaims } from './claims.ts';
import { checkFilter } from './filter.ts';
import type { Filter } from './filter.ts';
import { incoming } from './incoming.ts';
import { faultOf } from './integrity.ts';
import type { AddedArticle } from './incoming.ts';
import type { PageOf, PageRequest } from './paging.ts';
import { getRecord, getRevision } from './revisions.ts';
import { listSources } from './sources.ts';
import { listPublishers, listSpeakers } from './speakers.ts';
import { IN_MEMORY, openSqlite, reading, storeError, writing } from './sqlite.ts';
import type { Connection } from './sqlite.ts';
import type { Database } from './tables.ts';
import { getValidators, setValidators } from './validators.ts';
import type {
  ArticleSummary,
  ArticleView,
  CaptureView,
  ChangeView,
  ChronicleEntry,
  Counts,
  ListedClaim,
  PublisherView,
  RevisionView,
  SourceView,
  SpeakerView,
  Validators,
} from './views.ts';

export interface StoreOptions {
  /** Opens an existing record and never writes to it. */
  readonly readOnly?: boolean;
  /** The moment that changes are dated with, ISO 8601, UTC; the clock unless given. */
  readonly now?: () => string;
}

/** Every method may throw an `AnnalistError`: `record-busy`, `disk-full`, `record-read-only`, `query-invalid`. */
export interface Store {
  /** The file, `:memory:` for a record that is gone when closed. */
  readonly path: string;
  readonly readOnly: boolean;

  /** Takes in one article. It is on the disk when the promise resolves. */
  addArticle(article: AddedArticle): Promise<Added>;

  listArticles(filter?: Filter, page?: PageRequest): Promise<PageOf<ArticleSummary>>;
  countArticles(filter?: Filter): Promise<number>;
  listClaims(filter?: Filter, page?: PageRequest): Promise<PageOf<ListedClaim>>;
  countClaims(filter?: Filter): Promise<number>;
  chronicle(filter?: Filter, page?: ChronicleRequest): Promise<PageOf<ChronicleEntry>>;
  listSources(): Promise<readonly SourceView[]>;
  /** Sources of claims, most claims first. Pronouns are left out unless `sourceKind` asks for them. */
  listSpeakers(filter?: Filter, limit?: number): Promise<readonly SpeakerView[]>;
  /** Publishers of articles, most articles first. */
  listPublishers(filter?: Filter, limit?: number): Promise<readonly PublisherView[]>;

  /** By `AR-…` or URL. */
  getArticle(idOrUrl: string): Promise<ArticleView | null>;
  /** By `RV-…`. */
  getRevision(id: string): Promise<RevisionView | null>;
  /** By `CL-…`. */
  getClaim(id: string): Promise<ListedClaim | null>;
  /** The bytes that a revision was read from. */
  getCapture(revisionId: string): Promise<CaptureView | null>;
  /** The record of an article (its current revision) or of one revision, as `annalist read` printed it. */
  getRecord(articleOrRevisionId: string): Promise<ArticleRecord | null>;

  changesAfter(number: number, limit?: number): Promise<readonly ChangeView[]>;
  counts(): Promise<Counts>;
  /** Throws `record-unreadable` where the file is damaged or a text is not the one that was added. */
  checkIntegrity(): Promise<void>;

  /** What to ask servers again with. Pages are remembered by `addArticle`, feeds by `set`. */
  readonly validators: {
    get(url: string): Promise<Validators | null>;
    set(url: string, validators: Validators): Promise<void>;
  };

  close(): Promise<void>;
}

/**
 * Opens the record at `path`, or `:memory:`. Without `readOnly` a missing file is
 * made and an older one brought up to date; its folder must exist.
 *
 * Throws `input-not-found`, `record-unreadable`, `record-newer`, `record-read-only`,
 * `record-busy` or `disk-full`; a file that it refuses is not touched.
 */
export function openStore(path: string, { readOnly = false, now }: StoreOptions = {}): Store {
  return storeOn(openSqlite(path, { readOnly }), now);
}

/** The store on an open connection. */
export function storeOn(connection: Connection, now = (): string => new Date().toISOString()): Store {
  const { path, readOnly } = connection;

  /** One consistent state for all queries of one question. */
  const read = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
    named(path, () => reading(connection, work));
  const write = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
    named(path, () => writing(connection, work));

  return {
    path,
    readOnly,
    addArticle: (article) => write((database) => addArticle(database, incoming(article), now())),
    listArticles: (filter = {}, page = {}) =>
      read((database) => listArticles(database, checkFilter(filter), page)),
    countArticles: (filter = {}) => read((database) => countArticles(database, checkFilter(filter))),
    listClaims: (filter = {}, page = {}) =>
      read((database) => listClaims(database, checkFilter(filter), page)),
    countClaims: (filter = {}) => read((database) => countClaims(database, checkFilter(filter))),
    chronicle: (filter = {}, page = {}) => read((database) => chronicle(database, checkFilter(filter), page)),
    listSources: () => read(listSources),
    listSpeakers: (filter = {}, limit) =>
      read((database) => listSpeakers(database, checkFilter(filter), limit)),
    listPublishers: (filter = {}, limit) =>
      read((database) => listPublishers(database, checkFilter(filter), limit)),
    getArticle: (idOrUrl) => read((database) => getArticle(database, idOrUrl)),
    getRevision: (id) => read((database) => getRevision(database, id)),
    getClaim: (id) => read((database) => getClaim(database, id)),
    getCapture: (revisionId) => read((database) => getCapture(database, revisionId)),
    getRecord: (id) => read((database) => getRecord(database, id)),
    changesAfter: (number, limit) => read((database) => changesAfter(database, number, limit)),
    counts: () => read(counts),
    async checkIntegrity() {
      const fault = await read(faultOf);
      if (fault !== null) throw recordUnreadable(path, new Error(fault));
    },
    validators: {
      get: (url) => read((database) => getValidators(database, url)),
      set: (url, validators) => write((database) => setValidators(database, url, validators)),
    },
    async close() {
      settle(connection);
      await connection.database.destroy();
      // Kysely leaves alone a connection that it has not asked anything yet.
      connection.raw.close();
    },
  };
}

/**
 * Moves what was written from the log beside the file into the file, so that a
 * copy of the file is a copy of the record. SQLite does it when the last
 * connection closes, but not when that one only reads. Waits for nobody.
 */
function settle({ raw, readOnly, path }: Connection): void {
  if (readOnly || path === IN_MEMORY || !raw.open) return;
  try {
    raw.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // A full disk or a file that cannot be written: nothing is lost, the log is read along with the file.
  }
}

/** Errors of the driver as errors that name the record. */
async function named<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(path, error);
  }
}
