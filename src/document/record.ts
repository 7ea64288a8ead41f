/** The record of one article as it leaves the house: `annalist/record@1`, one object an article. */

import { createHash } from 'node:crypto';

import type { Claim, Medium, SourceKind, Speech, Stance } from './claim.ts';
import type { BlockKind } from './block.ts';
import type { NoticeKind } from './article.ts';
import type { Document, ReadDocument } from './document.ts';
import type { Entity, EntityKind, MentionKind } from './entity.ts';
import type { PlacePrecision } from './place.ts';
import type { Span } from './span.ts';
import { textOf } from './span.ts';
import type { TimeAnchor, TimeBasis, TimeExpression, TimeHolds, TimeWarning } from './time-expression.ts';

export const RECORD_FORMAT = 'annalist/record@1';

/** What made a record: the version of annalist, the hash of its models and of its lexicons. */
export interface EngineStamp {
  readonly version: string;
  readonly model: string;
  readonly lexicon: string;
}

export interface RecordedNotice {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly url: string | null;
}

export interface RecordedArticle {
  readonly id: string;
  readonly givenId: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  readonly section: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string;
  readonly languageConfidence: number;
  readonly machineTranslated: boolean;
  readonly notices: readonly RecordedNotice[];
  readonly images: readonly {
    readonly caption: string | null;
    readonly credit: string | null;
    readonly url: string | null;
  }[];
  readonly text: string;
  readonly textHash: string;
  readonly blocks: readonly { readonly kind: BlockKind; readonly start: number; readonly end: number }[];
  /** Where the text contradicts itself or the date that its times are counted from. */
  readonly warnings: readonly TimeWarning[];
}

export interface RecordedTime extends Span {
  readonly id: string;
  readonly text: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly holds: TimeHolds;
  readonly timex: string;
  readonly basis: TimeBasis;
  readonly anchor: TimeAnchor | null;
  readonly because: string;
}

/** Somebody or something that the text speaks of, with every place where it does. */
export interface RecordedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly roles: readonly (Span & {
    readonly title: string;
    /** Id of the entity that the role is in. */
    readonly of: string | null;
    readonly because: string;
  })[];
  readonly mentions: readonly (Span & {
    readonly kind: MentionKind;
    readonly confidence: number;
    readonly because: string;
  })[];
  /** Ids of the entities that "the two men" stands for. */
  readonly members: readonly string[];
}

export interface RecordedClaim {
  readonly id: string;
  readonly source: {
    readonly entity: string | null;
    readonly spans: readonly Span[];
    readonly kind: SourceKind;
  };
  readonly cue: { readonly spans: readonly Span[]; readonly lemma: string };
  readonly content: { readonly spans: readonly Span[] };
  readonly speech: Speech;
  readonly stance: Stance;
  readonly hedge: { readonly start: number; readonly end: number; readonly lemma: string } | null;
  readonly medium: Medium | null;
  /** Id of the claim in whose content this one lies. */
  readonly inside: string | null;
  readonly confidence: number;
  readonly because: string;
}

/** Adjectives ("Lebanese") are left out; a name that stands for a government says `metonym` in its `because`. */
export interface RecordedPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly geonamesId: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly feature: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PlacePrecision;
  readonly uncertaintyKm: number;
  readonly confidence: number;
  readonly because: string;
}

/** Offsets are UTF-16 code units in `article.text`, half open. */
export interface ArticleRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly engine: EngineStamp;
  readonly article: RecordedArticle;
  readonly entities: readonly RecordedEntity[];
  readonly times: readonly RecordedTime[];
  readonly places: readonly RecordedPlace[];
  readonly claims: readonly RecordedClaim[];
  readonly figures: readonly never[];
  readonly events: readonly never[];
}

