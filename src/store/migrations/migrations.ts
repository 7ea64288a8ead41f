/** The ordered list of migrations. The version of the last one is the schema that this annalist writes. */

import { firstRecord } from './001-first-record.ts';
import { layers } from './002-layers.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [firstRecord, layers];

export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
