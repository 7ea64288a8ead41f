/** The full-text index: the one place, beside `sqlite.ts` and the schema, that is SQLite's own (FTS5). */

import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';

import { isReadable } from '../document/block.ts';
import type { Block } from '../document/block.ts';
import { GAP_BETWEEN_SPANS } from './claim-rows.ts';
import { phraseMatch } from './search-query.ts';
import type { Search } from './search-query.ts';
import { foldedWords } from './search-text.ts';
import type { Database } from './tables.ts';

/** Whether the current text of the article of a row of `articles` matches. */
export function matchesArticle(search: Search): RawBuilder<SqlBool> {
  return matches(
    search,
    (match) => sql`articles.number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ${match})`,
  );
}

/** Whether the content and the source of a row of `claims` match. */
export function matchesClaim(search: Search): RawBuilder<SqlBool> {
  return matches(
    search,
    (match) => sql`claims.number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ${match})`,
  );
}

/** Whether these words stand in a row in the source of a row of `claims`. */
export function matchesSpeaker(words: string): RawBuilder<SqlBool> {
  const phrase = phraseMatch(words);
  return matchesClaim({ match: phrase === null ? null : `{source} : (${phrase})`, negated: false });
}

/** Indexes the current text of an article in place of what was indexed of it. */
export async function indexArticle(
  database: Database,
  article: number,
  { headline, standfirst, text, blocks }: IndexedText,
): Promise<void> {
  // Headline and standfirst have columns of their own.
  const body = blocks.filter(
    (block) => isReadable(block) && block.kind !== 'headline' && block.kind !== 'standfirst',
  );
  const words = foldedWords(body.map(({ start, end }) => text.slice(start, end)).join('\n'));
  await sql`INSERT OR REPLACE INTO articles_fts (rowid, headline, standfirst, body)
    VALUES (${article}, ${foldedWords(headline ?? '')}, ${foldedWords(standfirst ?? '')}, ${words})`.execute(
    database,
  );
}

export interface IndexedText {
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface IndexedClaim {
  readonly number: number;
  readonly content_text: string;
  readonly source_text: string;
}

/** Indexes claims that are not in the index. */
export async function indexClaims(database: Database, claims: readonly IndexedClaim[]): Promise<void> {
  for (let first = 0; first < claims.length; first += CLAIMS_AT_ONCE) {
    const rows = claims
      .slice(first, first + CLAIMS_AT_ONCE)
      .map(
        ({ number, content_text, source_text }) =>
          sql`(${number}, ${foldedParts(content_text)}, ${foldedParts(source_text)})`,
      );
    await sql`INSERT INTO claims_fts (rowid, content, source) VALUES ${sql.join(rows)}`.execute(database);
  }
}

/** Takes the current claims of an article out of the index. */
export async function unindexClaims(database: Database, article: number): Promise<void> {
  await sql`DELETE FROM claims_fts
    WHERE rowid IN (SELECT number FROM claims WHERE article = ${article} AND current = 1)`.execute(database);
}

/**
 * A word that no text has (a character for private use), between the parts of a
 * quotation: a phrase must not reach over what stands between them in the article.
 */
const GAP_WORD = '\ue000';

function foldedParts(quoted: string): string {
  return quoted.split(GAP_BETWEEN_SPANS).map(foldedWords).join(` ${GAP_WORD} `);
}

/** A statement may hold some 32,000 values. */
const CLAIMS_AT_ONCE = 1000;

function matches(
  { match, negated }: Search,
  isIndexed: (match: string) => RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  if (match === null) return negated ? sql<SqlBool>`1 = 1` : sql<SqlBool>`1 = 0`;
  return negated ? sql<SqlBool>`NOT (${isIndexed(match)})` : sql<SqlBool>`(${isIndexed(match)})`;
}
