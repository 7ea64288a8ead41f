/** The tables as the queries see them. `migrations/` makes them; the two say the same. */

import type { Generated, Kysely } from 'kysely';

/** A query can be asked of the database or of a transaction on it. */
export type Database = Kysely<Tables>;

export interface Tables {
  readonly sources: SourceRow;
  readonly articles: ArticleRow;
  readonly article_sources: ArticleSourceRow;
  readonly article_urls: { url: string; article: number };
  readonly captures: CaptureRow;
  readonly revisions: RevisionRow;
  readonly blocks: BlockRow;
  readonly claims: ClaimRow;
  readonly changes: ChangeRow;
  readonly validators: { url: string; etag: string | null; last_modified: string | null };
}

export interface SourceRow {
  number: Generated<number>;
  location: string;
  origin: string;
  independence_group: string | null;
  first_seen: string;
  last_seen: string;
}

export interface ArticleRow {
  number: Generated<number>;
  /** `AR-…` */
  id: string;
  /** What the id was made from: the first canonical URL, or the hash of the text. */
  key: string;
  first_seen: string;
  last_seen: string;
  /** Null only inside the transaction that adds the article. */
  current_revision: number | null;
  /** The columns below repeat the current revision, so that lists can be filtered and ordered by an index. */
  url: string | null;
  publisher: string | null;
  publisher_key: string | null;
  headline: string | null;
  standfirst: string | null;
  /** JSON list. */
  byline: string;
  published: string | null;
  updated: string | null;
  language: string;
  sort_time: string;
  time_basis: string;
}

/** An article may come through several sources. */
export interface ArticleSourceRow {
  article: number;
  source: number;
}

export interface CaptureRow {
  number: Generated<number>;
  /** `sha256:…` of the bytes before compression. */
  hash: string;
  /** How `content` is compressed: `gzip` or `identity`. */
  packing: string;
  content: Uint8Array;
  /** Length before compression. */
  bytes: number;
}

export interface RevisionRow {
  number: Generated<number>;
  /** `RV-…` */
  id: string;
  article: number;
  /** 1, 2, … within the article, in the order in which the record took them in. */
  ordinal: number;
  /** When this text was the article's, as far as known; the greatest is current. See `add-article.ts`. */
  as_of: string;
  text: string;
  text_hash: string;
  /** The facts of the article beside its text: JSON of `RecordedArticle` without id, text, hash and blocks. */
  facts: string;
  /** JSON of what else the record says of the text: `RevisionLayers`. */
  layers: string;
  location: string;
  format: string;
  first_retrieved: string;
  last_retrieved: string;
  final_url: string | null;
  status: number | null;
  /** JSON object. */
  headers: string;
  charset: string;
  capture: number;
  engine_version: string;
  engine_model: string;
  engine_lexicon: string;
}

export interface BlockRow {
  revision: number;
  ordinal: number;
  kind: string;
  start_offset: number;
  end_offset: number;
}

/** Spans are JSON lists of `[start, end]`. */
export interface ClaimRow {
  number: Generated<number>;
  /** `CL-…` */
  id: string;
  /** `c1` */
  local_id: string;
  article: number;
  revision: number;
  ordinal: number;
  /** 1 when its revision is the article's current one. */
  current: number;
  /** The article's, repeated for the index. */
  sort_time: string;
  source_kind: string;
  source_spans: string;
  source_text: string;
  /** Id, in the record of the article, of the entity that the source stands for. */
  source_entity: string | null;
  /** `source_text` folded, for grouping; empty when there is none. */
  speaker: string;
  cue_spans: string;
  cue_text: string;
  cue_lemma: string;
  content_spans: string;
  content_text: string;
  sentence_start: number;
  sentence_end: number;
  sentence_text: string;
  speech: string;
  stance: string;
  medium: string | null;
  hedge_start: number | null;
  hedge_end: number | null;
  hedge_lemma: string | null;
  /** `ordinal` of the claim, of the same revision, in whose content this one lies. */
  inside: number | null;
  confidence: number;
  because: string;
}

export interface ChangeRow {
  number: Generated<number>;
  at: string;
  kind: string;
  what: string;
  article: number;
  revision: number;
}
