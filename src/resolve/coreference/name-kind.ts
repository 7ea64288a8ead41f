/** What a name stands for: from the actor tables, the places of the text, its titles and its words. */

import type { EntityKind } from '../../document/entity.ts';
import type { ActorName, Facet } from '../../lexicon/actors-entry.ts';
import { actorLexicon } from '../../lexicon/actors.ts';
import type { Gender } from '../../lexicon/coref-words.ts';
import { givenNameGender, isCorefWord } from '../../lexicon/coref-words.ts';
import type { NameMention, NameSpan } from './draft.ts';
import type { Scan, Words } from './scan.ts';
import { normAt, spanOf, textAt, textOfWords, wordsOf } from './scan.ts';

/** Whether the actor tables know the text as a name of one of the facets. */
export function hasFacet(text: string, ...facets: readonly Facet[]): boolean {
  return actorLexicon()
    .namesFor(text)
    .some(({ facet }) => facets.includes(facet));
}

/** ISO-3 code of the state that a demonym or name goes with, empty where it is none. */
export function countryOf(text: string): string {
  const name = actorLexicon()
    .namesFor(text)
    .find(({ facet }) => facet === 'demonym' || facet === 'name');
  return name?.entry.terms.at(-1)?.country ?? '';
}

/** The mention of a name: titles parted from it, with all that is known of it by itself; null for bare adjectives. */
export function nameMention(scan: Scan, found: NameSpan): NameMention | null {
  const whole = factsOf(scan, found, null, found.kind);
  if (whole.actor !== null) return { ...whole, sentence: found.sentence };
  // "The Prime Minister" is a description.
  if (wordsOf(scan, found).every(isTitleWord)) return null;
  const { title, rest } = withoutTitle(scan, found);
  const bare = withoutDemonym(scan, rest);
  if (bare === null) return null;
  return { ...factsOf(scan, bare, title, found.kind), sentence: found.sentence };
}

/** "Kenyan Prime Minister Ana Ruiz": the titles, and the name after them. The name may be preceded by a body's. */
function withoutTitle(scan: Scan, words: Words): { title: Words | null; rest: Words } {
  for (let i = words.to - 2; i >= words.from; i -= 1) {
    if (!isCorefWord(normAt(scan, i), 'title.he', 'title.she', 'title.any')) continue;
    const rest = { from: i + 1, to: words.to };
    if (isCorefWord(normAt(scan, words.to - 1), 'name.organisation', 'name.place', 'noun.force')) break;
    if (wordsOf(scan, rest).some((word) => word === 'of' || word === 'for')) break;
    let from = i;
    while (from > words.from && isTitleWord(normAt(scan, from - 1))) from -= 1;
    return { title: { from, to: i + 1 }, rest };
  }
  return { title: null, rest: words };
}

function isTitleWord(norm: string): boolean {
  return norm === '-' || isCorefWord(norm, 'title.he', 'title.she', 'title.any', 'modifier');
}

/** "Kenyan" alone names nobody; "Kenyan Defence Ministry" keeps it, "Kenyan Ana Ruiz" does not. */
function withoutDemonym(scan: Scan, words: Words): Words | null {
  const first = { from: words.from, to: words.from + 1 };
  const text = textOfWords(scan, first);
  if (!hasFacet(text, 'demonym') || hasFacet(text, 'name')) return words;
  const last = normAt(scan, words.to - 1);
  if (words.to - words.from === 1) return null;
  return isCorefWord(last, 'name.organisation', 'noun.force')
    ? words
    : withoutDemonym(scan, { from: words.from + 1, to: words.to });
}

type Facts = Omit<NameMention, 'sentence'>;

function factsOf(scan: Scan, words: Words, title: Words | null, given: EntityKind | null): Facts {
  const norms = wordsOf(scan, words);
  const names = actorLexicon()
    .namesFor(textOfWords(scan, words))
    .filter(({ facet }) => facet !== 'demonym');
  const name = names.find(({ facet }) => facet === 'name') ?? names[0];
  const first = norms[0] ?? '';
  const part = name === undefined ? null : partOfState(scan, words, name);
  if (name !== undefined && part !== null) {
    const country = name.entry.terms.at(-1)?.country ?? '';
    return {
      from: words.from,
      to: words.to,
      words: norms,
      kind: 'place',
      gender: null,
      actor: `${name.entry.key}/${part}`,
      country,
      title: null,
    };
  }
  return {
    from: words.from,
    to: words.to,
    words: norms,
    kind: given ?? (title === null ? kindOf(scan, words, norms, name) : 'person'),
    gender: genderOf(scan, title) ?? givenNameGender(first) ?? null,
    actor: name === undefined ? null : `${name.entry.key}${name.facet === 'name' ? '' : `/${name.facet}`}`,
    country: name?.entry.terms.at(-1)?.country ?? countryOf(textAt(scan, words.from)),
    title,
  };
}

/** The place where a state's row holds several: a territory's parts share a row and are not each other. */
function partOfState(scan: Scan, words: Words, { entry, facet }: ActorName): string | null {
  if (facet !== 'name' || !entry.key.startsWith('states:')) return null;
  const { start, end } = spanOf(scan, words);
  const place = scan.placeAt.get(start);
  return place === undefined ||
    place.end !== end ||
    place.precision === 'country' ||
    place.name === entry.name
    ? null
    : place.name;
}

function genderOf(scan: Scan, title: Words | null): Gender | null {
  if (title === null) return null;
  const words = wordsOf(scan, title);
  if (words.some((word) => isCorefWord(word, 'title.he', 'role.he'))) return 'he';
  return words.some((word) => isCorefWord(word, 'title.she', 'role.she')) ? 'she' : null;
}

function kindOf(scan: Scan, words: Words, norms: readonly string[], name: ActorName | undefined): EntityKind {
  if (name !== undefined) return kindOfActor(name);
  const last = norms.at(-1) ?? '';
  const head = norms.includes('of') ? (norms[norms.indexOf('of') - 1] ?? '') : last;
  if (isCorefWord(head, 'name.organisation', 'noun.force')) return 'organisation';
  if (isCorefWord(head, 'name.place') || isCorefWord(norms[0] ?? '', 'name.place')) return 'place';
  if (isCorefWord(head, 'name.other')) return 'unknown';
  if (norms.length > 1 && (givenNameGender(norms[0] ?? '') !== undefined || /^[a-z]\.$/.test(norms[1] ?? '')))
    return 'person';
  const { start, end } = spanOf(scan, words);
  const place = scan.placeAt.get(start);
  if (place !== undefined && place.end === end && place.use !== 'adjective') return 'place';
  return norms.length === 1 && /^[A-Z]{2,6}$/.test(textAt(scan, words.from)) ? 'organisation' : 'unknown';
}

function kindOfActor({ entry, facet }: ActorName): EntityKind {
  if (entry.isPerson) return 'person';
  if (facet === 'capital' || facet === 'town' || facet === 'region') return 'place';
  if (facet !== 'name') return 'organisation';
  const table = entry.key.slice(0, entry.key.indexOf(':'));
  return KIND_OF_TABLE[table] ?? 'organisation';
}

const KIND_OF_TABLE: Readonly<Record<string, EntityKind>> = {
  states: 'state',
  groups: 'group',
  places: 'place',
  people: 'person',
};
