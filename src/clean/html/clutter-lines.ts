/** Which lines are clutter by their words; rows of `data/lexicon/page-clutter-lines.tsv`. */

import { readTable } from '../../lexicon/table.ts';
import { keyOf } from './likeness.ts';

/** A line that a starred phrase begins is still nothing but clutter up to this many characters. */
const MAX_WHOLE_CHARS = 60;

/** Lines longer than this are looked at from their beginning only. */
const MAX_LINE_CHARS = 600;

/** Whether the line is nothing but clutter: "Read more", "Tags:", a line of marks. */
export function isWhollyClutter(line: string): boolean {
  if (line.length > MAX_WHOLE_CHARS * 2) return false;
  const key = keyOf(line);
  if (key === '') return true;
  const { whole, opening } = phrases();
  return whole.has(key) || (line.length <= MAX_WHOLE_CHARS && opening.begins(key));
}

/** Whether the line begins as calls to read or subscribe begin. */
export function opensAsClutter(line: string): boolean {
  return phrases().leads.begins(
    line
      .slice(0, MAX_LEAD_CHARS)
      .toLowerCase()
      .replace(/^[\s>*•–—-]+/, ''),
  );
}

/** The longest opening is shorter than this. */
const MAX_LEAD_CHARS = 80;

/** Whether the line speaks of subscribing, rights or channels anywhere. Slower than the others. */
export function mentionsClutter(line: string): boolean {
  return phrases().inside.test(line.slice(0, MAX_LINE_CHARS).toLowerCase());
}

interface Phrases {
  readonly whole: ReadonlySet<string>;
  readonly opening: Openings;
  readonly leads: Openings;
  readonly inside: RegExp;
}

let compiled: Phrases | null = null;

function phrases(): Phrases {
  compiled ??= compile();
  return compiled;
}

function compile(): Phrases {
  const rows = readTable('page-clutter-lines.tsv', ['phrase', 'match', 'language', 'example']);
  const of = (match: string) => rows.filter((row) => row.match === match).map(({ phrase }) => phrase);
  const whole = of('whole');
  const starred = whole.filter((phrase) => phrase.endsWith('*')).map((phrase) => keyOf(phrase));
  return {
    whole: new Set(whole.map(keyOf)),
    opening: new Openings(starred),
    leads: new Openings(of('lead')),
    inside: new RegExp(of('inside').map(escaped).join('|')),
  };
}

interface Opening {
  readonly phrase: string;
  /** Whether the phrase ends a word, so that no letter may follow it. */
  readonly endsWord: boolean;
}

/** Phrases that a line may begin with, kept by their first two characters: there are many hundreds. */
class Openings {
  private readonly byStart = new Map<string, Opening[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const start = phrase.slice(0, 2);
      const same = this.byStart.get(start) ?? [];
      same.push({ phrase, endsWord: endsWord(phrase) });
      this.byStart.set(start, same);
    }
  }

  begins(line: string): boolean {
    return this.has(line.slice(0, 2), line) || this.has(line.slice(0, 1), line);
  }

  private has(start: string, line: string): boolean {
    const openings = this.byStart.get(start) ?? [];
    return openings.some(
      ({ phrase, endsWord }) =>
        line.startsWith(phrase) && !(endsWord && WORD_CHARACTER.test(characterAt(line, phrase.length))),
    );
  }
}

const WORD_CHARACTER = /[\p{L}\p{M}]/u;

function characterAt(line: string, index: number): string {
  const point = line.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** A phrase that ends in a letter of a script with spaces ends a word. */
function endsWord(phrase: string): boolean {
  const last = phrase.slice(-1);
  return /\p{L}/u.test(last) && !UNSPACED.test(last);
}

/** Scripts in which a word may go on without a mark, Korean with its endings among them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
