/** The chronicle: articles in the order of time, each with those of its claims that match. */

import { pageOfArticles } from './articles.ts';
import { claimView } from './claim-rows.ts';
import { selectClaims } from './claims.ts';
import { ownConditions } from './filter.ts';
import type { CheckedFilter } from './filter.ts';
import { checkLimit } from './paging.ts';
import type { PageOf, PageRequest } from './paging.ts';
import type { Database } from './tables.ts';
import type { ChronicleEntry, ClaimView } from './views.ts';

export interface ChronicleRequest extends PageRequest {
  /** At most this many claims with each article, 0 to 200; 20 unless given. */
  readonly claimsPerArticle?: number | undefined;
}

const DEFAULT_CLAIMS = 20;
const MAX_CLAIMS = 200;

export async function chronicle(
  database: Database,
  filter: CheckedFilter,
  { claimsPerArticle = DEFAULT_CLAIMS, ...request }: ChronicleRequest,
): Promise<PageOf<ChronicleEntry>> {
  checkLimit('claimsPerArticle', claimsPerArticle, 0, MAX_CLAIMS);
  const page = await pageOfArticles(database, 'chronicle', filter, request);
  const matching = await matchingClaims(
    database,
    page.items.map(({ number }) => number),
    filter,
    claimsPerArticle,
  );
  return {
    items: page.items.map(({ number, summary }) => ({
      article: summary,
      claims: matching.get(number)?.claims ?? [],
      matchingClaims: matching.get(number)?.count ?? 0,
    })),
    next: page.next,
  };
}

interface Matching {
  readonly claims: ClaimView[];
  readonly count: number;
}

/** Of each article the first `limit` claims that match, and how many there are. */
async function matchingClaims(
  database: Database,
  articles: readonly number[],
  filter: CheckedFilter,
  limit: number,
): Promise<Map<number, Matching>> {
  const found = new Map<number, Matching>();
  if (articles.length === 0) return found;
  const ranked = selectClaims(database)
    .where('claims.article', 'in', articles)
    .where((eb) => eb.and(ownConditions(eb, filter)))
    .select((eb) => [
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('claims.article').orderBy('claims.ordinal'))
        .as('rank'),
      eb.fn
        .countAll<number>()
        .over((over) => over.partitionBy('claims.article'))
        .as('count'),
    ]);
  const rows = await database
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('ranked.rank', '<=', Math.max(limit, 1))
    .orderBy('ranked.article_number')
    .orderBy('ranked.rank')
    .execute();
  for (const row of rows) {
    const matching = found.get(row.article_number) ?? { claims: [], count: row.count };
    if (matching.claims.length < limit) matching.claims.push(claimView(row));
    found.set(row.article_number, matching);
  }
  return found;
}
