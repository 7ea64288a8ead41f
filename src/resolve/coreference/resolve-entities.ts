/** Coreference in one article: which names, noun phrases and pronouns stand for the same entity. */

import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Entity } from '../../document/entity.ts';
import { isCorefWord } from '../../lexicon/coref-words.ts';
import { claimsBySentence, sourcesByToken } from './claim-sources.ts';
import type { Draft, DraftMention, NameSpan } from './draft.ts';
import { linkNames } from './link-names.ts';
import { nameMention } from './name-kind.ts';
import type { Nominal, Seen } from './nominals.ts';
import { genderOfHead, nominalsOf, pairOf, pointedAt } from './nominals.ts';
import type { Pronoun } from './pronouns.ts';
import { meantBy, pronounsOf, Speakers } from './pronouns.ts';
import { addRoles, endingsOf } from './roles.ts';
import type { Needed, Scan, Words } from './scan.ts';
import { isSubject, scanOf, spanOf, textOfWords } from './scan.ts';

/** Finds the names of a text. The one for running text goes by capitals; another may ask a language model. */
export type NameFinder = (scan: Scan) => readonly NameSpan[];

export function entitiesOf(document: Document<Needed>, findNames: NameFinder): Entity[] {
  const scan = scanOf(document);
  const names = findNames(scan).flatMap((found) => nameMention(scan, found) ?? []);
  const drafts = linkNames(scan, names);
  const reading = new Reading(scan, drafts);
  addRoles(scan, drafts, endingsOf(drafts));
  for (const sentence of scan.readable) reading.readSentence(sentence);
  // A second time, since "the group's leader, Ana Ruiz" needs to know what the group is.
  addRoles(scan, drafts, endingsOf(reading.all));
  return finished(scan, reading);
}

type Item =
  | { readonly at: number; readonly name: Seen }
  | { readonly at: number; readonly nominal: Nominal }
  | { readonly at: number; readonly pronoun: Pronoun };

/** One walk through the text, in which every mention is held against what stood before it. */
class Reading {
  readonly all: Draft[];
  readonly claimsOf = new Map<Draft, Set<number>>();
  private readonly scan: Scan;
  private readonly named: readonly Draft[];
  private readonly seen: Seen[] = [];
  private readonly speakers: Speakers;
  private readonly endings: ReadonlyMap<number, Draft>;
  private readonly namesIn = new Map<number, Seen[]>();
  private readonly sources: ReadonlyMap<number, readonly number[]>;
  private readonly claimsIn: ReadonlyMap<number, readonly Claim[]>;
  private readonly bodies = new Map<string, Draft>();

  constructor(scan: Scan, named: readonly Draft[]) {
    this.scan = scan;
    this.named = named;
    this.all = [...named];
    this.speakers = new Speakers(scan);
    this.endings = endingsOf(named);
    this.sources = sourcesByToken(scan);
    this.claimsIn = claimsBySentence(scan);
    for (const draft of named) this.placeNames(draft);
  }

  private placeNames(draft: Draft): void {
    for (const mention of draft.mentions) {
      const names = this.namesIn.get(mention.sentence) ?? [];
      names.push({ draft, mention });
      this.namesIn.set(mention.sentence, names);
      this.speakers.foresee(this.claimsAt(mention), draft);
    }
  }

  private claimsAt({ from }: Words): Claim[] {
    return (this.sources.get(from) ?? []).flatMap((index) => this.scan.claims[index] ?? []);
  }

  readSentence(sentence: number): void {
    const near = this.claimsIn.get(sentence) ?? [];
    const nominals = nominalsOf(this.scan, sentence, this.endings);
    const items: Item[] = [
      ...(this.namesIn.get(sentence) ?? []).map((name) => ({ at: name.mention.from, name })),
      ...nominals.map((nominal) => ({ at: nominal.to - 1, nominal })),
      ...pronounsOf(this.scan, sentence).map((pronoun) => ({ at: pronoun.from, pronoun })),
    ].sort((a, b) => a.at - b.at);
    for (const item of items) {
      if ('name' in item) this.note(item.name);
      else if ('nominal' in item) this.readNominal(item.nominal);
      else this.readPronoun(item.pronoun, near);
    }
  }

  private note(seen: Seen): void {
    this.seen.push(seen);
    const claims = this.sources.get(seen.mention.from) ?? [];
    if (claims.length === 0) return;
    const known = this.claimsOf.get(seen.draft) ?? new Set<number>();
    for (const index of claims) known.add(index);
    this.claimsOf.set(seen.draft, known);
    this.speakers.note(this.claimsAt(seen.mention), seen.draft);
  }

  private add(
    draft: Draft,
    words: Words & { readonly sentence: number },
    facts: Pick<DraftMention, 'kind' | 'confidence' | 'because'>,
  ): void {
    const mention: DraftMention = {
      from: words.from,
      to: words.to,
      sentence: words.sentence,
      isSubject: isSubject(this.scan, words),
      ...facts,
    };
    draft.mentions.push(mention);
    this.note({ draft, mention });
  }

