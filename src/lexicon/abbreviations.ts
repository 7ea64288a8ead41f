/** Abbreviations that keep their stop, and whether a sentence may end at one. */

import { readTable } from './table.ts';

/** What usually follows: a name ("Dr."), a number ("No."), or anything. */
export type Follower = 'name' | 'number' | 'any';

export interface Abbreviation {
  /** Lower case, with its stops. */
  readonly norm: string;
  readonly before: Follower;
  /** Whether a sentence can end with it ("p.m.", "Inc."). */
  readonly ends: boolean;
}

let byNorm: ReadonlyMap<string, Abbreviation> | null = null;

/** The abbreviation of that lower-case form, stops included; undefined for other words. */
export function abbreviationOf(norm: string): Abbreviation | undefined {
  byNorm ??= new Map(
    readTable('abbreviations.tsv', ['abbreviation', 'before', 'ends', 'example']).map((row) => [
      row.abbreviation,
      { norm: row.abbreviation, before: row.before as Follower, ends: row.ends === 'yes' },
    ]),
  );
  return byNorm.get(norm);
}
