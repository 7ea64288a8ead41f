/** Queries of the table `claims`: lists, counts, one claim, the claims of a revision. */

import type { SqlBool, ExpressionBuilder, Expression } from 'kysely';

import { claimView } from './claim-rows.ts';
import type { SelectedClaim } from './claim-rows.ts';
import { claimConditions, selectMatching } from './filter.ts';
import type { CheckedFilter } from './filter.ts';
import { tidyId } from './ids.ts';
import { checkPage } from './paging.ts';
import type { CheckedPage, PageOf, PageRequest } from './paging.ts';
import type { Database, Tables } from './tables.ts';
import type { ClaimView, ListedClaim, TimeBasis } from './views.ts';

/** Order of claims: time of the article, then the article, then text order within it. */
type Place = readonly [sortTime: string, article: number, ordinal: number];

export async function listClaims(
  database: Database,
  filter: CheckedFilter,
  request: PageRequest,
): Promise<PageOf<ListedClaim>> {
  const page = checkPage<Place>('claims', request, ['', 0, 0]);
  const rows = await selectListed(database)
    .where((eb) => eb.and([...claimConditions(eb, filter), ...isAfter(eb, page)]))
    .orderBy('claims.sort_time', page.order)
    .orderBy('claims.article', page.order)
    .orderBy('claims.ordinal', 'asc')
    .limit(page.limit + 1)
    .execute();
  return page.partOf(
    rows,
    ({ sort_time, article_number, ordinal }) => [sort_time, article_number, ordinal],
    listedClaim,
  );
}

export async function countClaims(database: Database, filter: CheckedFilter): Promise<number> {
  const { count } = await selectMatching(database, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function getClaim(database: Database, id: string): Promise<ListedClaim | null> {
  const row = await selectListed(database).where('claims.id', '=', tidyId(id)).executeTakeFirst();
  return row === undefined ? null : listedClaim(row);
}

/** The claims of one revision, in text order. */
export async function claimsOfRevision(database: Database, revision: number): Promise<ClaimView[]> {
  const rows = await selectClaims(database)
    .where('claims.revision', '=', revision)
    .orderBy('claims.ordinal')
    .execute();
  return rows.map(claimView);
}

/** Claims with the ids of the rows they point at. Other conditions and orders can be added. */
export function selectClaims(database: Database) {
  return database
    .selectFrom('claims')
    .innerJoin('articles', 'articles.number', 'claims.article')
    .innerJoin('revisions', 'revisions.number', 'claims.revision')
    .leftJoin('claims as outer_claim', (join) =>
      join
        .onRef('outer_claim.revision', '=', 'claims.revision')
        .onRef('outer_claim.ordinal', '=', 'claims.inside'),
    )
    .selectAll('claims')
    .select([
      'articles.id as article_id',
      'articles.number as article_number',
      'revisions.id as revision_id',
      'outer_claim.id as outer_id',
    ]);
}

function selectListed(database: Database) {
  return selectClaims(database).select([
    'articles.url',
    'articles.publisher',
    'articles.headline',
    'articles.published',
    'articles.language',
    'articles.sort_time as article_time',
    'articles.time_basis',
  ]);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectListed>['execute']>>[number];

function listedClaim(row: ListedRow): ListedClaim {
  return {
    ...claimView(row satisfies SelectedClaim),
    article: {
      id: row.article_id,
      url: row.url,
      publisher: row.publisher,
      headline: row.headline,
      published: row.published,
      language: row.language,
      sortTime: row.article_time,
      timeBasis: row.time_basis as TimeBasis,
    },
  };
}

/**
 * Whether a claim comes after the last one given out. The first condition lets an
 * index begin at the article of that one; the second leaves out what was given of it.
 */
function isAfter(
  eb: ExpressionBuilder<Tables, 'claims'>,
  { after, order }: CheckedPage<Place>,
): Expression<SqlBool>[] {
  if (after === null) return [];
  const [time, article, ordinal] = after;
  const place = eb.refTuple('claims.sort_time', 'claims.article');
  return [
    eb(place, order === 'desc' ? '<=' : '>=', eb.tuple(time, article)),
    eb.or([
      eb('claims.sort_time', '!=', time),
      eb('claims.article', '!=', article),
      eb('claims.ordinal', '>', ordinal),
    ]),
  ];
}
