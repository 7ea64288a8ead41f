/** Reads the tab-separated files of `data/lexicon/`: one heading row, then one row per sense. */

import { readFileSync } from 'node:fs';

import { lexiconRowInvalid } from '../errors.ts';

/** One row: what stands in each column. Never empty; a dash (`-`) stands for "nothing". */
export type Row<Column extends string = string> = Readonly<Record<Column, string>>;

const FOLDER = new URL('../../data/lexicon/', import.meta.url);

const tables = new Map<string, readonly Row[]>();

/**
 * The rows of `data/lexicon/NAME`, in file order. Read at first use and then kept.
 *
 * The heading row must name exactly `columns`, and every row must fill every one of them. Blank
 * lines and lines that begin with `#` are remarks. Throws `lexicon-row-invalid` with file and line.
 */
export function readTable<const Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  let rows = tables.get(name);
  if (rows === undefined) {
    rows = parseTable(`data/lexicon/${name}`, readFileSync(new URL(name, FOLDER), 'utf8'), columns);
    tables.set(name, rows);
  }
  return rows as readonly Row<Column>[];
}

/** The rows of a table's text; `file` is what an error names. */
export function parseTable(file: string, content: string, columns: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let heading = true;
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (heading) checkHeading(file, index + 1, cells, columns);
    else rows.push(rowOf(file, index + 1, cells, columns));
    heading = false;
  }
  if (heading) throw lexiconRowInvalid(file, 1, `expected the heading "${columns.join(' ')}", found nothing`);
  return rows;
}

function checkHeading(
  file: string,
  line: number,
  cells: readonly string[],
  columns: readonly string[],
): void {
  if (cells.length === columns.length && columns.every((column, i) => cells[i] === column)) return;
  throw lexiconRowInvalid(
    file,
    line,
    `expected the heading "${columns.join(' ')}", found "${cells.join(' ')}"`,
  );
}

function rowOf(file: string, line: number, cells: readonly string[], columns: readonly string[]): Row {
  if (cells.length !== columns.length || cells.some((cell) => cell.trim() === '')) {
    throw lexiconRowInvalid(file, line, `expected ${columns.length} columns, none empty`);
  }
  return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
}
