/** `/claims` and `/speakers`: who said what. */

import { Type } from 'typebox';

import { notFound } from '../../errors.ts';
import { toClaim, toFilter } from '../to-wire.ts';
import { ClaimSchema, FilterSchema, MAX_LIMIT, PagingSchema, SpeakerSchema, listOf } from '../wire.ts';
import { wholeList, wireList } from './context.ts';
import type { Routes } from './context.ts';

export const claimRoutes: Routes = (server, { store }) => {
  server.get(
    '/claims',
    {
      schema: {
        summary: 'Claims in the order of time of their articles',
        querystring: Type.Object(
          { ...FilterSchema.properties, ...PagingSchema.properties },
          { additionalProperties: false },
        ),
        response: { 200: listOf(ClaimSchema) },
      },
    },
    async ({ query, url }) => {
      const { limit, cursor, order, ...filters } = query;
      const filter = toFilter(filters);
      const list = await store.listClaims(filter, { limit, cursor, order });
      return wireList(list, await store.countClaims(filter), url, toClaim);
    },
  );

  server.get(
    '/claims/:id',
    {
      schema: {
        summary: 'One claim',
        params: Type.Object({ id: Type.String({ description: 'CL-….' }) }),
        response: { 200: ClaimSchema },
      },
    },
    async ({ params }) => {
      const claim = await store.getClaim(params.id);
      if (claim === null) throw notFound(params.id);
      return toClaim(claim);
    },
  );

  server.get(
    '/speakers',
    {
      schema: {
        summary: 'Who is quoted, most claims first; pronouns only where source_kind asks for them',
        querystring: Type.Object(
          {
            ...FilterSchema.properties,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: 50 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: listOf(SpeakerSchema) },
      },
    },
    async ({ query: { limit, ...filters } }) => {
      const speakers = await store.listSpeakers(toFilter(filters), limit);
      return wholeList(speakers, (speaker) => speaker);
    },
  );
};
