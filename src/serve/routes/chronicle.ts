/** `/chronicle`: articles in the order of time, each with its matching claims. */

import { Type } from 'typebox';

import { toChronicleItem, toFilter } from '../to-wire.ts';
import { ChronicleItemSchema, FilterSchema, PagingSchema, listOf } from '../wire.ts';
import { wireList } from './context.ts';
import type { Routes } from './context.ts';

/** Claims shown with an article of the chronicle; the article's own page shows all. */
const CLAIMS_PER_ARTICLE = 12;

export const chronicleRoutes: Routes = (server, { store }) => {
  server.get(
    '/chronicle',
    {
      schema: {
        summary: 'Articles in the order of time, each with its matching claims',
        querystring: Type.Object(
          { ...FilterSchema.properties, ...PagingSchema.properties },
          { additionalProperties: false },
        ),
        response: { 200: listOf(ChronicleItemSchema) },
      },
    },
    async ({ query, url }) => {
      const { limit, cursor, order, ...filters } = query;
      const filter = toFilter(filters);
      const list = await store.chronicle(filter, {
        limit,
        cursor,
        order,
        claimsPerArticle: CLAIMS_PER_ARTICLE,
      });
      return wireList(list, await store.countArticles(filter), url, toChronicleItem);
    },
  );
};
