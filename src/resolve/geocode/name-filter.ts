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
/** At the head of a sentence, where every word has a capital, about half a million. */
const KNOWN_OPENER = 5.7;

/** A place; a name that is one if the article elsewhere uses it as one; something else. */
export type Verdict = 'place' | 'perhaps' | 'other';

/** What the spot is where it stands. `persons` are the words by which the article names people. */
export function verdictOn(spot: NameSpot, gazetteer: Gazetteer, persons: ReadonlySet<string>): Verdict {
  const { text, tokens, first, end } = spot;
  const start = tokens[first];
  const last = tokens[end - 1];
  if (start === undefined || last === undefined) return 'other';
  const printed = text.slice(start.start, last.end);
  const named = gazetteer.named(printed.replace(/^St\.? /, 'St '));
  const isSingle = end - first === 1;
  if (isPrintedAbbreviation(spot, printed, named)) return 'place';
  if (isSingle && isWordOfItsOwn(start, printed)) return 'other';
  // A county's name says that it is one; "Dover County Jail" is in Dover County.
  if (!isDistrict(printed, named) && isInName(spot, named)) return 'other';
  if (named.some(isWidelyKnown) || isBeforeLarger(text, last.end, gazetteer)) return 'place';
  const size = Math.max(0, ...named.filter(isOwnName).map(({ place }) => place.magnitude));
  const located = isLocated(spot);
  // A preposition of place outweighs that a person or a firm bears the name too.
  if (isSingle && !located && persons.has(start.norm)) return 'other';
  // The first word of a sentence has its capital whatever it is.
  const needed = located
    ? LOCATED_TOWN
    : isSingle
      ? first === 0
        ? KNOWN_OPENER
        : KNOWN_TOWN
      : LOCATED_TOWN + 0.5;
  return size >= needed ? 'place' : size >= LOCATED_TOWN ? 'perhaps' : 'other';
}

/** "Ky." after a comma, "B.C." and "N.Y." anywhere. */
function isPrintedAbbreviation(
  { text, tokens, first, end }: NameSpot,
  printed: string,
  named: readonly NamedPlace[],
): boolean {
  if (!named.some(({ as }) => as === 'abbreviation')) return false;
  if (/^[A-Z]\.\s?[A-Z]/.test(printed)) return true;
  const stopped = printed.endsWith('.') || text.charAt(tokens[end - 1]?.end ?? 0) === '.';
  return tokens[first - 1]?.norm === ',' && (stopped || /^[A-Z]{2,3}$/.test(printed));
}

function isDistrict(printed: string, named: readonly NamedPlace[]): boolean {
  return / (?:County|Parish)$/.test(printed) && named.some(({ place }) => place.kind === 'district');
}

/** Whether a larger place is printed right after the name. */
function isBeforeLarger(text: string, end: number, gazetteer: Gazetteer): boolean {
  const isLarger = (name: string): boolean =>
    gazetteer.named(name).some(({ place }) => place.kind === 'state' || place.kind === 'division');
  return containerAfter(text, end, isLarger) !== null;
}

function isOwnName({ as, place }: NamedPlace): boolean {
  return as === 'name' || (as === 'alternative' && place.magnitude > 5);
}

function isWidelyKnown({ place: { kind }, as }: NamedPlace): boolean {
  return (
    (kind === 'state' || kind === 'region' || kind === 'division') &&
    as !== 'alternative' &&
    as !== 'abbreviation'
  );
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

/** Whether the spot ends a longer capitalised name, as surnames do: "Dover" in "Zack Dover". */
export function isAfterName(spot: NameSpot): boolean {
  const before = spot.tokens[spot.first - 1];
  return (
    before !== undefined &&
    capitalAfter(spot) === null &&
    !isInContextClass(before.norm, 'organisation') &&
    !isInContextClass(before.norm, 'organisation-head') &&
    isNamePart(spot, before, spot.first - 1)
  );
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