/** The record of a document that has been through every stage. */
export function toRecord(document: ReadDocument, engine: EngineStamp, givenId: string | null): ArticleRecord {
  const speakers = speakersByClaim(document.layers.entities);
  return {
    format: RECORD_FORMAT,
    engine,
    article: recordedArticle(document, givenId),
    entities: document.layers.entities.map(recordedEntity),
    times: document.layers.times.map((time, index) => recordedTime(document.text, time, index)),
    places: recordedPlaces(document),
    claims: document.layers.claims.map((claim, index) =>
      recordedClaim(claim, index, speakers.get(index) ?? null),
    ),
    figures: [],
    events: [],
  };
}

function recordedArticle(document: ReadDocument, givenId: string | null): RecordedArticle {
  const { text, blocks, facts } = document;
  const { notices, ...others } = facts;
  return {
    id: articleId(document),
    givenId,
    ...others,
    notices: notices.map(({ kind, text, span, url }) => ({
      kind,
      text,
      start: span?.start ?? null,
      end: span?.end ?? null,
      url,
    })),
    text,
    textHash: sha256(text),
    blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    warnings: document.layers.timeWarnings,
  };
}

function recordedTime(text: string, time: TimeExpression, index: number): RecordedTime {
  const { start, end, earliest, latest, holds, timex, basis, anchor, because } = time;
  return {
    id: `t${index + 1}`,
    start,
    end,
    text: textOf(text, time),
    earliest,
    latest,
    holds,
    timex,
    basis,
    anchor,
    because,
  };
}

function recordedPlaces({ text, layers }: ReadDocument): RecordedPlace[] {
  return layers.places
    .filter(({ use }) => use !== 'adjective')
    .map(({ use: _use, start, end, ...facts }, index) => ({
      id: `p${index + 1}`,
      start,
      end,
      text: text.slice(start, end),
      ...facts,
    }));
}

function recordedEntity({ name, kind, roles, mentions, members }: Entity, index: number): RecordedEntity {
  return {
    id: entityId(index),
    name,
    kind,
    roles: roles.map(({ of, ...role }) => ({ ...role, of: of === null ? null : entityId(of) })),
    mentions,
    members: members.map(entityId),
  };
}

function entityId(index: number): string {
  return `n${index + 1}`;
}

/** Ids of the entities that are the sources of claims, by the index of the claim. */
function speakersByClaim(entities: readonly Entity[]): Map<number, string> {
  return new Map(
    entities.flatMap(({ claims }, index) => claims.map((claim) => [claim, entityId(index)] as const)),
  );
}

function recordedClaim(claim: Claim, index: number, speaker: string | null): RecordedClaim {
  return {
    id: claimId(index),
    source: { entity: speaker, ...claim.source },
    cue: claim.cue,
    content: claim.content,
    speech: claim.speech,
    stance: claim.stance,
    hedge: claim.hedge,
    medium: claim.medium,
    inside: claim.inside === null ? null : claimId(claim.inside),
    confidence: claim.confidence,
    because: claim.because,
  };
}

function claimId(index: number): string {
  return `c${index + 1}`;
}

/** The identity of an article: its canonical URL, or the hash of its text when it has none. */
export function articleKey({ text, facts }: Document): string {
  return facts.url ?? sha256(text);
}

/** `AR-` and 8 Crockford base-32 characters of the hash of the article's key: the same on every machine. */
export function articleId(document: Document): string {
  return shortId('AR', articleKey(document));
}

/** `sha256:` and 64 hexadecimal digits. Text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A typed, sayable id made from a key: `AR-7K3M9QXT`.
 *
 * The first `length` (at most 32) 5-bit groups of the key's SHA-256, in Crockford's alphabet.
 * Different keys may share a short id; the store lengthens the id of the later one.
 */
export function shortId(prefix: string, key: string, length = 8): string {
  const bytes = createHash('sha256').update(key).digest();
  let id = '';
  for (let i = 0; i < length; i += 1) {
    const bit = i * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    id += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return `${prefix}-${id}`;
}
