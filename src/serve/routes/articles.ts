/** `/articles` and `/revisions`: what was read, whole, with the bytes that it was read from. */

import { Type } from 'typebox';

import { notFound } from '../../errors.ts';
import { toArticleSummary, toFilter, toRevision } from '../to-wire.ts';
import { ArticleSummarySchema, FilterSchema, PagingSchema, RevisionSchema, listOf } from '../wire.ts';
import { wireList } from './context.ts';
import type { Routes } from './context.ts';

const Id = Type.Object({ id: Type.String({ description: 'AR-… or RV-….' }) });

export const articleRoutes: Routes = (server, { store }) => {
  server.get(
    '/articles',
    {
      schema: {
        summary: 'Articles in the order of time',
        querystring: Type.Object(
          { ...FilterSchema.properties, ...PagingSchema.properties },
          { additionalProperties: false },
        ),
        response: { 200: listOf(ArticleSummarySchema) },
      },
    },
    async ({ query, url }) => {
      const { limit, cursor, order, ...filters } = query;
      const filter = toFilter(filters);
      const list = await store.listArticles(filter, { limit, cursor, order });
      return wireList(list, await store.countArticles(filter), url, toArticleSummary);
    },
  );

  server.get(
    '/articles/:id',
    {
      schema: {
        summary: 'An article: its current revision, whole',
        params: Id,
        response: { 200: RevisionSchema },
      },
    },
    async ({ params }) => {
      const article = await store.getArticle(params.id);
      if (article === null) throw notFound(params.id);
      return toRevision(article, article.revision);
    },
  );

  server.get(
    '/revisions/:id',
    {
      schema: { summary: 'One revision of an article, whole', params: Id, response: { 200: RevisionSchema } },
    },
    async ({ params }) => {
      const revision = await store.getRevision(params.id);
      const article = revision === null ? null : await store.getArticle(revision.articleId);
      if (revision === null || article === null) throw notFound(params.id);
      return toRevision(article, revision);
    },
  );

  server.get(
    '/revisions/:id/record',
    {
      schema: {
        summary: 'One revision as annalist/record@1, the format of "annalist read --format json"',
        params: Id,
        response: { 200: Type.Unknown() },
      },
    },
    async ({ params }) => {
      const record = await store.getRecord(params.id);
      if (record === null) throw notFound(params.id);
      return record;
    },
  );

  server.get(
    '/revisions/:id/capture',
    { schema: { summary: 'The bytes that a revision was read from, as a download', params: Id } },
    async ({ params }, reply) => {
      const capture = await store.getCapture(params.id);
      if (capture === null) throw notFound(params.id);
      // Always a download of opaque bytes: captured pages are never shown as pages of this origin.
      return reply
        .type('application/octet-stream')
        .header(
          'content-disposition',
          `attachment; filename="${params.id}${extensionOf(capture.contentType)}"`,
        )
        .header('x-captured-content-type', capture.contentType.replace(/[^\x20-\x7e]/g, ''))
        .send(Buffer.from(capture.bytes));
    },
  );
};

function extensionOf(contentType: string): string {
  if (contentType.includes('html')) return '.html.txt';
  return contentType.includes('json') ? '.json' : '.txt';
}
