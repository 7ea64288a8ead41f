/** Toponym finding: which capitalised names of a text say where. One function, so that a name recogniser can stand in. */

import { isReadable } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import { span, textOf } from '../../document/span.ts';
import type { Token } from '../../document/token.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { foldPlaceName } from '../../lexicon/gazetteer-names.ts';
import { isInContextClass } from '../../lexicon/name-context.ts';
import type { NameSpot } from './name-filter.ts';
import { isAfterName, personWords, verdictOn } from './name-filter.ts';

/**
 * Spans of place names in text order, none overlapping: without articles and prepositions, with
 * "City" or "Valley" where the gazetteer has them.
 */
export function findToponyms(
  document: Document<'tokens' | 'sentences'>,
  gazetteer: Gazetteer,
): readonly Span[] {
  const { text, blocks, layers } = document;
  const read: Token[][] = [];
  for (const { block, firstToken, endToken } of layers.sentences) {
    const kind = blocks[block];
    if (kind !== undefined && (isReadable(kind) || kind.kind === 'dateline'))
      read.push(layers.tokens.slice(firstToken, endToken));
  }
  const spots = read.flatMap((tokens) => spotsOf(text, tokens, gazetteer));
  const persons = new Set(personWords(text, read));
  for (const spot of spots) {
    const name = spot.tokens[spot.end - 1];
    if (name !== undefined && spot.end - spot.first === 1 && isAfterName(spot)) persons.add(name.norm);
  }
  const verdicts = spots.map((spot) => verdictOn(spot, gazetteer, persons));
  const told = new Set(spots.filter((_, i) => verdicts[i] === 'place').map(printedOf));
  return spots
    .filter((spot, i) => verdicts[i] === 'place' || (verdicts[i] === 'perhaps' && told.has(printedOf(spot))))
    .map(spanOf);
}

function spanOf({ tokens, first, end }: NameSpot): Span {
  return span(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0);
}

function printedOf(spot: NameSpot): string {
  return textOf(spot.text, spanOf(spot));
}

/** The longest name of the gazetteer has this many tokens in an article, hyphens counted. */
const MOST_TOKENS = 7;

/** Every stretch of a sentence that is some place's name, the longest one first at each position. */
function spotsOf(text: string, tokens: readonly Token[], gazetteer: Gazetteer): NameSpot[] {
  const spots: NameSpot[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || !startsName(text, token)) {
      at += 1;
      continue;
    }
    const end = longestName(text, tokens, at, gazetteer);
    if (end === null) {
      at += 1;
      continue;
    }
    const whole = withStop(text, tokens, { first: at, end }, gazetteer);
    spots.push({ text, tokens, first: at, end: whole });
    at = whole;
  }
  return spots;
}

/** The end of a name with the stop of an abbreviation that was cut apart: "Hammond, Ind. (AP)". */
function withStop(
  text: string,
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
  gazetteer: Gazetteer,
): number {
  const last = tokens[end - 1];
  const stop = tokens[end];
  const isStop = last !== undefined && stop?.norm === '.' && stop.start === last.end;
  // The stop that ends a sentence is the sentence's own.
  if (!isStop || end - first !== 1 || tokens[first - 1]?.norm !== ',' || end + 1 === tokens.length)
    return end;
  const isShort = gazetteer.named(text.slice(last.start, stop.end)).some(({ as }) => as === 'abbreviation');
  return isShort ? end + 1 : end;
}

/** Where the longest known name that begins at a token ends; null when there is none. */
function longestName(
  text: string,
  tokens: readonly Token[],
  first: number,
  gazetteer: Gazetteer,
): number | null {
  const start = tokens[first]?.start ?? 0;
  let reach = first + 1;
  while (reach < tokens.length && reach - first < MOST_TOKENS && continuesName(text, tokens, reach))
    reach += 1;
  for (let end = reach; end > first; end -= 1) {
    const last = tokens[end - 1];
    // A name does not end in "of" or a hyphen.
    if (last === undefined || !startsName(text, last)) continue;
    const folded = foldPlaceName(text.slice(start, last.end));
    if (gazetteer.knows(folded)) return end;
    if (folded.startsWith('st ') && gazetteer.knows(folded.replace('st ', 'saint '))) return end;
  }
  return null;
}

function startsName(text: string, { start }: Token): boolean {
  return isCapital(text.charAt(start));
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Small words and marks that stand inside names ("Isle of Wight", "Rio de Janeiro", "Deir al-Balah"). */
const INNER = /^(?:of|de|da|do|del|la|le|les|du|des|el|al|an|as|and|the|on|upon|sur|am|en|i|y|e|-|‑|')$/;

/** Whether a token may belong to a name that began before it: capitalised or a small word, one space away at most. */
function continuesName(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined) return false;
  const gap = text.slice(before.end, token.start);
  if (gap !== '' && gap !== ' ' && gap !== '\u00a0') return false;
  if (isInContextClass(token.norm, 'weekday-month')) return false;
  return startsName(text, token) || INNER.test(token.norm);
}
