/** Queries of the table `validators`: what servers gave with a page or a feed, to be asked again with. */

import { urlKey } from './ids.ts';
import type { Database } from './tables.ts';
import type { Validators } from './views.ts';

export async function getValidators(database: Database, url: string): Promise<Validators | null> {
  const row = await database
    .selectFrom('validators')
    .selectAll()
    .where('url', '=', urlKey(url))
    .executeTakeFirst();
  return row === undefined ? null : { etag: row.etag, lastModified: row.last_modified };
}

/** Remembers them; when a server no longer gives any, forgets the old ones. */
export async function setValidators(
  database: Database,
  url: string,
  { etag, lastModified }: Validators,
): Promise<void> {
  const key = urlKey(url);
  if (etag === null && lastModified === null) {
    await database.deleteFrom('validators').where('url', '=', key).execute();
    return;
  }
  const values = { etag, last_modified: lastModified };
  await database
    .insertInto('validators')
    .values({ url: key, ...values })
    .onConflict((conflict) => conflict.column('url').doUpdateSet(values))
    .execute();
}
