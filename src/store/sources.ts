/** Queries of the table `sources`: where articles come from. */

import type { Page } from '../document/page.ts';
import type { Database } from './tables.ts';
import type { SourceOrigin, SourceView } from './views.ts';

/** All sources, the one last seen first, with what came through each. */
export async function listSources(database: Database): Promise<SourceView[]> {
  const rows = await database
    .selectFrom('sources')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('article_sources')
        .whereRef('article_sources.source', '=', 'sources.number')
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('articles'),
      eb
        .selectFrom('article_sources')
        .innerJoin('claims', 'claims.article', 'article_sources.article')
        .whereRef('article_sources.source', '=', 'sources.number')
        .where('claims.current', '=', eb.lit(1))
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('claims'),
    ])
    .orderBy('last_seen', 'desc')
    .orderBy('location')
    .execute();
  return rows.map((row) => ({
    location: row.location,
    origin: row.origin as SourceOrigin,
    independenceGroup: row.independence_group,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    articles: row.articles,
    claims: row.claims,
  }));
}

/** Notes that a source gave something at `seen`, and gives the number of its row. */
export async function touchSource(
  database: Database,
  location: string,
  origin: SourceOrigin,
  seen: string,
): Promise<number> {
  const known = await database
    .selectFrom('sources')
    .selectAll()
    .where('location', '=', location)
    .executeTakeFirst();
  if (known === undefined) {
    const { number } = await database
      .insertInto('sources')
      .values({ location, origin, independence_group: null, first_seen: seen, last_seen: seen })
      .returning('number')
      .executeTakeFirstOrThrow();
    return number;
  }
  if (known.last_seen < seen) {
    await database
      .updateTable('sources')
      .set({ last_seen: seen })
      .where('number', '=', known.number)
      .execute();
  }
  if (seen < known.first_seen) {
    await database
      .updateTable('sources')
      .set({ first_seen: seen })
      .where('number', '=', known.number)
      .execute();
  }
  return known.number;
}

/** What kind of source a page came through, told from how its location is written. */
export function originOf({ source, location }: Page): SourceOrigin {
  if (source === 'standard input') return 'stdin';
  const isWeb = /^https?:/i;
  if (isWeb.test(source) && source === location) return 'url';
  // Pages that were found through something else were found through a feed, on the web or saved.
  if (isWeb.test(source) || isWeb.test(location)) return 'feed';
  if (/ line \d+$/.test(location)) return 'jsonl';
  return source === location ? 'file' : 'folder';
}
