/** What a person is said to be, and in what: titles beside names, appositions on either side. */

import { isCorefWord } from '../../lexicon/coref-words.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';
import type { Draft, DraftMention } from './draft.ts';
import { countryOf, hasFacet } from './name-kind.ts';
import type { Scan, Words } from './scan.ts';
import { isFunctionWord, isPossessive, isPreposition, normAt, textAt, textOfWords } from './scan.ts';

/** Entities by the token after one of their mentions. */
export type Ending = ReadonlyMap<number, Draft>;

export function endingsOf(drafts: readonly Draft[]): Map<number, Draft> {
  return new Map(drafts.flatMap((draft) => draft.mentions.map(({ to }) => [to, draft] as const)));
}

/** Adds the roles that stand beside the names of persons, each once. Names without a kind that have one are persons. */
export function addRoles(scan: Scan, drafts: readonly Draft[], endings: Ending): void {
  const states = statesByCountry(drafts);
  for (const draft of drafts) {
    if (draft.kind !== 'person' && draft.kind !== 'unknown') continue;
    for (const mention of draft.mentions) {
      if (mention.kind === 'name') addRolesAt({ scan, endings, states }, draft, mention);
    }
  }
}

interface Around {
  readonly scan: Scan;
  readonly endings: Ending;
  readonly states: ReadonlyMap<string, Draft>;
}

function statesByCountry(drafts: readonly Draft[]): Map<string, Draft> {
  return new Map(
    drafts
      .filter(({ kind, country }) => kind === 'state' && country !== '')
      .map((draft) => [draft.country, draft]),
  );
}

function addRolesAt(around: Around, draft: Draft, mention: DraftMention): void {
  const titled = draft.roles.find(({ to }) => to === mention.from);
  const start = titled?.from ?? mention.from;
  const left = titled !== undefined ? ownerOfTitle(around, titled) : before(around, start);
  for (const role of [left, commaBefore(around, mention), commaAfter(around, mention)]) {
    if (role === null || role.of === draft) continue;
    const known = draft.roles.findIndex(({ from }) => from === role.from);
    if (known >= 0) draft.roles[known] = role;
    else if (!draft.roles.some(({ title, of }) => title === role.title && of === role.of))
      draft.roles.push(role);
    draft.kind = 'person';
    const head = headOf(around.scan, role);
    if (isCorefWord(head, 'role.he')) draft.gender ??= 'he';
    if (isCorefWord(head, 'role.she')) draft.gender ??= 'she';
  }
}

type Role = Draft['roles'][number];

function headOf(scan: Scan, { from, to }: Words): string {
  for (let i = from; i < to; i += 1)
    if (isRoleNoun(normAt(scan, i)) && !isRoleNoun(normAt(scan, i + 1))) return normAt(scan, i);
  return '';
}

export function isRoleNoun(norm: string): boolean {
  return isCorefWord(norm, 'role.he', 'role.she', 'role.any');
}

/** "Kesh Prime Minister Ana Ruiz": the title is known, its owner stands before it. */
function ownerOfTitle(around: Around, titled: Role): Role | null {
  const of = ownerBefore(around, titled.from);
  return of === null ? null : { ...titled, of };
}

/** "Kesh leader Ana Ruiz". */
function before(around: Around, start: number): Role | null {
  const { scan } = around;
  if (!isRoleNoun(normAt(scan, start - 1))) return null;
  const from = openingOf(around, start - 1);
  return role(around, { from, to: start }, ownerBefore(around, from), 'role-before-name');
}

/** Where the role phrase with its head at `head` begins: "former deputy" belongs to it. */
function openingOf({ scan, endings }: Around, head: number): number {
  let from = head;
  // "Party" in "Orlan Party leader" is the name's.
  while (
    !endings.has(from) &&
    (isCorefWord(normAt(scan, from - 1), 'modifier') || isRoleNoun(normAt(scan, from - 1)))
  )
    from -= 1;
  return from;
}

