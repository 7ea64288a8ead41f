/** Everything that a record can be asked, as one string: two records that answer alike are the same to everybody. */

import type { Filter } from '../../src/store/filter.ts';
import type { Store } from '../../src/store/store.ts';

/** Filters of every kind that let something through in most records. */
const FILTERS: readonly Filter[] = [
  {},
  { q: 'the' },
  { q: '-nothing' },
  { speaker: 'varn' },
  { stance: ['denies', 'asserts'] },
  { speech: 'indirect' },
  { sourceKind: ['named', 'pronoun'] },
  { language: ['en', 'zh'] },
  { publisher: 'The Orlen Post' },
  { source: 'notes' },
  { from: '2024-05', to: '2024' },
];

/** Every answer, JSON, the captured bytes included. `urls` are those whose validators are asked for. */
export async function everythingOf(store: Store, urls: readonly string[] = []): Promise<string> {
  const lists: unknown[] = [store.readOnly, await store.counts(), await store.listSources()];
  for (const filter of FILTERS) lists.push(await answersTo(store, filter));
  const { items } = await store.listArticles({}, { limit: 1000 });
  for (const { id } of items) lists.push(await articleWhole(store, id));
  for (const url of urls) lists.push(await store.validators.get(url), await store.getArticle(url));
  lists.push(await store.changesAfter(0));
  await store.checkIntegrity();
  return JSON.stringify(lists, null, 1);
}

async function answersTo(store: Store, filter: Filter): Promise<unknown> {
  const answers: unknown[] = [filter];
  for (const order of ['asc', 'desc'] as const) {
    answers.push(
      await store.listArticles(filter, { order, limit: 1000 }),
      await store.listClaims(filter, { order, limit: 1000 }),
      await store.chronicle(filter, { order, limit: 1000 }),
    );
  }
  answers.push(
    await store.countArticles(filter),
    await store.countClaims(filter),
    await store.listSpeakers(filter),
    await store.listPublishers(filter),
  );
  return answers;
}

/** The article with all its revisions, each with its claims, its record and its bytes. */
async function articleWhole(store: Store, id: string): Promise<unknown> {
  const article = await store.getArticle(id);
  const parts: unknown[] = [article, await store.getRecord(id)];
  for (const revision of article?.revisionList ?? []) {
    const { bytes = new Uint8Array(), ...capture } = (await store.getCapture(revision.id)) ?? {};
    const whole = await store.getRevision(revision.id);
    parts.push(whole, await store.getRecord(revision.id), capture, Buffer.from(bytes).toString('base64'));
    for (const claim of whole?.claimList ?? []) parts.push(await store.getClaim(claim.id));
  }
  return parts;
}
