/** Entities while they are being made. */

import type { EntityKind, MentionKind } from '../../document/entity.ts';
import type { Gender } from '../../lexicon/coref-words.ts';
import type { Words } from './scan.ts';

export interface DraftMention extends Words {
  readonly kind: MentionKind;
  readonly sentence: number;
  readonly isSubject: boolean;
  readonly confidence: number;
  readonly because: string;
}

export interface DraftRole extends Words {
  readonly title: string;
  readonly of: Draft | null;
  readonly because: string;
}

/** The one thing here that changes while the text is read: every later mention adds to what is known. */
export interface Draft {
  name: string;
  /** Lower-case words of its fullest name. */
  words: readonly string[];
  kind: EntityKind;
  gender: Gender | null;
  isPlural: boolean;
  /** Row of the actor tables, and the country that it gives. */
  readonly actor: string | null;
  readonly country: string;
  readonly mentions: DraftMention[];
  readonly roles: DraftRole[];
  readonly members: readonly Draft[];
}

/** A name found in the text, before it is known whose it is. */
export interface NameMention extends Words {
  readonly words: readonly string[];
  readonly kind: EntityKind;
  readonly gender: Gender | null;
  readonly actor: string | null;
  readonly country: string;
  /** The titles before it, as tokens: "Prime Minister". */
  readonly title: Words | null;
  readonly sentence: number;
}

/** Where a name stands, and its kind where the finder knows it. */
export interface NameSpan extends Words {
  readonly sentence: number;
  readonly kind: EntityKind | null;
}
