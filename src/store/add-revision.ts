/** Revisions as they come in: a text for the first time, and one that is met again. */

import type { ArticleRecord, EngineStamp } from '../document/record.ts';
import { keepCapture } from './captures.ts';
import { claimKeys, claimRows } from './claim-rows.ts';
import { unindexClaims } from './full-text.ts';
import { freeIds } from './ids.ts';
import type { Incoming } from './incoming.ts';
import type { Database } from './tables.ts';
import type { RevisionLayers } from './views.ts';

/** A revision that the record holds, with what decides whether it is to be read anew. */
export interface Revision {
  readonly number: number;
  readonly id: string;
  readonly as_of: string;
  readonly last_retrieved: string;
  readonly engine_version: string;
  readonly engine_model: string;
  readonly engine_lexicon: string;
}

/** The revision of an article with this text. */
export async function findRevision(
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

/** Adds a text that the article did not have before. No lists speak of it yet. */
export async function insertRevision(
  database: Database,
  article: number,
  added: Incoming,
): Promise<Pick<Revision, 'number' | 'id'>> {
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
      layers: layersOf(record),
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
export async function seeAgain(database: Database, revision: Revision, added: Incoming): Promise<boolean> {
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
  await update
    .set({ facts: JSON.stringify(facts), layers: layersOf(record), ...engineColumns(record.engine) })
    .execute();
  await insertReading(database, { article, revision: revision.number, revisionId: revision.id }, added);
  return true;
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

function layersOf({ entities, times, places }: ArticleRecord): string {
  const layers: RevisionLayers = { entities, times, places };
  return JSON.stringify(layers);
}
