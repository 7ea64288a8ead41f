/** The filter of names: whether a known place name, where it stands, is a place and not a person, a body or a word. */

import type { Token } from '../../document/token.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { NamedPlace } from '../../lexicon/gazetteer-place.ts';
import { isInContextClass } from '../../lexicon/name-context.ts';
import { containerAfter } from './container.ts';

/** A stretch of a sentence that some place is named by: tokens `first` up to, not including, `end`. */
export interface NameSpot {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly end: number;
}

/** Towns at least this large (log10 + 1 people) need no other sign: about 150,000 people. */
const KNOWN_TOWN = 5.2;
/** With a preposition before them, towns of about a thousand do. */
const LOCATED_TOWN = 3;

/** Whether the spot is a place. `persons` are the words by which the article names people. */
export function isPlaceName(spot: NameSpot, gazetteer: Gazetteer, persons: ReadonlySet<string>): boolean {
  const { text, tokens, first, end } = spot;
  const start = tokens[first];
  const last = tokens[end - 1];
  if (start === undefined || last === undefined) return false;
  const printed = text.slice(start.start, last.end);
  const named = gazetteer.named(printed.replace(/^St\.? /, 'St '));
  const isWord = end - first === 1 && isWordOfItsOwn(start, printed);
  if (isWord) return false;
  if (isInName(spot, named)) return false;
  const isWide = named.some(
    ({ place, as }) => isWidelyKnown(place.kind) && as !== 'alternative' && as !== 'abbreviation',
  );
  if (isWide) return true;
  const hasContainer =
    containerAfter(text, last.end, (name) =>
      gazetteer.named(name).some(({ place }) => place.kind === 'state' || place.kind === 'division'),
    ) !== null;
  if (hasContainer) return true;
  if (end - first === 1 && persons.has(start.norm)) return false;
  const size = Math.max(0, ...named.filter(isOwnName).map(({ place }) => place.magnitude));
  const located = isLocated(spot);
  if (!located && first === 0 && end - first === 1 && size < KNOWN_TOWN + 0.5) return false;
  return size >= (located ? LOCATED_TOWN : KNOWN_TOWN) || (end - first > 1 && size >= LOCATED_TOWN + 0.5);
}

function isOwnName({ as, place }: NamedPlace): boolean {
  return as === 'name' || (as === 'alternative' && place.magnitude > 5);
}

function isWidelyKnown(kind: string): boolean {
  return kind === 'state' || kind === 'region' || kind === 'division';
}

/** "Reading", "May", "Karen", and capitals that are an acronym. */
function isWordOfItsOwn({ norm }: Token, printed: string): boolean {
  return (
    printed.length < 2 ||
    (isInContextClass(norm, 'common') && norm !== 'us' && printed !== 'US') ||
    printed === 'Us' ||
    isInContextClass(norm, 'weekday-month') ||
    isInContextClass(norm, 'title') ||
    (/^[A-Z]{2,4}$/.test(printed) && !/^(?:US|UK|UAE|USA|EU|DRC|NSW)$/.test(printed))
  );
}

/** Whether a preposition or direction stands before the name, or it opens a dateline. */
function isLocated({ tokens, first, end, text }: NameSpot): boolean {
  const before = tokens[first - 1];
  if (before !== undefined) {
    if (isInContextClass(before.norm, 'locator')) return true;
    // "the Dover area", "of Dover", "Leeds and Dover" are signs that persons and firms give too, so not here.
    return false;
  }
  const after = tokens[end];
  return after !== undefined && /^(?:\(|-|–|—|--)$/.test(text.slice(after.start, after.end));
}

/** Whether the name is only a part of a longer name: "Paris Hilton", "Bank of China", "Houston Chronicle". */
function isInName(spot: NameSpot, named: readonly NamedPlace[]): boolean {
  const { tokens, first, end } = spot;
  const isAdjective = named.some(({ as }) => as === 'demonym');
  const next = capitalAfter(spot);
  if (next !== null) {
    // "Dover Police", "Texas Governor": an office of the place, which is named as a place.
    const isOffice = isInContextClass(next.norm, 'office');
    if (!isOffice && isInContextClass(next.norm, 'organisation') && !isAdjective) return true;
    if (!isOffice && !isAdjective && !isInContextClass(next.norm, 'weekday-month')) return true;
  }
  const before = tokens[first - 1];
  if (before === undefined) return false;
  if (before.norm === 'of' || before.norm === 'for') {
    const head = tokens[first - 2];
    return (
      head !== undefined && isCapitalised(spot.text, head) && isInContextClass(head.norm, 'organisation-head')
    );
  }
  if (before.norm === 'the' && end < tokens.length) return false;
  return isNamePart(spot, before, first - 1) && !isAdjective;
}

/** Whether the capitalised word before makes one name with the spot: a given name, a title, another surname. */
function isNamePart({ text, tokens, first }: NameSpot, before: Token, index: number): boolean {
  if (!isCapitalised(text, before)) return false;
  const name = tokens[first];
  if (name === undefined || text.slice(before.end, name.start).trim() !== '') return false;
  if (isInContextClass(before.norm, 'given-name') || isInContextClass(before.norm, 'title')) return true;
  if (isInContextClass(before.norm, 'locator') || isInContextClass(before.norm, 'office')) return false;
  // The first word of a sentence is capitalised whatever it is.
  return index > 0;
}

function capitalAfter({ text, tokens, end }: NameSpot): Token | null {
  const next = tokens[end];
  const last = tokens[end - 1];
  if (next === undefined || last === undefined) return null;
  if (text.slice(last.end, next.start) !== ' ' || !isCapitalised(text, next)) return null;
  return next;
}

function isCapitalised(text: string, { start, end }: Token): boolean {
  const first = text.charAt(start);
  return first !== first.toLowerCase() && end - start > 1;
}

/** The words by which an article names people: what follows a given name or a title. */
export function personWords(text: string, sentences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tokens of sentences) {
    tokens.forEach((token, i) => {
      const next = tokens[i + 1];
      if (next === undefined || !isCapitalised(text, token) || !isCapitalised(text, next)) return;
      if (text.slice(token.end, next.start) !== ' ') return;
      if (!isInContextClass(token.norm, 'given-name') && !isInContextClass(token.norm, 'title')) return;
      words.add(next.norm).add(token.norm);
      // "Karen B. Dover" and "Jan van Dover".
      const third = tokens[i + 2];
      if (
        third !== undefined &&
        isCapitalised(text, third) &&
        /^(?: |\. )$/.test(text.slice(next.end, third.start))
      )
        words.add(third.norm);
    });
  }
  return words;
}
