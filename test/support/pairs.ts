/** Files of pairs: one line a case, `input => what comes out`; for functions from a line to a line. */

import { readFileSync } from 'node:fs';

/** A line of a pairs file. */
export interface Pair {
  readonly input: string;
  readonly expected: string;
}

/** The pairs of a file. Blank lines and lines that begin with `## ` are remarks; any other line without ` => ` is an error. */
export function readPairs(file: URL): Pair[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('## '));
  if (lines.length === 0) throw new Error(`${file.pathname}: no pairs`);
  return lines.map((line) => {
    const at = line.lastIndexOf(' => ');
    if (at < 0) throw new Error(`${file.pathname}: a pair is "input => expected", found "${line}"`);
    return { input: line.slice(0, at), expected: line.slice(at + 4) };
  });
}
