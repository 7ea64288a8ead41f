/** The store: one record on disk, and everything that can be asked of it. */

import type { ArticleRecord } from '../document/record.ts';
import type { Page } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import type { Filter } from './filter.ts';
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
  SourceOrigin,
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

/** One article as it was read. */
export interface AddedArticle {
  readonly page: Page;
  readonly record: ArticleRecord;
  /** The sentences of `record.article.text`, in text order. */
  readonly sentences: readonly Span[];
  /** What kind of source it came through; told from the page's location unless given. */
  readonly origin?: SourceOrigin | undefined;
}

export interface Added {
  /** `unchanged`: this article is in the record with this very text. */
  readonly outcome: 'new' | 'revised' | 'unchanged';
  readonly articleId: string;
  readonly revisionId: string;
}

/** Which part of a list. */
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

export interface ChronicleRequest extends PageRequest {
  /** At most this many claims with each article, 0 to 200; 20 unless given. */
  readonly claimsPerArticle?: number | undefined;
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
  /** Publishers of current revisions, most articles first. (Asked for by the lead: please implement.) */
  listPublishers(): Promise<readonly PublisherView[]>;
  /** Sources of claims, most claims first. Pronouns are left out unless `sourceKind` asks for them. */
  listSpeakers(filter?: Filter, limit?: number): Promise<readonly SpeakerView[]>;

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

  /** What to ask servers again with. Pages are remembered by `addArticle`, feeds by `set`. */
  readonly validators: {
    get(url: string): Promise<Validators | null>;
    set(url: string, validators: Validators): Promise<void>;
  };

  close(): Promise<void>;
}
