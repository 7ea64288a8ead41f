/** Phrases by which a line shows that it is about the article and not about the news. */

import { NOTICE_KINDS } from '../document/article.ts';
import type { NoticeKind } from '../document/article.ts';
import { lexiconRowInvalid } from '../errors.ts';
import { indexPhrases, PHRASE_PLACES } from './line-phrases.ts';
import type { LinePhrase, PhraseIndex } from './line-phrases.ts';
import { readTable } from './table.ts';

export interface NoticePhrase extends LinePhrase {
  readonly kind: NoticeKind;
}

/** Every notice phrase, indexed. */
export function noticePhrases(): PhraseIndex<NoticePhrase> {
  phrases ??= indexPhrases(
    readTable('notice-phrases.tsv', ['phrase', 'kind', 'place', 'language', 'example']).map(noticePhrase),
  );
  return phrases;
}

let phrases: PhraseIndex<NoticePhrase> | undefined;

function noticePhrase(
  row: { readonly phrase: string; readonly kind: string; readonly place: string },
  index: number,
): NoticePhrase {
  const kind = NOTICE_KINDS.find((known) => known === row.kind);
  const place = PHRASE_PLACES.find((known) => known === row.place);
  if (kind !== undefined && place !== undefined) return { phrase: row.phrase, kind, place };
  const problem = `unknown kind "${row.kind}" or place "${row.place}"`;
  throw lexiconRowInvalid('data/lexicon/notice-phrases.tsv', index + 2, problem);
}