  private readPronoun(pronoun: Pronoun, near: readonly Claim[]): void {
    const asSource = this.sources.has(pronoun.from);
    const meant = meantBy(this.scan, pronoun, this.seen, this.speakers.around(pronoun, asSource, near));
    if (meant === null) return;
    this.add(meant.draft, pronoun, { kind: 'pronoun', confidence: meant.confidence, because: meant.because });
    if (/^(?:he|him|his|himself)$/.test(pronoun.norm)) meant.draft.gender ??= 'he';
    if (/^(?:she|her|hers|herself)$/.test(pronoun.norm)) meant.draft.gender ??= 'she';
    if (/^(?:he|she)$/.test(pronoun.norm) && meant.draft.kind === 'unknown') meant.draft.kind = 'person';
  }

  private readNominal(nominal: Nominal): void {
    const pair = pairOf(nominal, this.seen);
    if (pair !== null)
      return this.addNew(nominal, { kind: pair[0].kind, isPlural: true, members: pair }, 'two-before', 0.75);
    if (nominal.isPair) return;
    const pointed = pointedAt(nominal, this.seen, this.named);
    if (pointed !== null) {
      return this.add(pointed.draft, nominal, {
        kind: 'nominal',
        confidence: pointed.confidence,
        because: pointed.because,
      });
    }
    if (isCorefWord(nominal.head, 'noun.force')) return this.readForce(nominal);
    if (isCorefWord(nominal.head, 'role.many'))
      this.addNew(nominal, { kind: 'group', isPlural: true }, 'first-mention', 0.6);
    else if (isCorefWord(nominal.head, 'role.he', 'role.she', 'role.any')) {
      this.addNew(nominal, { kind: 'person', gender: genderOfHead(nominal.head) }, 'first-mention', 0.6);
    }
  }

  /** "The Kenyan army" is one body throughout; "the army" is the last of them. */
  private readForce(nominal: Nominal): void {
    const { head, country, owner, isDefinite } = nominal;
    if (owner !== null) return;
    const known = country === '' ? this.bodies.get(head) : this.bodies.get(`${country} ${head}`);
    if (known !== undefined && (isDefinite || country !== '')) {
      this.add(known, nominal, {
        kind: 'nominal',
        confidence: country === '' ? 0.7 : 0.92,
        because: country === '' ? 'recent-body' : 'same-body',
      });
    } else if (country !== '') {
      this.addNew(nominal, { kind: 'organisation', country }, 'body-of-state', 0.85);
    }
    const body = country === '' ? undefined : (known ?? this.all.at(-1));
    if (body !== undefined) {
      this.bodies.set(head, body);
      this.bodies.set(`${country} ${head}`, body);
    }
  }

  private addNew(
    nominal: Nominal,
    facts: Partial<Draft> & Pick<Draft, 'kind'>,
    because: string,
    confidence: number,
  ): void {
    const draft: Draft = {
      name: textOfWords(this.scan, nominal).replace(/^(?:the|a|an|this|that) /i, ''),
      words: [], gender: null, isPlural: false, actor: null, country: '', mentions: [], roles: [], members: [],
      ...facts,
    }; // prettier-ignore
    this.all.push(draft);
    this.add(draft, nominal, { kind: 'nominal', confidence, because });
  }
}

/** Whether the record has a use for it: it has a name, is spoken of twice, speaks, or stands for others. */
function isKept({ mentions, members }: Draft, claims: ReadonlySet<number> | undefined): boolean {
  return (
    mentions.length > 1 ||
    members.length > 0 ||
    mentions.some(({ kind, because }) => kind === 'name' || because === 'body-of-state') ||
    claims !== undefined
  );
}

function finished(scan: Scan, { all, claimsOf }: Reading): Entity[] {
  const kept = all.filter((draft) => isKept(draft, claimsOf.get(draft)));
  kept.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0));
  const index = new Map(kept.map((draft, i) => [draft, i]));
  return kept.map((draft) => ({
    name: draft.name,
    kind: draft.kind,
    roles: [...draft.roles]
      .sort((a, b) => a.from - b.from)
      .map(({ title, of, because, ...words }) => ({
        title,
        of: of === null ? null : (index.get(of) ?? null),
        ...spanOf(scan, words),
        because,
      })),
    mentions: [...draft.mentions]
      .sort((a, b) => a.from - b.from)
      .map(({ kind, confidence, because, ...words }) => ({
        ...spanOf(scan, words),
        kind,
        confidence,
        because,
      })),
    members: draft.members.flatMap((member) => index.get(member) ?? []),
    claims: [...(claimsOf.get(draft) ?? [])].sort((a, b) => a - b),
  }));
}
