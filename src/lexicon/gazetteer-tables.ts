/** Reads the tab-separated files of `data/gazetteer/`. */

import { readFileSync } from 'node:fs';

import { parseTable } from './table.ts';
import type { Row } from './table.ts';

const FOLDER = new URL('../../data/gazetteer/', import.meta.url);

const tables = new Map<string, readonly Row[]>();

/** The rows of `data/gazetteer/NAME`, as `readTable` reads those of the lexicons. Read at first use and then kept. */
export function readGazetteerTable<const Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  let rows = tables.get(name);
  if (rows === undefined) {
    rows = parseTable(`data/gazetteer/${name}`, readFileSync(new URL(name, FOLDER), 'utf8'), columns);
    tables.set(name, rows);
  }
  return rows as readonly Row<Column>[];
}
