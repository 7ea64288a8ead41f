/** Noun phrases without a name: where they stand, and which entity a definite one points at. */

import type { CorefClass, Gender } from '../../lexicon/coref-words.ts';
import { isCorefWord } from '../../lexicon/coref-words.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';
import type { Draft, DraftMention } from './draft.ts';
import { countryOf, hasFacet } from './name-kind.ts';
import type { Scan, Words } from './scan.ts';
import { isCapital, isFunctionWord, isPossessive, looksFinite, normAt, textAt } from './scan.ts';

export interface Nominal extends Words {
  readonly head: string;
  readonly sentence: number;
  /** "the", "this", "that". */
  readonly isDefinite: boolean;
  /** "two", "both". */
  readonly isPair: boolean;
  /** ISO-3 code of an adjective in it: "the Kenyan group". */
  readonly country: string;
  /** The entity whose name is in it: "the Kesh leader". */
  readonly owner: Draft | null;
}

const HEADS: readonly CorefClass[] = [
  'role.he', 'role.she', 'role.any', 'role.many', 'pair.person', 'pair.side',
  'noun.group', 'noun.organisation', 'noun.force', 'noun.state', 'noun.place', 'noun.town',
]; // prettier-ignore

/** Longest run of adjectives and names between determiner and head, in tokens. */
const MOST_MODIFIERS = 6;

/** The nominals of a sentence in text order. `endings` tells the entities by the token after their names. */
export function nominalsOf(scan: Scan, sentence: number, endings: ReadonlyMap<number, Draft>): Nominal[] {
  const { firstToken = 0, endToken = 0 } = scan.sentences[sentence] ?? {};
  const found: Nominal[] = [];
  for (let i = firstToken; i < endToken; i += 1) {
    if (
      !isCorefWord(normAt(scan, i), ...HEADS) ||
      isInName(scan, i, endings) ||
      !endsPhrase(scan, i + 1, endToken)
    )
      continue;
    const nominal = nominalAt(scan, i, firstToken, sentence, endings);
    if (nominal !== null) found.push(nominal);
  }
  return found;
}

/** "Strip" of "Orlan Strip" is no phrase of its own. */
function isInName(scan: Scan, at: number, endings: ReadonlyMap<number, Draft>): boolean {
  return isCapital(scan, at) && (endings.has(at + 1) || endings.has(at + 2));
}

/** Whether the head is the last noun: "the group stage" is no group, and "leader Ana Ruiz" is a title. */
function endsPhrase(scan: Scan, next: number, end: number): boolean {
  if (next >= end) return true;
  const norm = normAt(scan, next);
  if (norm === '-') return false;
  if (!/^\p{L}/u.test(norm)) return true;
  return (
    isPossessive(norm) ||
    isFunctionWord(norm) ||
    looksFinite(norm) ||
    /ly$/.test(norm) ||
    (norm.endsWith('ing') && !isCapital(scan, next))
  );
}

function nominalAt(
  scan: Scan,
  head: number,
  first: number,
  sentence: number,
  endings: ReadonlyMap<number, Draft>,
): Nominal | null {
  let from = head;
  let country = '';
  let owner: Draft | null = null;
  let determiner = '';
  let isPair = false;
  while (from > first && head - from <= MOST_MODIFIERS) {
    const norm = normAt(scan, from - 1);
    if (norm === 'two' || norm === 'both') isPair = true;
    else if (isDeterminer(norm)) determiner = norm;
    else if (hasFacet(textAt(scan, from - 1), 'demonym')) country = countryOf(textAt(scan, from - 1));
    else if (endings.has(from) && isCapital(scan, from - 1))
      owner = normAt(scan, from) === '-' ? owner : (endings.get(from) ?? null);
    else if (!isModifier(scan, from - 1)) break;
    from -= 1;
    if (determiner !== '' || norm === 'both') break;
  }
  // Without a determiner only known adjectives belong to the phrase: "battling Kenyan forces".
  while (determiner === '' && from < head && !isPair && !isFirmModifier(scan, from)) from += 1;
  if (isCorefWord(normAt(scan, head), 'noun.force') && !/^(?:the|this|that|)$/.test(determiner)) return null;
  const isOwned = isPossessive(normAt(scan, from - 1));
  if (isOwned || (owner !== null && from === head)) return null;
  return {
    from,
    to: head + 1,
    head: normAt(scan, head),
    sentence,
    isDefinite: /^(?:the|this|that)$/.test(determiner),
    isPair,
    country,
    owner,
  };
}

function isDeterminer(norm: string): boolean {
  return (wordClassesOf(norm) & (WORD_CLASS.article | WORD_CLASS.determiner)) !== 0;
}

function isModifier(scan: Scan, at: number): boolean {
  const norm = normAt(scan, at);
  if (norm === '-') return true;
  return (
    /^\p{L}/u.test(norm) &&
    (isCorefWord(norm, 'modifier') || (!isFunctionWord(norm) && (!looksFinite(norm) || /ed$/.test(norm))))
  );
}

function isFirmModifier(scan: Scan, at: number): boolean {
  return isCapital(scan, at) || isCorefWord(normAt(scan, at), 'modifier');
}

export function genderOfHead(head: string): Gender | null {
  if (isCorefWord(head, 'role.he')) return 'he';
  return isCorefWord(head, 'role.she') ? 'she' : null;
}