/** The entity whose name, demonym or genitive ends before the token. */
function ownerBefore({ scan, endings, states }: Around, from: number): Draft | null {
  const at = isPossessive(normAt(scan, from - 1)) ? from - 1 : from;
  const named = endings.get(at);
  if (named !== undefined && named.kind !== 'person') return named;
  const word = textAt(scan, at - 1);
  return hasFacet(word, 'demonym') ? (states.get(countryOf(word)) ?? null) : null;
}

function role({ scan }: Around, words: Words, of: Draft | null, because: string): Role {
  return { ...words, title: textOfWords(scan, words), of, because };
}

/** Longest role phrase in tokens, with the place or body that belongs to it. */
const LONGEST_ROLE_TOKENS = 12;

/** "Kesh's representative in Orlan, Ana Ruiz,": the role stands before a comma and opens with its owner or an article. */
function commaBefore(around: Around, { from }: DraftMention): Role | null {
  const { scan } = around;
  if (normAt(scan, from - 1) !== ',') return null;
  const end = from - 1;
  for (let i = end - 1; i > end - LONGEST_ROLE_TOKENS && normAt(scan, i) !== ',' && i >= 0; i -= 1) {
    if (!isRoleNoun(normAt(scan, i)) || (i + 1 < end && !isPreposition(normAt(scan, i + 1)))) continue;
    const opening = openingOf(around, i);
    const of = ownerBefore(around, opening);
    const isOpened = of !== null || isArticle(normAt(scan, opening - 1));
    return isOpened ? withTail(around, { from: opening, to: i + 1 }, end, of, 'role-before-comma') : null;
  }
  return null;
}

/** "Ana Ruiz, the leader of Kesh," and "Ana Ruiz, Kesh's leader". */
function commaAfter(around: Around, { to }: DraftMention): Role | null {
  const { scan } = around;
  if (normAt(scan, to) !== ',') return null;
  for (let i = to + 1; i < to + LONGEST_ROLE_TOKENS; i += 1) {
    const norm = normAt(scan, i);
    if (
      norm === ',' ||
      norm === '.' ||
      norm === '' ||
      (isFunctionWord(norm) && !isArticle(norm) && !isCorefWord(norm, 'modifier'))
    )
      return null;
    if (!isRoleNoun(norm) || isRoleNoun(normAt(scan, i + 1))) continue;
    const next = normAt(scan, i + 1);
    // "Ana Ruiz, minister Ben Okoro and …" lists two persons.
    if (!/^[,.;)]$/.test(next) && !isPreposition(next) && !/^(?:who|and)$/.test(next)) return null;
    const opening = openingOf(around, i);
    const of = ownerBefore(around, opening);
    if (of === null && opening !== to + 1 && !hasArticle(scan, to + 1)) return null;
    return withTail(around, { from: opening, to: i + 1 }, endOfTail(scan, i + 1), of, 'role-after-comma');
  }
  return null;
}

function hasArticle(scan: Scan, at: number): boolean {
  return isArticle(normAt(scan, at)) || hasFacet(textAt(scan, at), 'demonym');
}

function isArticle(norm: string): boolean {
  return (wordClassesOf(norm) & WORD_CLASS.article) !== 0;
}

function endOfTail(scan: Scan, from: number): number {
  let to = from;
  while (to < from + LONGEST_ROLE_TOKENS && !/^(?:[,.;:()"]|who|and|)$/.test(normAt(scan, to))) to += 1;
  return to;
}

/** "of Kesh" says the owner; "in the north" belongs to the title. */
function withTail(around: Around, head: Words, end: number, of: Draft | null, because: string): Role {
  const { scan, endings } = around;
  const preposition = normAt(scan, head.to);
  const owner = endings.get(end) ?? null;
  const isOwner = owner !== null && owner.kind !== 'person' && of === null;
  if (isOwner && /^(?:of|for|at|with)$/.test(preposition)) return role(around, head, owner, because);
  if (preposition !== 'in' && preposition !== 'to' && preposition !== 'for' && preposition !== 'of')
    return role(around, head, of, because);
  return role(around, { from: head.from, to: owner === null ? head.to : end }, of, because);
}
