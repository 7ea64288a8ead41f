/** Phrases of what stands around an article: menus, sharing, subscriptions, related links, rights. */

import { lexiconRowInvalid } from '../errors.ts';
import { indexPhrases, PHRASE_PLACES } from './line-phrases.ts';
import type { LinePhrase, PhraseIndex } from './line-phrases.ts';
import { readTable } from './table.ts';

/** Every boilerplate phrase, indexed. */
export function boilerplatePhrases(): PhraseIndex<LinePhrase> {
  phrases ??= indexPhrases(
    readTable('boilerplate-phrases.tsv', ['phrase', 'place', 'languages', 'example']).map((row, index) => {
      const place = PHRASE_PLACES.find((known) => known === row.place);
      if (place !== undefined) return { phrase: row.phrase, place };
      throw lexiconRowInvalid(
        'data/lexicon/boilerplate-phrases.tsv',
        index + 2,
        `unknown place "${row.place}"`,
      );
    }),
  );
  return phrases;
}

let phrases: PhraseIndex<LinePhrase> | undefined;
