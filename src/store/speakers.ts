/** Who speaks, and who publishes: the values of two filters with what each would give. */

import { articleConditions, exactSpeaker, ownConditions, selectMatching } from './filter.ts';
import type { CheckedFilter } from './filter.ts';
import { checkLimit } from './paging.ts';
import type { Database } from './tables.ts';
import type { PublisherView, SpeakerView } from './views.ts';

const DEFAULT_NAMES = 50;
const MAX_NAMES = 1000;

/** Sources of claims, most claims first. A pronoun names nobody and is left out unless the filter asks for it. */
export async function listSpeakers(
  database: Database,
  filter: CheckedFilter,
  limit = DEFAULT_NAMES,
): Promise<SpeakerView[]> {
  checkLimit('limit', limit, 1, MAX_NAMES);
  let matching = selectMatching(database, filter).where('claims.speaker', '!=', '');
  if (filter.sourceKinds === null) matching = matching.where('claims.source_kind', '!=', 'pronoun');
  const grouped = matching.groupBy('claims.speaker');
  // First who, from an index alone; then the rest, of these few only.
  const most = await grouped
    .select((eb) => ['claims.speaker', eb.fn.countAll<number>().as('claims')])
    .orderBy('claims', 'desc')
    .orderBy('claims.speaker')
    .limit(limit)
    .execute();
  if (most.length === 0) return [];
  const speakers = most.map(({ speaker }) => speaker);
  const rows = await grouped
    .where('claims.speaker', 'in', speakers)
    .select((eb) => [
      'claims.speaker',
      // Any of the printed forms will do, but always the same one.
      eb.fn.min('claims.source_text').as('name'),
      eb.fn.count<number>('claims.article').distinct().as('articles'),
    ])
    .execute();
  const shown = new Map(rows.map((row) => [row.speaker, row]));
  return most.map(({ speaker, claims }) => ({
    name: shown.get(speaker)?.name ?? speaker,
    filter: exactSpeaker(speaker),
    claims,
    articles: shown.get(speaker)?.articles ?? 0,
  }));
}

/** Publishers of articles, most articles first, each with the articles and claims that match. */
export async function listPublishers(
  database: Database,
  filter: CheckedFilter,
  limit = DEFAULT_NAMES,
): Promise<PublisherView[]> {
  checkLimit('limit', limit, 1, MAX_NAMES);
  const rows = await database
    .selectFrom('articles')
    .where((eb) => eb.and(articleConditions(eb, filter)))
    .where('articles.publisher_key', 'is not', null)
    .groupBy('articles.publisher_key')
    .select((eb) => [
      eb.fn.min('articles.publisher').as('name'),
      eb.fn.countAll<number>().as('articles'),
      eb.fn
        .sum<number>(
          eb
            .selectFrom('claims')
            .whereRef('claims.article', '=', 'articles.number')
            .where((claim) => claim.and(ownConditions(claim, filter)))
            .select(eb.fn.countAll<number>().as('count')),
        )
        .as('claims'),
    ])
    .orderBy('articles', 'desc')
    .orderBy('articles.publisher_key')
    .limit(limit)
    .execute();
  return rows.map(({ name, articles, claims }) => ({ name: name ?? '', articles, claims }));
}
