/** Large records for tests, written straight into the tables: a thousand times faster than adding articles. */

import type Sqlite from 'better-sqlite3';

import { shortId } from '../../src/document/record.ts';

export interface ManyRows {
  readonly articles: number;
  /** Claims of the article with this number; one each unless given. */
  readonly claimsOf?: (number: number) => number;
  /** When the article with this number counts as published; 50 articles a day unless given. */
  readonly timeOf?: (number: number) => string;
}

/** Fills an empty record. Articles are numbered from 1; all are in English, of one of ten publishers. */
export function fillRecord(raw: Sqlite.Database, words: ManyRows): void {
  const { articles, claimsOf = () => 1, timeOf = dayOf } = words;
  const insert = statements(raw);
  raw.transaction(() => {
    insert.source.run();
    insert.capture.run();
    for (let number = 1; number <= articles; number += 1) {
      const time = timeOf(number);
      const publisher = `Paper ${number % 10}`;
      const text = `The harbour was shut, Speaker ${number % 100} said.`;
      insert.article.run(
        number,
        shortId('AR', `${number}`),
        `${number}`,
        publisher,
        publisher.toLowerCase(),
        time,
        time,
      );
      insert.revision.run(number, shortId('RV', `${number}`), number, text, `sha256:${number}`);
      insert.current.run(number, number);
      insert.articleSource.run(number);
      insert.articleText.run(number, text);
      for (let ordinal = 0; ordinal < claimsOf(number); ordinal += 1) {
        const claim = (number - 1) * MOST_CLAIMS + ordinal + 1;
        const speaker = `Speaker ${number % 100}`;
        const stance = ordinal % 2 === 0 ? 'asserts' : 'denies';
        insert.claim.run(
          claim,
          shortId('CL', `${claim}`),
          `c${ordinal + 1}`,
          number,
          number,
          ordinal,
          time,
          speaker,
          speaker.toLowerCase(),
          stance,
        );
        insert.claimText.run(claim, 'the harbour was shut', speaker);
      }
    }
  })();
}

/** Claims that one article can have here. */
const MOST_CLAIMS = 100;

const MS_PER_DAY = 86_400_000;

/** Fifty articles in a row have one time, so that pages begin and end among equals. */
function dayOf(number: number): string {
  const day = Math.floor((number * 7919) / 50) % 2000;
  return new Date(Date.UTC(2015, 0, 1) + day * MS_PER_DAY).toISOString().slice(0, 10);
}

function statements(raw: Sqlite.Database) {
  const seen = "'2024-01-01T00:00:00.000Z'";
  return {
    source: raw.prepare(`INSERT INTO sources VALUES (1, 'notes', 'folder', NULL, ${seen}, ${seen})`),
    capture: raw.prepare(`INSERT INTO captures VALUES (1, 'sha256:c', 'identity', x'', 0)`),
    article: raw.prepare(`INSERT INTO articles
      (number, id, key, first_seen, last_seen, publisher, publisher_key, byline, published, language, sort_time, time_basis)
      VALUES (?, ?, ?, ${seen}, ${seen}, ?, ?, '[]', ?, 'en', ?, 'published')`),
    revision: raw.prepare(`INSERT INTO revisions
      (number, id, article, ordinal, as_of, text, text_hash, facts, location, format, first_retrieved, last_retrieved,
       headers, charset, capture, engine_version, engine_model, engine_lexicon)
      VALUES (?, ?, ?, 1, ${seen}, ?, ?, '{}', 'notes/a.txt', 'text', ${seen}, ${seen}, '{}', 'utf-8', 1, '0', 'm', 'l')`),
    current: raw.prepare('UPDATE articles SET current_revision = ? WHERE number = ?'),
    articleSource: raw.prepare('INSERT INTO article_sources VALUES (?, 1)'),
    articleText: raw.prepare(
      `INSERT INTO articles_fts (rowid, headline, standfirst, body) VALUES (?, '', '', ?)`,
    ),
    claim: raw.prepare(`INSERT INTO claims
      (number, id, local_id, article, revision, ordinal, current, sort_time, source_kind, source_spans, source_text, speaker,
       cue_spans, cue_text, cue_lemma, content_spans, content_text, sentence_start, sentence_end, sentence_text, speech, stance,
       confidence, because)
      VALUES (?, ?, ?, ?, ?, ?, 1, ?, 'named', '[]', ?, ?, '[]', 'said', 'say', '[]', 'the harbour was shut', 0, 0, '',
       'indirect', ?, 0.9, 'speech-verbs:say')`),
    claimText: raw.prepare('INSERT INTO claims_fts (rowid, content, source) VALUES (?, ?, ?)'),
  };
}
