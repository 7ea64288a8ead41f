/** `/revisions/:id/trees`: the grammar of the sentences in a stretch of a text. */

import { Type } from 'typebox';

import { isReadable } from '../../document/block.ts';
import type { Span } from '../../document/span.ts';
import { AnnalistError, notFound, queryInvalid } from '../../errors.ts';
import { toSentenceTree } from '../to-wire.ts';
import { TreesSchema } from '../wire.ts';
import type { Routes } from './context.ts';

/**
 * Longest text that is analysed whole, in UTF-16 code units: about three seconds' work. Names are told
 * better with the whole article in view; of a longer text only the blocks in question are analysed.
 */
const MAX_WHOLE_UNITS = 200_000;

/** Languages that the model is meant for; `und` is said of texts too short to tell. */
const MEANT_FOR: ReadonlySet<string> = new Set(['en', 'und']);

export const treeRoutes: Routes = (server, { store, analyze }) => {
  server.get(
    '/revisions/:id/trees',
    {
      schema: {
        summary: 'Dependency trees of the sentences that overlap a stretch of a revision',
        params: Type.Object({ id: Type.String({ description: 'RV-….' }) }),
        querystring: Type.Object(
          {
            start: Type.Integer({
              minimum: 0,
              description: 'UTF-16 code units in the text of the revision.',
            }),
            end: Type.Integer({ minimum: 0 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: TreesSchema },
      },
    },
    async ({ params, query }) => {
      const revision = await store.getRevision(params.id);
      if (revision === null) throw notFound(params.id);
      const { text, blocks, facts } = revision;
      if (query.end <= query.start) throw queryInvalid('end', 'expected a number above start');
      if (!MEANT_FOR.has(facts.language))
        throw queryInvalid('id', `trees are of English texts, and this one is in "${facts.language}"`);
      if (analyze === undefined)
        throw new AnnalistError('model-missing', 'this server has no language engine');
      const readable = blocks.filter(isReadable);
      const inQuestion = readable.filter((block) => overlap(block, query));
      if (inQuestion.length === 0) return { sentences: [] };
      const sentences = analyze(text, text.length > MAX_WHOLE_UNITS ? inQuestion : readable);
      return { sentences: sentences.filter((sentence) => overlap(sentence, query)).map(toSentenceTree) };
    },
  );
};

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
