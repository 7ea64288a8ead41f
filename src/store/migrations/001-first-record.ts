/**
 * Schema 1: sources, articles, revisions with their captures and blocks, claims, and the change sequence.
 *
 * A migration is never edited once released: records made by it are out there.
 */

import type { Migration } from './migration.ts';

export const firstRecord: Migration = {
  version: 1,
  sql: `
CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  location TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL CHECK (origin IN ('feed', 'folder', 'file', 'url', 'stdin', 'jsonl', 'sample')),
  independence_group TEXT,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  current_revision INTEGER REFERENCES revisions (number),
  url TEXT,
  publisher TEXT,
  publisher_key TEXT,
  headline TEXT,
  standfirst TEXT,
  byline TEXT NOT NULL,
  published TEXT,
  updated TEXT,
  language TEXT NOT NULL,
  sort_time TEXT NOT NULL,
  time_basis TEXT NOT NULL CHECK (time_basis IN ('published', 'updated', 'retrieved'))
) STRICT;
CREATE INDEX articles_by_time ON articles (sort_time, id);
CREATE INDEX articles_by_publisher ON articles (publisher_key, sort_time, id);
CREATE INDEX articles_by_language ON articles (language, sort_time, id);

CREATE TABLE article_sources (
  article INTEGER NOT NULL REFERENCES articles (number),
  source INTEGER NOT NULL REFERENCES sources (number),
  PRIMARY KEY (article, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_sources_by_source ON article_sources (source, article);

CREATE TABLE article_urls (
  url TEXT NOT NULL PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_urls_by_article ON article_urls (article);

CREATE TABLE captures (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  packing TEXT NOT NULL CHECK (packing IN ('identity', 'gzip')),
  content BLOB NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (number),
  ordinal INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  text TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  facts TEXT NOT NULL,
  location TEXT NOT NULL,
  format TEXT NOT NULL,
  first_retrieved TEXT NOT NULL,
  last_retrieved TEXT NOT NULL,
  final_url TEXT,
  status INTEGER,
  headers TEXT NOT NULL,
  charset TEXT NOT NULL,
  capture INTEGER NOT NULL REFERENCES captures (number),
  engine_version TEXT NOT NULL,
  engine_model TEXT NOT NULL,
  engine_lexicon TEXT NOT NULL,
  UNIQUE (article, text_hash)
) STRICT;
CREATE INDEX revisions_by_capture ON revisions (capture);

CREATE TABLE blocks (
  revision INTEGER NOT NULL REFERENCES revisions (number),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  PRIMARY KEY (revision, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  local_id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  revision INTEGER NOT NULL REFERENCES revisions (number),
  ordinal INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  sort_time TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  source_spans TEXT NOT NULL,
  source_text TEXT NOT NULL,
  speaker TEXT NOT NULL,
  cue_spans TEXT NOT NULL,
  cue_text TEXT NOT NULL,
  cue_lemma TEXT NOT NULL,
  content_spans TEXT NOT NULL,
  content_text TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  sentence_text TEXT NOT NULL,
  speech TEXT NOT NULL,
  stance TEXT NOT NULL,
  medium TEXT,
  hedge_start INTEGER,
  hedge_end INTEGER,
  hedge_lemma TEXT,
  inside INTEGER,
  confidence REAL NOT NULL,
  because TEXT NOT NULL,
  UNIQUE (revision, ordinal)
) STRICT;
CREATE INDEX claims_newest_first ON claims (sort_time DESC, article DESC, ordinal) WHERE current = 1;
CREATE INDEX claims_oldest_first ON claims (sort_time, article, ordinal) WHERE current = 1;
CREATE INDEX claims_by_speaker ON claims (speaker, article, source_kind) WHERE current = 1;
CREATE INDEX claims_by_stance ON claims (stance, sort_time DESC, article DESC, ordinal, speech, source_kind)
  WHERE current = 1;
CREATE INDEX claims_by_article ON claims (article, ordinal) WHERE current = 1;

CREATE TABLE changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (number),
  revision INTEGER NOT NULL REFERENCES revisions (number)
) STRICT;

CREATE TABLE validators (
  url TEXT NOT NULL PRIMARY KEY,
  etag TEXT,
  last_modified TEXT
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, standfirst, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  content, source,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
`,
};
