/** Queries of the table `articles`: lists, counts, one article. */

import { articleConditions } from './filter.ts';
import type { CheckedFilter } from './filter.ts';
import { tidyId, urlKey } from './ids.ts';
import { checkPage } from './paging.ts';
import type { PageOf, PageRequest } from './paging.ts';
import { listRevisions, revisionView } from './revisions.ts';
import type { Database } from './tables.ts';
import type { ArticleSummary, ArticleView, TimeBasis } from './views.ts';

/** Order of articles: time, then id. */
type Place = readonly [sortTime: string, id: string];

export async function listArticles(
  database: Database,
  filter: CheckedFilter,
  request: PageRequest,
): Promise<PageOf<ArticleSummary>> {
  const page = await pageOfArticles(database, 'articles', filter, request);
  return { items: page.items.map(({ summary }) => summary), next: page.next };
}

/** A page of articles with their row numbers, for lists that show something beside them. */
export async function pageOfArticles(
  database: Database,
  list: string,
  filter: CheckedFilter,
  request: PageRequest,
): Promise<PageOf<{ readonly number: number; readonly summary: ArticleSummary }>> {
  const page = checkPage<Place>(list, request, ['', '']);
  let query = selectSummaries(database)
    .where((eb) => eb.and(articleConditions(eb, filter)))
    .orderBy('articles.sort_time', page.order)
    .orderBy('articles.id', page.order)
    .limit(page.limit + 1);
  const { after } = page;
  if (after !== null) {
    query = query.where((eb) =>
      eb(
        eb.refTuple('articles.sort_time', 'articles.id'),
        page.order === 'desc' ? '<' : '>',
        eb.tuple(...after),
      ),
    );
  }
  const rows = await query.execute();
  const sources = await sourcesOf(
    database,
    rows.map(({ number }) => number),
  );
  return page.partOf(
    rows,
    ({ sort_time, id }) => [sort_time, id],
    (row) => ({ number: row.number, summary: articleSummary(row, sources.get(row.number) ?? []) }),
  );
}

export async function countArticles(database: Database, filter: CheckedFilter): Promise<number> {
  const { count } = await database
    .selectFrom('articles')
    .where((eb) => eb.and(articleConditions(eb, filter)))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function getArticle(database: Database, idOrUrl: string): Promise<ArticleView | null> {
  const number = await numberOf(database, idOrUrl);
  if (number === null) return null;
  const row = await selectSummaries(database).where('articles.number', '=', number).executeTakeFirstOrThrow();
  const revision = await revisionView(database, row.current_revision ?? 0);
  if (revision === null) return null;
  const sources = await sourcesOf(database, [number]);
  const urls = await database
    .selectFrom('article_urls')
    .select('url')
    .where('article', '=', number)
    .orderBy('url')
    .execute();
  return {
    ...articleSummary(row, sources.get(number) ?? []),
    urls: urls.map(({ url }) => url),
    revision,
    revisionList: await listRevisions(database, number),
  };
}

async function numberOf(database: Database, idOrUrl: string): Promise<number | null> {
  const byId = await database
    .selectFrom('articles')
    .select('number')
    .where('id', '=', tidyId(idOrUrl))
    .executeTakeFirst();
  if (byId !== undefined) return byId.number;
  const byUrl = await database
    .selectFrom('article_urls')
    .select('article')
    .where('url', '=', urlKey(idOrUrl.trim()))
    .executeTakeFirst();
  return byUrl?.article ?? null;
}

function selectSummaries(database: Database) {
  return database
    .selectFrom('articles')
    .innerJoin('revisions', 'revisions.number', 'articles.current_revision')
    .selectAll('articles')
    .select((eb) => [
      'revisions.id as revision_id',
      eb
        .selectFrom('revisions as own')
        .whereRef('own.article', '=', 'articles.number')
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('revisions'),
      eb
        .selectFrom('claims')
        .whereRef('claims.article', '=', 'articles.number')
        .where('claims.current', '=', eb.lit(1))
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('claims'),
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

function articleSummary(row: SummaryRow, sources: readonly string[]): ArticleSummary {
  return {
    id: row.id,
    revisionId: row.revision_id,
    url: row.url,
    publisher: row.publisher,
    headline: row.headline,
    standfirst: row.standfirst,
    byline: JSON.parse(row.byline) as string[],
    published: row.published,
    updated: row.updated,
    language: row.language,
    sources,
    sortTime: row.sort_time,
    timeBasis: row.time_basis as TimeBasis,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    revisions: row.revisions,
    claims: row.claims,
  };
}

/** Locations of the sources of each article. */
async function sourcesOf(database: Database, articles: readonly number[]): Promise<Map<number, string[]>> {
  const sources = new Map<number, string[]>();
  if (articles.length === 0) return sources;
  const rows = await database
    .selectFrom('article_sources')
    .innerJoin('sources', 'sources.number', 'article_sources.source')
    .where('article_sources.article', 'in', articles)
    .select(['article_sources.article', 'sources.location'])
    .orderBy('sources.location')
    .execute();
  for (const { article, location } of rows) sources.set(article, [...(sources.get(article) ?? []), location]);
  return sources;
}
