/** Names of one entity: the same words, short forms, acronyms, and the aliases of the actor tables. */

import type { EntityKind } from '../../document/entity.ts';
import { givenNameGender, isCorefWord } from '../../lexicon/coref-words.ts';
import type { Draft, NameMention } from './draft.ts';
import type { Scan } from './scan.ts';
import { isSubject, normAt, textAt, textOfWords } from './scan.ts';

/** One draft an entity, with all its names. Long names come first, so that a headline's short form finds its long one. */
export function linkNames(scan: Scan, names: readonly NameMention[]): Draft[] {
  const drafts = new DraftIndex(names);
  const order = [...names].sort((a, b) => b.words.length - a.words.length || a.from - b.from);
  for (const name of order) {
    const link = drafts.find(scan, name);
    const draft = link?.draft ?? drafts.add(scan, name);
    addName(scan, draft, name, link?.because ?? 'name');
  }
  for (const { mentions } of drafts.all) mentions.sort((a, b) => a.from - b.from);
  return drafts.all.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0));
}

interface Link {
  readonly draft: Draft;
  readonly because: string;
}

/** Confidence of a link by the rule that made it. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  name: 0.98,
  'same-name': 0.97,
  'actor-row': 0.95,
  'last-name': 0.93,
  'first-name': 0.85,
  'short-name': 0.88,
  acronym: 0.92,
};

function addName(scan: Scan, draft: Draft, name: NameMention, because: string): void {
  const { from, to, sentence } = name;
  draft.mentions.push({
    from,
    to,
    sentence,
    kind: 'name',
    isSubject: isSubject(scan, name),
    confidence: CONFIDENCE[because] ?? 0.9,
    because,
  });
  draft.gender ??= name.gender;
  if (draft.kind === 'unknown') draft.kind = name.kind;
  if (name.title !== null && !isCourtesy(scan, name)) {
    draft.roles.push({
      ...name.title,
      title: textOfWords(scan, name.title),
      of: null,
      because: 'title-before-name',
    });
  }
}

/** "Mr" and "Mrs" say no role. */
function isCourtesy(scan: Scan, { title }: NameMention): boolean {
  return (
    title !== null &&
    title.to - title.from === 1 &&
    /^(?:mr|mrs|ms|miss|sir|dame|lady|lord)\.?$/.test(normAt(scan, title.from))
  );
}

/** The drafts by all that a later, shorter name may be looked up by. */
class DraftIndex {
  readonly all: Draft[] = [];
  /** Names that stand after a title somewhere. */
  private readonly titled: ReadonlySet<string>;
  private readonly byName = new Map<string, Draft[]>();
  private readonly byActor = new Map<string, Draft>();
  private readonly byEnding = new Map<string, Draft[]>();
  private readonly byOpening = new Map<string, Draft[]>();
  private readonly byInitials = new Map<string, Draft[]>();

  constructor(names: readonly NameMention[]) {
    this.titled = new Set(names.filter(({ title }) => title !== null).map(({ words }) => words.join(' ')));
  }

  add(scan: Scan, name: NameMention): Draft {
    const { words, kind, gender, actor, country } = name;
    const draft: Draft = {
      name: textOfWords(scan, name), words, kind, gender, isPlural: false, actor, country, mentions: [], roles: [], members: [],
    }; // prettier-ignore
    this.all.push(draft);
    if (actor !== null) this.byActor.set(actor, draft);
    put(this.byName, words.join(' '), draft);
    for (let i = 1; i < words.length; i += 1) {
      put(this.byEnding, words.slice(i).join(' '), draft);
      put(this.byOpening, words.slice(0, i).join(' '), draft);
    }
    const initials = initialsOf(scan, name);
    if (initials.length > 1) put(this.byInitials, initials, draft);
    return draft;
  }

  /** The one entity that the name can stand for; null where there is none, or more than one. */
  find(scan: Scan, name: NameMention): Link | null {
    if (name.actor !== null) {
      const known = this.byActor.get(name.actor);
      if (known !== undefined) return { draft: known, because: 'actor-row' };
    }
    const key = name.words.join(' ');
    const same = onlyOne((this.byName.get(key) ?? []).filter((draft) => agree(draft, name)));
    if (same !== null) return { draft: same, because: 'same-name' };
    // A name that the tables know for somebody else is no short form.
    if (name.actor !== null && name.kind !== 'unknown' && name.kind !== 'person')
      return this.acronym(scan, name, key);
    return this.ending(scan, name, key) ?? this.opening(scan, name, key) ?? this.acronym(scan, name, key);
  }

  private ending(scan: Scan, name: NameMention, key: string): Link | null {
    if (isPlaceLike(scan, name)) return null;
    const people = (this.byEnding.get(key) ?? []).filter((draft) => isSurnameOwner(draft, name));
    const draft = onlyOne(people) ?? mostNamed(people);
    return draft === null ? null : { draft, because: 'last-name' };
  }

