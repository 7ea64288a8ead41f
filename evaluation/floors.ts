/** Floors: the scores below which a run fails, and the gold that they were measured on. */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Floors of one set: a digest of its gold, and a floor for each figure by its path in the scorer's object. */
export interface Floors {
  readonly gold: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** Floors by mode (`full`, `quick`) and set. */
export type FloorFile = Readonly<Record<'full' | 'quick', Readonly<Record<string, Floors>>>>;

const FILE = new URL('floors.json', import.meta.url);

export function readFloors(): FloorFile {
  return JSON.parse(readFileSync(FILE, 'utf8')) as FloorFile;
}

export function writeFloors(floors: FloorFile): void {
  writeFileSync(FILE, `${JSON.stringify(floors, null, 2)}\n`);
}

/** Smaller is better for these figures; a "floor" is then the most that is allowed. */
const SMALLER_IS_BETTER = /given_where_none|error|mae|rmse/;

/** One line for each figure that is worse than its floor. Sets whose gold differs are not compared. */
export function belowFloor(set: string, floors: Floors | undefined, gold: string, scores: object): string[] {
  if (floors === undefined || floors.gold !== gold) return [];
  return Object.entries(floors.figures).flatMap(([path, floor]) => {
    const value = figureAt(scores, path);
    if (value === null) return [`${set} ${path}: no longer given (floor ${floor})`];
    const isWorse = SMALLER_IS_BETTER.test(path) ? value > floor : value < floor;
    return isWorse ? [`${set} ${path}: ${value} is below the floor ${floor}`] : [];
  });
}

/** Floors a run would set: the figures shown, rounded down by a hair so that rounding never fails a run. */
export function floorsFrom(gold: string, shown: readonly string[], scores: object): Floors {
  const figures = shown.flatMap((path) => {
    const value = figureAt(scores, path);
    if (value === null) return [];
    const slack = SMALLER_IS_BETTER.test(path) ? 0.0005 : -0.0005;
    return [[path, Math.round((value + slack) * 1000) / 1000] as const];
  });
  return { gold, figures: Object.fromEntries(figures) };
}

/** The number at a path of names parted by stops; null where there is none. */
export function figureAt(scores: object, path: string): number | null {
  let value: unknown = scores;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'number' ? value : null;
}

/** A digest of gold: the names and bytes of all its files. */
export function digestOf(path: string): string {
  const hash = createHash('sha256');
  for (const file of filesUnder(path))
    hash.update(file.slice(path.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
