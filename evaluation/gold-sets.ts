/** Finding gold: which sets lie in a folder, and the fixed tenth of each for a quick run. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { readJsonLines } from './json-lines.ts';
import type { GoldSet } from './task.ts';

/** Every set in a folder, in the order of names. `.tar.gz` sets are unpacked into `scratch`. */
export function findGold(folder: string, scratch: string): GoldSet[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const name = nameOf(file, join(folder, file));
      if (name === null) return [];
      return [
        {
          name,
          path: file.endsWith('.tar.gz') ? unpacked(join(folder, file), name, scratch) : join(folder, file),
        },
      ];
    });
}

function nameOf(file: string, path: string): string | null {
  if (statSync(path).isDirectory()) return file.includes('.') ? file : null;
  const match = /^(.+\.[^.]+)\.(?:jsonl|jsonl\.gz|tar\.gz)$/.exec(file);
  return match?.[1] ?? null;
}

function unpacked(archive: string, name: string, scratch: string): string {
  const folder = join(scratch, 'unpacked');
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xzf', archive, '-C', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${archive}: cannot be unpacked: ${stderr}`);
  const inner = readdirSync(folder).includes(name) ? name : '';
  return join(folder, inner);
}

/** Of how many records a quick run takes one. */
const QUICK_STEP = 10;

/** A set cut to every tenth record, written to `scratch`: the same records on every machine. */
export function tenthOf(gold: GoldSet, scratch: string): GoldSet {
  const path = join(scratch, 'tenth', basename(gold.path).replace(/\.gz$/, ''));
  mkdirSync(join(scratch, 'tenth'), { recursive: true });
  if (!statSync(gold.path).isDirectory()) {
    writeFileSync(path, tenthOfLines(readJsonLines(gold.path)));
    return { name: gold.name, path };
  }
  const parts = readdirSync(gold.path);
  if (parts.includes('gold.jsonl')) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'gold.jsonl'), tenthOfLines(readJsonLines(join(gold.path, 'gold.jsonl'))));
    cpSync(join(gold.path, 'html'), join(path, 'html'), { recursive: true });
  } else {
    for (const part of parts) {
      mkdirSync(join(path, part), { recursive: true });
      const files = readdirSync(join(gold.path, part))
        .sort()
        .filter((_, i) => i % QUICK_STEP === 0);
      for (const file of files)
        writeFileSync(join(path, part, file), readFileSync(join(gold.path, part, file)));
    }
  }
  return { name: gold.name, path };
}

function tenthOfLines(rows: readonly unknown[]): string {
  return rows
    .filter((_, index) => index % QUICK_STEP === 0)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
}
