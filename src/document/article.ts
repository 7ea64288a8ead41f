/** The facts of an article: what a page says about itself, as opposed to what it reports. */

import type { Span } from './span.ts';

export const NOTICE_KINDS = [
  'translation',
  'live',
  'correction',
  'agency',
  'embargo',
  'update',
  'other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * A line about the article and not about the news: machine translation, live
 * coverage elsewhere (with its link), a correction, agency copy, an embargo.
 * Its span points into the text when the line is part of it, else it is null.
 */
export interface Notice {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly span: Span | null;
  readonly url: string | null;
}

/** A picture with what is printed under it. */
export interface Image {
  readonly caption: string | null;
  readonly credit: string | null;
  readonly url: string | null;
}

/**
 * What is known of an article beside its text. `null` and empty lists mean "not stated".
 *
 * Times are ISO 8601 at the precision that the page gives: `2024-04-08`,
 * `2024-04-08T09:52` (no zone stated) or `2024-04-08T09:52:00+03:00`.
 */
export interface ArticleFacts {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** Names of the authors, without "By". */
  readonly byline: readonly string[];
  /** Place and agency at the head of the first paragraph ("BEIRUT (Reuters) —"), as printed. */
  readonly dateline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly section: string | null;
  /** BCP 47 primary tag, `und` when unsure. */
  readonly language: string;
  /** How sure the language is, 0 to 1. */
  readonly languageConfidence: number;
  readonly machineTranslated: boolean;
  readonly notices: readonly Notice[];
  readonly images: readonly Image[];
}
