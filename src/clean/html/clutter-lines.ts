/** Which lines are clutter by their words; rows of `data/lexicon/page-clutter-lines.tsv`. */

import { readTable } from '../../lexicon/table.ts';
import { keyOf } from './likeness.ts';

/** How much of a line the clutter makes up: all of it, its beginning, or some part inside. */
export interface LineClutter {
  readonly whole: boolean;
  readonly lead: boolean;
  readonly inside: boolean;
}

/** A line that a starred phrase begins is still nothing but clutter up to this many characters. */
const MAX_WHOLE_CHARS = 60;

/** Lines longer than this are looked at from their beginning only. */
const MAX_LINE_CHARS = 600;

export function lineClutter(line: string): LineClutter {
  const { whole, opening, leads, inside } = phrases();
  const text = line.slice(0, MAX_LINE_CHARS).toLowerCase();
  const key = keyOf(text);
  return {
    whole: key === '' || whole.has(key) || (text.length <= MAX_WHOLE_CHARS && opening.test(`${key} `)),
    lead: leads.test(text),
    inside: inside.test(text),
  };
}

interface Phrases {
  readonly whole: ReadonlySet<string>;
  readonly opening: RegExp;
  readonly leads: RegExp;
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
    opening: new RegExp(`^(?:${starred.map(withBoundary).join('|')})`, 'u'),
    leads: new RegExp(`^[\\s>*•–—-]*(?:${of('lead').map(withBoundary).join('|')})`, 'u'),
    inside: new RegExp(of('inside').map(escaped).join('|'), 'u'),
  };
}

/** A phrase that ends in a letter of a script with spaces ends a word. */
function withBoundary(phrase: string): string {
  const pattern = escaped(phrase);
  const last = phrase.slice(-1);
  const spaced =
    /\p{L}/u.test(last) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(last);
  return spaced ? `${pattern}(?![\\p{L}\\p{M}])` : pattern;
}

function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
