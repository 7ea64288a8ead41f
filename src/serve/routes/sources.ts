/** `/overview`, `/sources` and `/publishers`: what the record holds and where it comes from. */

import { basename } from 'node:path';

import { toSource } from '../to-wire.ts';
import { OverviewSchema, PublisherSchema, SourceSchema, listOf } from '../wire.ts';
import { wholeList } from './context.ts';
import type { Routes } from './context.ts';

export const sourceRoutes: Routes = (server, { store, version }) => {
  server.get(
    '/overview',
    { schema: { summary: 'What this record holds, in numbers', response: { 200: OverviewSchema } } },
    async () => {
      const { sources, articles, revisions, claims } = await store.counts();
      const origins = await store.listSources();
      const sample = origins.some(({ origin }) => origin === 'sample');
      return { version, record: basename(store.path), articles, revisions, claims, sources, sample };
    },
  );

  server.get(
    '/sources',
    { schema: { summary: 'Where articles come from', response: { 200: listOf(SourceSchema) } } },
    async () => wholeList(await store.listSources(), toSource),
  );

  server.get(
    '/publishers',
    { schema: { summary: 'Publishers, most articles first', response: { 200: listOf(PublisherSchema) } } },
    async () => wholeList(await store.listPublishers(), (publisher) => publisher),
  );
};
