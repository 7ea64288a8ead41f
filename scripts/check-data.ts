/** Checks the form of every table in `data/`: what all readers rely on, whatever the table is about. */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every fault of one table; `file` is what is printed before it. */
export function faultsIn(file: string, content: string): string[] {
  const lines = content.split('\n');
  const faults: string[] = [];
  const fault = (line: number, problem: string) => faults.push(`${file}:${line}: ${problem}`);
  if (content.includes('\r')) fault(1, 'lines end with a carriage return; line feeds alone are wanted');
  if (!content.endsWith('\n')) fault(lines.length, 'the last line has no end');
  const rows = lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  const columns = rows[0]?.text.split('\t').length ?? 0;
  let before = '';
  const seen = new Set<string>();
  for (const { text, line } of rows.slice(1)) {
    const cells = text.split('\t');
    const first = cells[0] ?? '';
    if (cells.length !== columns) fault(line, `${cells.length} columns, the heading has ${columns}`);
    if (cells.some((cell) => cell.trim() === '')) fault(line, 'an empty cell; a dash stands for "nothing"');
    if (cells.some((cell) => cell !== cell.trim())) fault(line, 'white space at the edge of a cell');
    if (first < before)
      fault(line, `"${first}" stands after "${before}"; rows are sorted by their first column`);
    if (seen.has(text)) fault(line, 'the same row twice');
    seen.add(text);
    before = first;
  }
  return faults;
}

/** Faults of all tables; a folder with tables has a README that names each of them. */
function allFaults(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const tables = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv'))
    .map(({ name }) => name);
  const readme = tables.length === 0 ? '' : readFileSync(join(ROOT, folder, 'README.md'), 'utf8');
  return [
    ...tables.flatMap((name) =>
      faultsIn(`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')),
    ),
    ...tables
      .filter((name) => !readme.includes(name))
      .map((name) => `${folder}/README.md:1: does not explain ${name}`),
    ...entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => allFaults(`${folder}/${name}`)),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = allFaults('data');
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