  private opening(scan: Scan, name: NameMention, key: string): Link | null {
    const draft = onlyOne(this.byOpening.get(key) ?? []);
    // "Orlan" is Mr Orlan or Ana Orlan before it is the Orlan Foundation.
    const isPersons =
      this.titled.has(key) || (this.byEnding.get(key) ?? []).some(({ kind }) => isPersonLike(kind));
    if (draft === null || !agree(draft, name)) return null;
    if (draft.kind === 'person') {
      const isGiven = name.words.length === 1 && givenNameGender(key) !== undefined && name.title === null;
      return isGiven ? { draft, because: 'first-name' } : null;
    }
    // "Orlan" for "Orlan Group", but never an ordinary word or a place for the body named after it.
    const isBody = draft.kind === 'organisation' || draft.kind === 'group';
    return isBody &&
      !isPersons &&
      name.kind !== 'place' &&
      name.kind !== 'person' &&
      name.title === null &&
      name.kind !== 'state' &&
      !isCommon(key) &&
      !isAfterLocator(scan, name)
      ? { draft, because: 'short-name' }
      : null;
  }

  private acronym(scan: Scan, name: NameMention, key: string): Link | null {
    if (name.words.length !== 1 || !/^[A-Z.]{2,8}$/.test(textAt(scan, name.from))) return null;
    const draft = onlyOne(this.byInitials.get(key.replaceAll('.', '')) ?? []);
    return draft === null || (isPersonLike(draft.kind) && draft.kind !== 'unknown')
      ? null
      : { draft, because: 'acronym' };
  }
}

/** Whether the draft is somebody whose last name it may be. A town's name is a person's where no preposition says where. */
function isSurnameOwner(draft: Draft, name: NameMention): boolean {
  if (!isPersonLike(draft.kind) || (draft.actor !== null && draft.kind !== 'person')) return false;
  const asPerson =
    draft.kind === 'person' && name.kind === 'place'
      ? { ...name, kind: 'unknown' as const, actor: null }
      : name;
  return agree(draft, asPerson) && !namesOther(draft.words) && isSurnameOf(draft, name);
}

/** Of several with one last name, the one whose full name the text gives most often; null where two are level. */
function mostNamed(people: readonly Draft[]): Draft | null {
  const [first, second] = [...people].sort((a, b) => b.mentions.length - a.mentions.length);
  return first !== undefined && second !== undefined && first.mentions.length > second.mentions.length
    ? first
    : null;
}

function put(index: Map<string, Draft[]>, key: string, draft: Draft): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [draft]);
  else known.push(draft);
}

function onlyOne(drafts: readonly Draft[]): Draft | null {
  return drafts.length === 1 ? (drafts[0] ?? null) : null;
}

/** Small letters of the words with a capital: "International Court of Justice" gives "icj". */
function initialsOf(scan: Scan, { from, to }: NameMention): string {
  let initials = '';
  for (let i = from; i < to; i += 1) {
    if (/^\p{Lu}/u.test(textAt(scan, i))) initials += normAt(scan, i).charAt(0);
  }
  return initials;
}

function agree(draft: Draft, { kind, gender, actor }: NameMention): boolean {
  if (actor !== null && draft.actor !== null) return actor === draft.actor;
  if (gender !== null && draft.gender !== null && gender !== draft.gender) return false;
  return kind === 'unknown' || draft.kind === 'unknown' || kind === draft.kind;
}

function isPersonLike(kind: EntityKind): boolean {
  return kind === 'person' || kind === 'unknown';
}

/** Of a known person any ending will do; of a name not known for one, the last of two or three words, no plural. */
function isSurnameOf({ kind, words: full }: Draft, { words, title }: NameMention): boolean {
  const last = words.at(-1) ?? '';
  if (isCorefWord(last.replace(/s$/, ''), 'title.any', 'role.any') || isCorefWord(last, 'role.many'))
    return false;
  if (kind === 'person' || title !== null) return true;
  return (
    full.length <= 3 &&
    words.length === 1 &&
    !/[^s]s$/.test(last) &&
    !full.some((word) => /^(?:de|la|le|-)$/.test(word))
  );
}

/** "The Orlan Treaty" is nobody, and "Treaty" is not its last name. */
function namesOther(words: readonly string[]): boolean {
  return words.includes('of') || isCommon(words.at(-1) ?? '');
}

function isCommon(word: string): boolean {
  return isCorefWord(
    word,
    'name.other',
    'name.organisation',
    'name.place',
    'modifier',
    'noun.force',
    'noun.state',
  );
}

function isAfterLocator(scan: Scan, { from }: NameMention): boolean {
  return /^(?:in|near|at|from|to|outside)$/.test(normAt(scan, from - 1));
}

/** "In Jackson" is the town, whoever is called Jackson. */
function isPlaceLike(scan: Scan, name: NameMention): boolean {
  if (name.title !== null || !isAfterLocator(scan, name)) return false;
  return (
    name.kind === 'place' ||
    name.kind === 'state' ||
    /^(?:in|near|outside)$/.test(normAt(scan, name.from - 1))
  );
}
