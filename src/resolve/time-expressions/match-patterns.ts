/** Finds the longest time pattern at a token. */

import type { Token } from '../../document/token.ts';
import { timePatterns } from '../../lexicon/time-patterns.ts';
import type { PatternElement, TimePattern } from '../../lexicon/time-patterns.ts';
import { timeFirstWords, timeWordsOf } from '../../lexicon/time-words.ts';
import { SHAPES, wordAt } from './shapes.ts';

/** What a pattern's classes stood for, by class: `unit` → `D`. */
export type Captures = ReadonlyMap<string, string>;

export interface Match {
  readonly pattern: TimePattern;
  /** Index after its last token. */
  readonly end: number;
  readonly captures: Captures;
}

/** The longest match that begins with the token at `at` and ends before `end`; of equals the first row's. */
export function longestMatch(tokens: readonly Token[], at: number, end: number): Match | null {
  const candidates = candidatesFor(tokens[at]?.norm ?? '');
  let best: Match | null = null;
  for (const pattern of candidates) {
    const captured: Captured[] = [];
    const stop = matchFrom(pattern.elements, 0, tokens, at, end, captured);
    if (stop > (best?.end ?? at)) best = { pattern, end: stop, captures: new Map(captured) };
  }
  return best;
}

type Captured = readonly [name: string, value: string];

/** The index after the elements from `index` on, or -1. An optional element is taken if the rest then matches. */
function matchFrom(
  elements: readonly PatternElement[],
  index: number,
  tokens: readonly Token[],
  at: number,
  end: number,
  captured: Captured[],
): number {
  const element = elements[index];
  if (element === undefined) return at;
  if (at < end) {
    if (element.literals.has(tokens[at]?.norm ?? '')) {
      const stop = matchFrom(elements, index + 1, tokens, at + 1, end, captured);
      if (stop !== -1) return stop;
    }
    for (const name of element.classes) {
      const reading = SHAPES[name]?.(tokens, at, end) ?? wordAt(tokens, at, end, name);
      if (reading === null || reading.end > end) continue;
      const depth = captured.length;
      captured.push([name, reading.value]);
      const stop = matchFrom(elements, index + 1, tokens, reading.end, end, captured);
      if (stop !== -1) return stop;
      captured.length = depth;
    }
  }
  return element.optional ? matchFrom(elements, index + 1, tokens, at, end, captured) : -1;
}

let byWord: Map<string, readonly TimePattern[]> | null = null;
let byDigit: readonly TimePattern[] = [];
const NONE: readonly TimePattern[] = [];

/** Patterns that can begin with a word: most words begin none, which is what makes the tagger fast. */
function candidatesFor(norm: string): readonly TimePattern[] {
  byWord ??= indexed();
  const first = norm.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return byDigit;
  return byWord.get(norm) ?? (/^'\d/.test(norm) ? byDigit : NONE);
}

/** Table classes whose words may begin each class of shapes. */
const SHAPES_BEGUN_BY: Readonly<Record<string, readonly string[]>> = {
  number: ['n', 'year', 'clock', 'hour'],
  scale: ['n'],
  article: ['n'],
  ordinal: ['dom'],
};

function indexed(): Map<string, readonly TimePattern[]> {
  const firsts = timePatterns().map((pattern) => ({ pattern, ...beginnings(pattern.elements) }));
  byDigit = firsts
    .filter(({ classes }) => [...classes].some((name) => name in SHAPES))
    .map(({ pattern }) => pattern);
  const words = new Map<string, readonly TimePattern[]>();
  const literals = new Set(firsts.flatMap((first) => [...first.literals]));
  for (const norm of [...literals, ...timeFirstWords()]) {
    if (words.has(norm)) continue;
    const own = new Set<string>(
      (timeWordsOf(norm) ?? []).flatMap(({ class: kind }) => [kind, ...(SHAPES_BEGUN_BY[kind] ?? [])]),
    );
    words.set(
      norm,
      firsts
        .filter((first) => first.literals.has(norm) || [...first.classes].some((name) => own.has(name)))
        .map(({ pattern }) => pattern),
    );
  }
  return words;
}

/** The words and classes that a match can begin with. */
function beginnings(elements: readonly PatternElement[]): { literals: Set<string>; classes: Set<string> } {
  const [literals, classes] = [new Set<string>(), new Set<string>()];
  for (const element of elements) {
    for (const literal of element.literals) literals.add(literal);
    for (const name of element.classes) classes.add(name);
    if (!element.optional) break;
  }
  return { literals, classes };
}
