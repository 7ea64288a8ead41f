/** Taking in one article: which article it is, whether its text is new, and which revision is current. */

import type { EngineStamp } from '../document/record.ts';
import { claimKeys, claimRows } from './claim-rows.ts';
import { keepCapture } from './captures.ts';
import { unindexClaims } from './full-text.ts';
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

interface Revision extends Known {
  readonly as_of: string;
  readonly last_retrieved: string;
  readonly engine_version: string;
  readonly engine_model: string;
  readonly engine_lexicon: string;
}

async function findRevision(
  database: Database,
  article: number,
  textHash: string,
): Promise<Revision | undefined> {
  return database
    .selectFrom('revisions')
    .where('article', '=', article)
    .where('text_hash', '=', textHash)
    .select(['number', 'id', 'as_of', 'last_retrieved', 'engine_version', 'engine_model', 'engine_lexicon'])
    .executeTakeFirst();
}

async function insertRevision(database: Database, article: number, added: Incoming): Promise<Known> {
  const { page, record, asOf, retrieved } = added;
  const { id: _, text, textHash, blocks: __, ...facts } = record.article;
  const { key, others } = await database
    .selectFrom('articles')
    .where('number', '=', article)
    .select((eb) => [
      'key',
      eb
        .selectFrom('revisions')
        .where('article', '=', article)
        .select(eb.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('others'),
    ])
    .executeTakeFirstOrThrow();
  const [id = ''] = await freeIds(database, 'revisions', 'RV', [`${key}\n${textHash}`]);
  const { number } = await database
    .insertInto('revisions')
    .values({
      id,
      article,
      ordinal: others + 1,
      as_of: asOf,
      text,
      text_hash: textHash,
      facts: JSON.stringify(facts),
      location: page.location,
      format: page.format,
      first_retrieved: retrieved,
      last_retrieved: retrieved,
      final_url: page.capture.finalUrl,
      status: page.capture.status,
      headers: JSON.stringify(page.capture.headers),
      charset: page.capture.charset,
      capture: await keepCapture(database, page.capture.bytes),
      ...engineColumns(record.engine),
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await insertReading(database, { article, revision: number, revisionId: id }, added);
  return { number, id };
}

/** What the engine made of a revision: its blocks and claims. No claim is current yet. */
async function insertReading(
  database: Database,
  {
    article,
    revision,
    revisionId,
  }: { readonly article: number; readonly revision: number; readonly revisionId: string },
  { record, sentences }: Incoming,
): Promise<void> {
  const blocks = record.article.blocks.map(({ kind, start, end }, ordinal) => ({
    revision,
    ordinal,
    kind,
    start_offset: start,
    end_offset: end,
  }));
  for (const some of slices(blocks)) await database.insertInto('blocks').values(some).execute();
  const claims = claimRows(record, sentences);
  const ids = await freeIds(database, 'claims', 'CL', claimKeys(revisionId, claims));
  const rows = claims.map((claim, i) => ({
    ...claim,
    id: ids[i] ?? '',
    article,
    revision,
    current: 0,
    sort_time: '',
  }));
  for (const some of slices(rows)) await database.insertInto('claims').values(some).execute();
}

/**
 * A text that the record holds already was met again. The capture stays the first
 * one; a newer engine's reading takes the place of the older one's. Says whether it did.
 */
async function seeAgain(database: Database, revision: Revision, added: Incoming): Promise<boolean> {
  const { retrieved, wasFetched, asOf, record } = added;
  const update = database.updateTable('revisions').where('number', '=', revision.number);
  if (revision.last_retrieved < retrieved) await update.set({ last_retrieved: retrieved }).execute();
  // A saved page that is read again proves nothing about when its text held.
  if (wasFetched && revision.as_of < asOf) await update.set({ as_of: asOf }).execute();
  if (!isNewer(record.engine, revision)) return false;

  const { article } = await database
    .selectFrom('revisions')
    .where('number', '=', revision.number)
    .select('article')
    .executeTakeFirstOrThrow();
  const isCurrent = database
    .selectFrom('articles')
    .where('number', '=', article)
    .where('current_revision', '=', revision.number);
  if ((await isCurrent.select('number').executeTakeFirst()) !== undefined)
    await unindexClaims(database, article);
  await database.deleteFrom('claims').where('revision', '=', revision.number).execute();
  await database.deleteFrom('blocks').where('revision', '=', revision.number).execute();
  const { id: _, text: __, textHash: ___, blocks: ____, ...facts } = record.article;
  await update.set({ facts: JSON.stringify(facts), ...engineColumns(record.engine) }).execute();
  await insertReading(database, { article, revision: revision.number, revisionId: revision.id }, added);
  return true;
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

/** Another engine than the one that read it, unless it is of an earlier version. */
function isNewer(engine: EngineStamp, { engine_version, engine_model, engine_lexicon }: Revision): boolean {
  const versions = engine.version.localeCompare(engine_version, 'en', { numeric: true });
  if (versions !== 0) return 0 < versions;
  return engine.model !== engine_model || engine.lexicon !== engine_lexicon;
}

function engineColumns({ version, model, lexicon }: EngineStamp) {
  return { engine_version: version, engine_model: model, engine_lexicon: lexicon };
}

/** A statement may hold some 32,000 values, and a claim has about thirty. */
const ROWS_AT_ONCE = 500;

function slices<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    parts.push(rows.slice(first, first + ROWS_AT_ONCE));
  return parts;
}
