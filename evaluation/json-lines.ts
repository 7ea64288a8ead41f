/** Reading JSON lines, plain or gzipped. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The objects of a `.jsonl` or `.jsonl.gz` file. */
export function readJsonLines(path: string): unknown[] {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
