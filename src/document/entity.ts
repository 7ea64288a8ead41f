/** The entity: the person, organisation, group, state or place that names, noun phrases and pronouns stand for. */

import type { Span } from './span.ts';

/** `unknown` is a name of which the text and the tables do not say what it is. */
export const ENTITY_KINDS = ['person', 'organisation', 'group', 'state', 'place', 'unknown'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const MENTION_KINDS = ['name', 'nominal', 'pronoun'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** One place in the text that stands for an entity. A name's span holds no article and no title. */
export interface EntityMention extends Span {
  readonly kind: MentionKind;
  /** 0 to 1. */
  readonly confidence: number;
  /** Rule that linked it, or lexicon row. */
  readonly because: string;
}

/** What an entity is said to be: "leader" of Hezbollah. Its span is the title in the text. */
export interface EntityRole extends Span {
  readonly title: string;
  /** Index of the entity that the role is in, null where the text does not say. */
  readonly of: number | null;
  readonly because: string;
}

export interface Entity {
  /** Its fullest name in this text, or the words of its first mention where it has no name. */
  readonly name: string;
  readonly kind: EntityKind;
  readonly roles: readonly EntityRole[];
  /** In text order, never empty. */
  readonly mentions: readonly EntityMention[];
  /** Indexes of the entities that "the two men" or "both sides" stands for; empty for all others. */
  readonly members: readonly number[];
  /** Indexes of the claims whose source it is. */
  readonly claims: readonly number[];
}
