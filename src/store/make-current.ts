/** Making a revision the current one: lists, filters and searches then speak of it. */

import type { Block } from '../document/block.ts';
import type { BlockKind } from '../document/block.ts';
import { indexArticle, indexClaims, unindexClaims } from './full-text.ts';
import { foldedName } from './search-text.ts';
import type { Database } from './tables.ts';
import { sortableTime } from './times.ts';
import type { RevisionView, TimeBasis } from './views.ts';

export async function makeCurrent(database: Database, article: number, revision: number): Promise<void> {
  await unindexClaims(database, article);
  await database
    .updateTable('claims')
    .set({ current: 0 })
    .where('article', '=', article)
    .where((eb) => eb('current', '=', eb.lit(1)))
    .execute();

  const {
    text,
    facts: json,
    first_seen,
  } = await database
    .selectFrom('revisions')
    .innerJoin('articles', 'articles.number', 'revisions.article')
    .where('revisions.number', '=', revision)
    .select(['revisions.text', 'revisions.facts', 'articles.first_seen'])
    .executeTakeFirstOrThrow();
  const facts = JSON.parse(json) as RevisionView['facts'];
  const { sortTime, timeBasis } = timeOf(facts, first_seen);
  const { url, publisher, headline, standfirst, byline, published, updated, language } = facts;
  await database
    .updateTable('articles')
    .set({ current_revision: revision, sort_time: sortTime, time_basis: timeBasis })
    .set({ url, publisher, headline, standfirst, published, updated, language })
    .set({ byline: JSON.stringify(byline), publisher_key: publisher === null ? null : foldedName(publisher) })
    .where('number', '=', article)
    .execute();
  await database
    .updateTable('claims')
    .set({ current: 1, sort_time: sortTime })
    .where('revision', '=', revision)
    .execute();

  await indexArticle(database, article, {
    headline,
    standfirst,
    text,
    blocks: await blocksOf(database, revision),
  });
  const claims = await database
    .selectFrom('claims')
    .where('revision', '=', revision)
    .select(['number', 'content_text', 'source_text'])
    .execute();
  await indexClaims(database, claims);
}

/** What an article is ordered by: published, else updated, else first retrieved. */
function timeOf(
  { published, updated }: Pick<RevisionView['facts'], 'published' | 'updated'>,
  firstSeen: string,
): { readonly sortTime: string; readonly timeBasis: TimeBasis } {
  const publishedTime = sortableTime(published ?? '');
  if (publishedTime !== null) return { sortTime: publishedTime, timeBasis: 'published' };
  const updatedTime = sortableTime(updated ?? '');
  if (updatedTime !== null) return { sortTime: updatedTime, timeBasis: 'updated' };
  return { sortTime: firstSeen, timeBasis: 'retrieved' };
}

async function blocksOf(database: Database, revision: number): Promise<Block[]> {
  const rows = await database
    .selectFrom('blocks')
    .where('revision', '=', revision)
    .orderBy('ordinal')
    .selectAll()
    .execute();
  return rows.map(({ kind, start_offset, end_offset }) => ({
    kind: kind as BlockKind,
    start: start_offset,
    end: end_offset,
  }));
}
