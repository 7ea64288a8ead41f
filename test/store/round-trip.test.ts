/** A record that was kept is given back as it was read: every layer, every id. */

import { expect, test } from 'vitest';

import { read } from '../../src/index.ts';
import { openStore } from '../../src/store/store.ts';
import { articleOf } from '../support/articles.ts';

const TEXT = `Harbour of Orlen stays shut

ORLEN, May 6, 2024 - The harbour stayed closed on Monday, Mayor Ilse Varn said in Berlin. She denied that a strike was planned.
`;

test('a real record comes back from the store', async () => {
  const record = await read({ id: 'harbour', text: TEXT, published: '2024-05-06' });
  expect(record.times.length).toBeGreaterThan(0);
  expect(record.places.length).toBeGreaterThan(0);
  expect(record.claims.length).toBeGreaterThan(0);
  const store = openStore(':memory:');
  const { articleId } = await store.addArticle({ page: articleOf().page, record, sentences: [] });
  expect(await store.getRecord(articleId)).toEqual(record);
  await store.close();
});
