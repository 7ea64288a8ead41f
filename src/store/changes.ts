/** Queries of the table `changes`, and the counts of everything. */

import { checkLimit } from './paging.ts';
import type { Database } from './tables.ts';
import type { ChangeKind, ChangeView, Counts } from './views.ts';

const DEFAULT_CHANGES = 100;
const MAX_CHANGES = 10_000;

/** The changes with a greater number, in the order in which they happened. */
export async function changesAfter(
  database: Database,
  number: number,
  limit = DEFAULT_CHANGES,
): Promise<ChangeView[]> {
  checkLimit('after', number, 0, Number.MAX_SAFE_INTEGER);
  checkLimit('limit', limit, 1, MAX_CHANGES);
  const rows = await database
    .selectFrom('changes')
    .innerJoin('articles', 'articles.number', 'changes.article')
    .innerJoin('revisions', 'revisions.number', 'changes.revision')
    .where('changes.number', '>', number)
    .orderBy('changes.number')
    .limit(limit)
    .select([
      'changes.number',
      'changes.at',
      'changes.kind',
      'changes.what',
      'articles.id as article_id',
      'revisions.id as revision_id',
    ])
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    kind: row.kind as ChangeKind,
    what: row.what as ChangeView['what'],
    articleId: row.article_id,
    revisionId: row.revision_id,
  }));
}

export async function counts(database: Database): Promise<Counts> {
  return database
    .selectNoFrom((eb) => [
      eb.selectFrom('sources').select(eb.fn.countAll<number>().as('n')).$asScalar().$notNull().as('sources'),
      eb
        .selectFrom('articles')
        .select(eb.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('articles'),
      eb
        .selectFrom('revisions')
        .select(eb.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('revisions'),
      eb
        .selectFrom('claims')
        .where('current', '=', eb.lit(1))
        .select(eb.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('claims'),
      eb
        .selectFrom('changes')
        .select((change) => change.fn.coalesce(change.fn.max('number'), change.lit(0)).as('n'))
        .$asScalar()
        .$notNull()
        .as('lastChange'),
    ])
    .executeTakeFirstOrThrow();
}
