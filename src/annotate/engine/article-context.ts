/** What the rest of an article says of its capitalised words: how often they stand where, and beside what. */

import { mixed } from './feature-hash.ts';

/** What is looked at of a word, beside its place in the sentence. */
export interface Look {
  readonly plain: string;
  readonly word: number;
  readonly form: number;
  readonly suffixes: readonly [number, number, number];
  readonly prefixes: readonly [number, number, number];
  readonly shape: number;
  readonly classes: readonly [number, number, number];
  /** 0 small, 1 capital first, 2 all capitals, 3 a digit first, 4 other. */
  readonly kind: number;
  readonly isListedName: boolean;
}

/** What the rest of an article says of a capitalised word. */
interface Elsewhere {
  small: number;
  capital: number;
  readonly before: Map<number, number>;
  readonly after: Map<number, number>;
}

/** By plain form. */
export type ArticleContext = ReadonlyMap<string, Elsewhere>;

/** Notes every word of every sentence of one article. */
export function contextOfSentences(sentences: readonly (readonly Look[])[]): ArticleContext {
  const context = new Map<string, Elsewhere>();
  for (const looks of sentences) for (const [i, look] of looks.entries()) note(context, looks, i, look);
  return context;
}

function note(context: Map<string, Elsewhere>, looks: readonly Look[], i: number, look: Look): void {
  if (look.kind > 2) return;
  let seen = context.get(look.plain);
  if (seen === undefined) {
    seen = { small: 0, capital: 0, before: new Map(), after: new Map() };
    context.set(look.plain, seen);
  }
  if (look.kind === 0) {
    seen.small += 1;
    return;
  }
  if (i > 0) seen.capital += 1;
  const before = looks[i - 1];
  const after = looks[i + 1];
  if (before !== undefined) count(seen.before, neighbourOf(before));
  if (after !== undefined) count(seen.after, neighbourOf(after));
}

/** Hashes of what the rest of the article says of a capitalised word. */
export function contextHashes({ kind, plain }: Look, context: ArticleContext): number[] {
  const seen = kind === 1 || kind === 2 ? context.get(plain) : undefined;
  if (seen === undefined) return [];
  return [
    mixed(mixed(6, Math.min(seen.capital, 3)), Math.min(seen.small, 1)),
    ...mostFrequent(seen.before).map((neighbour) => mixed(7, neighbour)),
    ...mostFrequent(seen.after).map((neighbour) => mixed(8, neighbour)),
  ];
}

/** What a neighbour is counted as: its middle class, or the word where it has none. */
function neighbourOf({ classes, word }: Look): number {
  return classes[1] === 0 ? word : mixed(classes[1], 7);
}

function count(counts: Map<number, number>, item: number): void {
  counts.set(item, (counts.get(item) ?? 0) + 1);
}

const NEIGHBOURS_KEPT = 4;

export function mostFrequent(counts: ReadonlyMap<number, number>): number[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, NEIGHBOURS_KEPT)
    .map(([item]) => item);
}
