-- A record as schema 1 left it, frozen: later schemas must be reached from here without loss. Never edited.

PRAGMA foreign_keys = OFF;
BEGIN;
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

INSERT INTO sources (number, location, origin, independence_group, first_seen, last_seen) VALUES (1, 'https://news.example/orlen/harbour', 'url', NULL, '2024-05-06T08:00:00.000Z', '2024-05-07T08:00:00.000Z');
INSERT INTO sources (number, location, origin, independence_group, first_seen, last_seen) VALUES (2, 'notes', 'folder', NULL, '2024-05-06T08:00:00.000Z', '2024-05-06T08:00:00.000Z');
INSERT INTO captures (number, hash, packing, content, bytes) VALUES (1, 'sha256:856da86a3714b164cf1dd700c9f98a0226cfecccb144f7ed2b38ff17e11b60d6', 'gzip', x'1f8b08000000000000032dca310ec2300c05d03da7f807403d05030c150b62ffd4ae1235b2911d84727b96ae4fefc678fb37b0754f95529e55514ff31d8fe86ac8c1a9721eb8617513ce0b564e0fdc7b2a5e0c43b2c952cad5b74323216a4d05a37280c811ed50fc98f8749aa92c7fdf1562e37e000000', 126);
INSERT INTO captures (number, hash, packing, content, bytes) VALUES (2, 'sha256:61c1fd7c03408fb535498cd865d254b469382e6f40c02e610498cd0ad0c1378d', 'identity', x'486172626f7572206f70656e0a0a54686520686172626f7572206973206f70656e2c204d61796f7220496c7365205661726e20736169642e', 56);
INSERT INTO captures (number, hash, packing, content, bytes) VALUES (3, 'sha256:51dbcc787607f117eabd1b5b0c5ff3dfd94c4088ecdaf0388a6fee8b595fa0a5', 'identity', x'e6b8a1e8bdaee5819ce888aaefbc8ce983a8e995bfe8a1a8e7a4bae38082', 30);
INSERT INTO articles (number, id, key, first_seen, last_seen, current_revision, url, publisher, publisher_key, headline, standfirst, byline, published, updated, language, sort_time, time_basis) VALUES (1, 'AR-9QKKQYF1', 'https://news.example/orlen/harbour', '2024-05-06T08:00:00.000Z', '2024-05-07T08:00:00.000Z', 2, 'https://news.example/orlen/harbour', 'The Orlen Post', 'orlen post', 'Harbour open', NULL, '[]', '2024-05-06T09:00:00+02:00', NULL, 'en', '2024-05-06T07:00:00Z', 'published');
INSERT INTO articles (number, id, key, first_seen, last_seen, current_revision, url, publisher, publisher_key, headline, standfirst, byline, published, updated, language, sort_time, time_basis) VALUES (2, 'AR-JF1890PE', 'sha256:51dbcc787607f117eabd1b5b0c5ff3dfd94c4088ecdaf0388a6fee8b595fa0a5', '2024-05-06T08:00:00.000Z', '2024-05-06T08:00:00.000Z', 3, NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, 'zh', '2024-05-06T08:00:00.000Z', 'retrieved');
INSERT INTO revisions (number, id, article, ordinal, as_of, text, text_hash, facts, location, format, first_retrieved, last_retrieved, final_url, status, headers, charset, capture, engine_version, engine_model, engine_lexicon) VALUES (1, 'RV-C8RGRGWM', 1, 1, '2024-05-06T08:00:00.000Z', 'Harbour closed' || char(10) || '' || char(10) || 'The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said.' || char(10) || '' || char(10) || 'Dockers denied that a strike was planned.', 'sha256:856da86a3714b164cf1dd700c9f98a0226cfecccb144f7ed2b38ff17e11b60d6', '{"givenId":null,"url":"https://news.example/orlen/harbour","publisher":"The Orlen Post","headline":"Harbour closed","standfirst":null,"byline":[],"dateline":null,"section":null,"published":"2024-05-06T09:00:00+02:00","updated":null,"language":"en","languageConfidence":1,"machineTranslated":false,"notices":[],"images":[]}', 'https://news.example/orlen/harbour', 'html', '2024-05-06T08:00:00.000Z', '2024-05-06T08:00:00.000Z', 'https://news.example/orlen/harbour', 200, '{"etag":"\"a\""}', 'utf-8', 1, '0.1.0', 'sha256:m', 'sha256:l');
INSERT INTO revisions (number, id, article, ordinal, as_of, text, text_hash, facts, location, format, first_retrieved, last_retrieved, final_url, status, headers, charset, capture, engine_version, engine_model, engine_lexicon) VALUES (2, 'RV-Z2VNTG74', 1, 2, '2024-05-07T08:00:00.000Z', 'Harbour open' || char(10) || '' || char(10) || 'The harbour is open, Mayor Ilse Varn said.', 'sha256:61c1fd7c03408fb535498cd865d254b469382e6f40c02e610498cd0ad0c1378d', '{"givenId":null,"url":"https://news.example/orlen/harbour","publisher":"The Orlen Post","headline":"Harbour open","standfirst":null,"byline":[],"dateline":null,"section":null,"published":"2024-05-06T09:00:00+02:00","updated":null,"language":"en","languageConfidence":1,"machineTranslated":false,"notices":[],"images":[]}', 'https://news.example/orlen/harbour', 'html', '2024-05-07T08:00:00.000Z', '2024-05-07T08:00:00.000Z', 'https://news.example/orlen/harbour', 200, '{"etag":"\"b\""}', 'utf-8', 2, '0.1.0', 'sha256:m', 'sha256:l');
INSERT INTO revisions (number, id, article, ordinal, as_of, text, text_hash, facts, location, format, first_retrieved, last_retrieved, final_url, status, headers, charset, capture, engine_version, engine_model, engine_lexicon) VALUES (3, 'RV-BPG3S9SW', 2, 1, '2024-05-06T08:00:00.000Z', '渡轮停航，部长表示。', 'sha256:51dbcc787607f117eabd1b5b0c5ff3dfd94c4088ecdaf0388a6fee8b595fa0a5', '{"givenId":null,"url":null,"publisher":null,"headline":null,"standfirst":null,"byline":[],"dateline":null,"section":null,"published":null,"updated":null,"language":"zh","languageConfidence":1,"machineTranslated":false,"notices":[],"images":[]}', 'notes/orlen.txt', 'text', '2024-05-06T08:00:00.000Z', '2024-05-06T08:00:00.000Z', NULL, NULL, '{}', 'utf-8', 3, '0.1.0', 'sha256:m', 'sha256:l');
INSERT INTO article_sources (article, source) VALUES (1, 1);
INSERT INTO article_sources (article, source) VALUES (2, 2);
INSERT INTO article_urls (url, article) VALUES ('https://news.example/orlen/harbour', 1);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (1, 0, 'headline', 0, 14);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (1, 1, 'paragraph', 16, 83);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (1, 2, 'paragraph', 85, 126);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (2, 0, 'headline', 0, 12);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (2, 1, 'paragraph', 14, 56);
INSERT INTO blocks (revision, ordinal, kind, start_offset, end_offset) VALUES (3, 0, 'paragraph', 0, 10);
INSERT INTO claims (number, id, local_id, article, revision, ordinal, current, sort_time, source_kind, source_spans, source_text, speaker, cue_spans, cue_text, cue_lemma, content_spans, content_text, sentence_start, sentence_end, sentence_text, speech, stance, medium, hedge_start, hedge_end, hedge_lemma, inside, confidence, because) VALUES (1, 'CL-V4HGXQ2Y', 'c1', 1, 1, 0, 0, '2024-05-06T07:00:00Z', 'named', '[[62,77]]', 'Mayor Ilse Varn', 'mayor ilse varn', '[[78,82]]', 'said', 'said', '[[16,60]]', 'The harbour of Orlen stayed closed on Monday', 16, 83, 'The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said.', 'indirect', 'asserts', NULL, NULL, NULL, NULL, NULL, 0.9, 'speech-verbs:said');
INSERT INTO claims (number, id, local_id, article, revision, ordinal, current, sort_time, source_kind, source_spans, source_text, speaker, cue_spans, cue_text, cue_lemma, content_spans, content_text, sentence_start, sentence_end, sentence_text, speech, stance, medium, hedge_start, hedge_end, hedge_lemma, inside, confidence, because) VALUES (2, 'CL-BFS9MG79', 'c2', 1, 1, 1, 0, '2024-05-06T07:00:00Z', 'unnamed', '[[85,92]]', 'Dockers', 'dockers', '[[93,99]]', 'denied', 'denied', '[[100,125]]', 'that a strike was planned', 85, 126, 'Dockers denied that a strike was planned.', 'indirect', 'denies', NULL, NULL, NULL, NULL, NULL, 0.9, 'speech-verbs:denied');
INSERT INTO claims (number, id, local_id, article, revision, ordinal, current, sort_time, source_kind, source_spans, source_text, speaker, cue_spans, cue_text, cue_lemma, content_spans, content_text, sentence_start, sentence_end, sentence_text, speech, stance, medium, hedge_start, hedge_end, hedge_lemma, inside, confidence, because) VALUES (3, 'CL-T2GC6Y7G', 'c1', 1, 2, 0, 1, '2024-05-06T07:00:00Z', 'named', '[[35,50]]', 'Mayor Ilse Varn', 'mayor ilse varn', '[[51,55]]', 'said', 'said', '[[14,33]]', 'The harbour is open', 14, 56, 'The harbour is open, Mayor Ilse Varn said.', 'indirect', 'asserts', NULL, NULL, NULL, NULL, NULL, 0.9, 'speech-verbs:said');
INSERT INTO claims (number, id, local_id, article, revision, ordinal, current, sort_time, source_kind, source_spans, source_text, speaker, cue_spans, cue_text, cue_lemma, content_spans, content_text, sentence_start, sentence_end, sentence_text, speech, stance, medium, hedge_start, hedge_end, hedge_lemma, inside, confidence, because) VALUES (4, 'CL-C8QSZGFS', 'c1', 2, 3, 0, 1, '2024-05-06T08:00:00.000Z', 'named', '[[5,7]]', '部长', '部长', '[[7,9]]', '表示', '表示', '[[0,4]]', '渡轮停航', 0, 10, '渡轮停航，部长表示。', 'indirect', 'asserts', NULL, NULL, NULL, NULL, NULL, 0.9, 'speech-verbs:表示');
INSERT INTO changes (number, at, kind, what, article, revision) VALUES (1, '2024-06-01T00:00:00.000Z', 'created', 'article', 1, 1);
INSERT INTO changes (number, at, kind, what, article, revision) VALUES (2, '2024-06-01T00:00:00.000Z', 'updated', 'article', 1, 2);
INSERT INTO changes (number, at, kind, what, article, revision) VALUES (3, '2024-06-01T00:00:00.000Z', 'created', 'article', 2, 3);
INSERT INTO validators (url, etag, last_modified) VALUES ('https://news.example/orlen/harbour', '"b"', NULL);
INSERT INTO articles_fts (rowid, headline, standfirst, body) VALUES (1, 'Harbour open', '', 'The harbour is open Mayor Ilse Varn said');
INSERT INTO articles_fts (rowid, headline, standfirst, body) VALUES (2, '', '', '渡 轮 停 航 部 长 表 示');
INSERT INTO claims_fts (rowid, content, source) VALUES (3, 'The harbour is open', 'Mayor Ilse Varn');
INSERT INTO claims_fts (rowid, content, source) VALUES (4, '渡 轮 停 航', '部 长');

COMMIT;
PRAGMA user_version = 1;
PRAGMA application_id = 1095650892;