/** What has been read so far, latest last. */
export interface Seen {
  readonly draft: Draft;
  readonly mention: DraftMention;
}

export interface Pointed {
  readonly draft: Draft;
  readonly confidence: number;
  readonly because: string;
}

/** The entity that a definite description points at; null where none or several would do. */
export function pointedAt(nominal: Nominal, seen: readonly Seen[], named: readonly Draft[]): Pointed | null {
  if (!nominal.isDefinite || nominal.isPair) return null;
  const { head } = nominal;
  if (isCorefWord(head, 'role.he', 'role.she', 'role.any')) return holderOf(nominal, seen, named);
  if (nominal.owner !== null) return null;
  if (isCorefWord(head, 'noun.group', 'noun.organisation')) return bodyOf(nominal, seen, named);
  if (isCorefWord(head, 'noun.state'))
    return recent(nominal, seen, (draft) => draft.kind === 'state', 'recent-state');
  if (isCorefWord(head, 'noun.place')) return placeOf(nominal, seen);
  return null;
}

/** "The Kesh leader": who is called leader of Kesh. */
function holderOf(nominal: Nominal, seen: readonly Seen[], named: readonly Draft[]): Pointed | null {
  const holders = named.filter((draft) => draft.roles.some((role) => fits(nominal, role)));
  if (holders.length === 1 && holders[0] !== undefined)
    return { draft: holders[0], confidence: 0.88, because: 'role-holder' };
  return holders.length === 0
    ? null
    : recent(nominal, seen, (draft) => holders.includes(draft), 'recent-role-holder');
}

function fits({ head, owner, country }: Nominal, { title, of }: Draft['roles'][number]): boolean {
  if (
    !title
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(head)
  )
    return false;
  if (owner !== null) return of === owner;
  return country === '' || of === null || of.country === country;
}

const GROUPS = /^(?:group|movement|militia|faction)$/;
const EITHER = /^(?:organisation|organization|party)$/;

function bodyOf(nominal: Nominal, seen: readonly Seen[], named: readonly Draft[]): Pointed | null {
  const kindFits = ({ kind }: Draft): boolean =>
    EITHER.test(nominal.head)
      ? kind === 'group' || kind === 'organisation'
      : kind === (GROUPS.test(nominal.head) ? 'group' : 'organisation');
  if (nominal.country === '')
    return recent(nominal, seen, (draft) => kindFits(draft) && isNamed(draft), 'recent-body');
  const bodies = named.filter((draft) => kindFits(draft) && draft.country === nominal.country);
  const [only] = bodies;
  if (bodies.length === 1 && only !== undefined)
    return { draft: only, confidence: 0.86, because: 'body-of-country' };
  return recent(nominal, seen, (draft) => bodies.includes(draft), 'recent-body-of-country');
}

function placeOf(nominal: Nominal, seen: readonly Seen[]): Pointed | null {
  const isPlace = ({ kind, country }: Draft): boolean =>
    kind === 'place' && (nominal.country === '' || country === nominal.country);
  return recent(nominal, seen, isPlace, 'recent-place');
}

function isNamed({ mentions }: Draft): boolean {
  return mentions.some(({ kind }) => kind === 'name');
}

/** How many sentences back a description reaches. */
const DESCRIPTION_REACH = 2;

/** The latest fitting entity; null where none stands near. */
function recent(
  nominal: Nominal,
  seen: readonly Seen[],
  fit: (draft: Draft) => boolean,
  because: string,
): Pointed | null {
  for (let i = seen.length - 1; i >= 0; i -= 1) {
    const at = seen[i];
    if (at === undefined || nominal.sentence - at.mention.sentence > DESCRIPTION_REACH) return null;
    if (at.mention.from < nominal.from && fit(at.draft)) return { draft: at.draft, confidence: 0.7, because };
  }
  return null;
}

/** The two that "the two men" or "both sides" stands for: exactly two must stand before it, in its sentence or the one before. */
export function pairOf(nominal: Nominal, seen: readonly Seen[]): readonly [Draft, Draft] | null {
  if (!nominal.isPair) return null;
  const fit = pairFit(nominal.head);
  if (fit === null) return null;
  for (const reach of [0, 1]) {
    const found = new Set<Draft>();
    for (let i = seen.length - 1; i >= 0; i -= 1) {
      const at = seen[i];
      if (at === undefined || nominal.sentence - at.mention.sentence > reach) break;
      if (at.mention.from < nominal.from && fit(at.draft)) found.add(at.draft);
    }
    const [second, first] = [...found];
    if (found.size === 2 && first !== undefined && second !== undefined) return [first, second];
    if (found.size > 2) return null;
  }
  return null;
}

function pairFit(head: string): ((draft: Draft) => boolean) | null {
  if (isCorefWord(head, 'pair.person'))
    return (draft) => draft.kind === 'person' && !draft.isPlural && isNamed(draft);
  if (!isCorefWord(head, 'pair.side')) return null;
  if (/^(?:countries|nations|states|neighbou?rs)$/.test(head)) return ({ kind }) => kind === 'state';
  if (/^(?:groups|parties|movements)$/.test(head)) return (draft) => draft.kind === 'group' && isNamed(draft);
  return (draft) => /^(?:state|group|organisation)$/.test(draft.kind) && isNamed(draft);
}
