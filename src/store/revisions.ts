/** Queries of the tables `revisions` and `blocks`: one revision whole, the revisions of an article, its record. */

import type { BlockKind } from '../document/block.ts';
import { RECORD_FORMAT } from '../document/record.ts';
import type { ArticleRecord } from '../document/record.ts';
import { recordedClaim } from './claim-rows.ts';
import { claimsOfRevision } from './claims.ts';
import { tidyId } from './ids.ts';
import type { Database } from './tables.ts';
import type { RevisionLayers, RevisionSummary, RevisionView } from './views.ts';

export async function getRevision(database: Database, id: string): Promise<RevisionView | null> {
  const row = await database
    .selectFrom('revisions')
    .select('number')
    .where('id', '=', tidyId(id))
    .executeTakeFirst();
  return row === undefined ? null : revisionView(database, row.number);
}

/** All revisions of an article, newest first. */
export async function listRevisions(database: Database, article: number): Promise<RevisionSummary[]> {
  const rows = await selectRevisions(database)
    .where('revisions.article', '=', article)
    .orderBy('revisions.as_of', 'desc')
    .orderBy('revisions.ordinal', 'desc')
    .execute();
  return rows.map(revisionSummary);
}

export async function revisionView(database: Database, number: number): Promise<RevisionView | null> {
  const row = await selectRevisions(database).where('revisions.number', '=', number).executeTakeFirst();
  if (row === undefined) return null;
  const blocks = await database
    .selectFrom('blocks')
    .where('revision', '=', number)
    .orderBy('ordinal')
    .select(['kind', 'start_offset as start', 'end_offset as end'])
    .execute();
  return {
    ...revisionSummary(row),
    text: row.text,
    blocks: blocks.map(({ kind, start, end }) => ({ kind: kind as BlockKind, start, end })),
    facts: factsOf(row),
    layers: JSON.parse(row.layers) as RevisionLayers,
    capture: {
      location: row.location,
      retrieved: row.first_retrieved,
      finalUrl: row.final_url,
      status: row.status,
      headers: JSON.parse(row.headers) as Record<string, string>,
      charset: row.charset,
      hash: row.capture_hash,
      bytes: row.bytes,
    },
    engine: { version: row.engine_version, model: row.engine_model, lexicon: row.engine_lexicon },
    claimList: await claimsOfRevision(database, number),
  };
}

/** The record of an article's current revision or of one revision, as `annalist read` printed it. */
export async function getRecord(
  database: Database,
  articleOrRevisionId: string,
): Promise<ArticleRecord | null> {
  const id = tidyId(articleOrRevisionId);
  const row = await database
    .selectFrom('revisions')
    .innerJoin('articles', 'articles.number', 'revisions.article')
    .where((eb) =>
      eb.or([
        eb('revisions.id', '=', id),
        eb.and([
          eb('articles.id', '=', id),
          eb('articles.current_revision', '=', eb.ref('revisions.number')),
        ]),
      ]),
    )
    .select('revisions.number')
    .executeTakeFirst();
  const revision = row === undefined ? null : await revisionView(database, row.number);
  return revision === null ? null : recordOf(revision);
}

function recordOf({
  articleId,
  facts,
  text,
  textHash,
  blocks,
  engine,
  layers,
  claimList,
}: RevisionView): ArticleRecord {
  const localIds = new Map(claimList.map(({ id, localId }) => [id, localId]));
  return {
    format: RECORD_FORMAT,
    engine,
    article: { id: articleId, ...facts, text, textHash, blocks },
    ...layers,
    claims: claimList.map((claim) => recordedClaim(claim, localIds)),
    figures: [],
    events: [],
  };
}

function selectRevisions(database: Database) {
  return database
    .selectFrom('revisions')
    .innerJoin('articles', 'articles.number', 'revisions.article')
    .innerJoin('captures', 'captures.number', 'revisions.capture')
    .selectAll('revisions')
    .select((eb) => [
      'articles.id as article_id',
      'articles.current_revision',
      'captures.hash as capture_hash',
      'captures.bytes',
      eb
        .selectFrom('claims')
        .whereRef('claims.revision', '=', 'revisions.number')
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('claims'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRevisions>['execute']>>[number];

function revisionSummary(row: Row): RevisionSummary {
  const { headline, published, updated } = factsOf(row);
  return {
    id: row.id,
    articleId: row.article_id,
    number: row.ordinal,
    textHash: row.text_hash,
    headline,
    published,
    updated,
    asOf: row.as_of,
    firstRetrieved: row.first_retrieved,
    lastRetrieved: row.last_retrieved,
    current: row.current_revision === row.number,
    claims: row.claims,
  };
}

function factsOf({ facts }: { readonly facts: string }): RevisionView['facts'] {
  return JSON.parse(facts) as RevisionView['facts'];
}
