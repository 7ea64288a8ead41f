/** Schema 2: what else a record says of an article (entities, times, places), and whom a claim's source stands for. */

import type { Migration } from './migration.ts';

export const layers: Migration = {
  version: 2,
  sql: `
ALTER TABLE revisions ADD COLUMN layers TEXT NOT NULL DEFAULT '{"entities":[],"times":[],"places":[]}';
ALTER TABLE claims ADD COLUMN source_entity TEXT;
`,
};
