/** Taking in one article: which article it is, whether its text is new, and which revision is current. */

import { findRevision, insertRevision, seeAgain } from './add-revision.ts';
import { freeIds } from './ids.ts';
import type { Incoming } from './incoming.ts';
import { makeCurrent } from './make-current.ts';
import { touchSource } from './sources.ts';
import type { Database } from './tables.ts';
import { setValidators } from './validators.ts';
import type { ChangeKind } from './views.ts';

export interface Added {
  /** `unchanged`: this article is in the record with this very text. */
  readonly outcome: 'new' | 'revised' | 'unchanged';
  readonly articleId: string;
  readonly revisionId: string;
}

interface Known {
  readonly number: number;
  readonly id: string;
}

/**
 * Adds an article inside the transaction of the caller. `now` dates the change.
 *
 * An article is known by its URLs or, without one, by the hash of its text.
 * Each text it ever had is a revision, kept for ever; the one with the greatest
 * `as_of` is current, so a publisher who goes back to an older text makes that
 * revision current again, and an older capture that is added late does not.
 */
export async function addArticle(database: Database, article: Incoming, now: string): Promise<Added> {
  const source = await touchSource(database, article.page.source, article.origin, article.retrieved);
  const found = await findArticle(database, article);
  const known = found ?? (await insertArticle(database, article));
  await noteWhereabouts(database, known.number, source, article);

  const seen = await findRevision(database, known.number, article.record.article.textHash);
  const revision = seen ?? (await insertRevision(database, known.number, article));
  const isReread = seen !== undefined && (await seeAgain(database, seen, article));
  const isNewlyCurrent = await settle(database, known.number, isReread ? revision.number : null);

  const added = { articleId: known.id, revisionId: revision.id };
  if (found === undefined) {
    await noteChange(database, 'created', 'article', known.number, revision.number, now);
    return { outcome: 'new', ...added };
  }
  if (seen === undefined || isNewlyCurrent) {
    await noteChange(database, 'updated', 'article', known.number, revision.number, now);
    return { outcome: 'revised', ...added };
  }
  if (isReread) await noteChange(database, 'updated', 'revision', known.number, revision.number, now);
  return { outcome: 'unchanged', ...added };
}

/** By its canonical URL, else by the one it was asked for under, else by the hash of its text. */
async function findArticle(database: Database, { urls, record }: Incoming): Promise<Known | undefined> {
  for (const url of urls) {
    const known = await database
      .selectFrom('article_urls')
      .innerJoin('articles', 'articles.number', 'article_urls.article')
      .where('article_urls.url', '=', url)
      .select(['articles.number', 'articles.id'])
      .executeTakeFirst();
    if (known !== undefined) return known;
  }
  if (0 < urls.length) return undefined;
  return database
    .selectFrom('articles')
    .where('key', '=', record.article.textHash)
    .select(['number', 'id'])
    .executeTakeFirst();
}

/** A row that knows only who the article is; `makeCurrent` fills in the rest. */
async function insertArticle(database: Database, { record, retrieved }: Incoming): Promise<Known> {
  const key = record.article.url ?? record.article.textHash;
  const [id = ''] = await freeIds(database, 'articles', 'AR', [key]);
  const { number } = await database
    .insertInto('articles')
    .values({
      id,
      key,
      first_seen: retrieved,
      last_seen: retrieved,
      current_revision: null,
      byline: '[]',
      language: record.article.language,
      sort_time: retrieved,
      time_basis: 'retrieved',
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return { number, id };
}

/** Where and when the article was met, and what its server gave to ask again with. */
async function noteWhereabouts(
  database: Database,
  article: number,
  source: number,
  { urls, retrieved, page, wasFetched }: Incoming,
): Promise<void> {
  const update = database.updateTable('articles').where('number', '=', article);
  await update.set({ last_seen: retrieved }).where('last_seen', '<', retrieved).execute();
  await update.set({ first_seen: retrieved }).where('first_seen', '>', retrieved).execute();
  await database
    .insertInto('article_sources')
    .values({ article, source })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (0 < urls.length) {
    const rows = urls.map((url) => ({ url, article }));
    await database
      .insertInto('article_urls')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (!wasFetched || !/^https?:/i.test(page.location)) return;
  const { etag = null, 'last-modified': lastModified = null } = page.capture.headers;
  await setValidators(database, page.location, { etag, lastModified });
}

/** Makes the revision with the greatest `as_of` current. Says whether another one was before. `reread` has new claims. */
async function settle(database: Database, article: number, reread: number | null): Promise<boolean> {
  const newest = await database
    .selectFrom('revisions')
    .innerJoin('articles', 'articles.number', 'revisions.article')
    .where('revisions.article', '=', article)
    .orderBy('revisions.as_of', 'desc')
    .orderBy('revisions.ordinal', 'desc')
    .select([
      'revisions.number',
      'articles.current_revision',
      'articles.time_basis',
      'articles.sort_time',
      'articles.first_seen',
    ])
    .executeTakeFirstOrThrow();
  const isOther = newest.current_revision !== newest.number;
  // An older capture can move the time of an article that is ordered by its first retrieval.
  const hasMoved = newest.time_basis === 'retrieved' && newest.sort_time !== newest.first_seen;
  if (isOther || hasMoved || reread === newest.number) await makeCurrent(database, article, newest.number);
  return isOther;
}

async function noteChange(
  database: Database,
  kind: ChangeKind,
  what: 'article' | 'revision',
  article: number,
  revision: number,
  at: string,
): Promise<void> {
  await database.insertInto('changes').values({ kind, what, article, revision, at }).execute();
}
