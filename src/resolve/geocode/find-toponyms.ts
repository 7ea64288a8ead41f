/** Toponym finding: which capitalised names of a text say where. One function, so that a name recogniser can stand in. */

import { isReadable } from '../../document/block.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import { span } from '../../document/span.ts';
import type { Token } from '../../document/token.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { foldPlaceName } from '../../lexicon/gazetteer-names.ts';
import { isInContextClass } from '../../lexicon/name-context.ts';
import type { NameSpot } from './name-filter.ts';
import { isPlaceName, personWords } from './name-filter.ts';

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
  const persons = personWords(text, read);
  return spots
    .filter((spot) => isPlaceName(spot, gazetteer, persons))
    .map(({ tokens, first, end }) => span(tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0));
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
    spots.push({ text, tokens, first: at, end });
    at = end;
  }
  return spots;
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
