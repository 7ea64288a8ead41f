/** Words that say what kind of source speaks, how a claim is hedged, and by which medium it was made. */

import type { Medium } from '../document/claim.ts';
import { readTable } from './table.ts';

/** A person by role only, or a document. */
export type SourceNounKind = 'person' | 'document';

export interface SourceNoun {
  readonly kind: SourceNounKind;
  readonly isPlural: boolean;
}

/** Where a word tells the medium: with "in" or "on", as the one told, or as the cue itself. */
export type MediumPlace = 'setting' | 'addressee' | 'cue';

let nouns: Map<string, SourceNoun> | null = null;
let media: Map<string, ReadonlyMap<MediumPlace, Medium>> | null = null;
let hedges: ReadonlySet<string> | null = null;

/** The source noun that a lower-case word is a form of. */
export function sourceNounOf(norm: string): SourceNoun | undefined {
  if (nouns === null) {
    nouns = new Map();
    for (const row of readTable('source-nouns.tsv', ['noun', 'plural', 'kind', 'example'])) {
      const kind = row.kind as SourceNounKind;
      nouns.set(row.noun, { kind, isPlural: false });
      if (row.plural !== '-') nouns.set(row.plural, { kind, isPlural: true });
    }
  }
  return nouns.get(norm);
}

/** What a lower-case word (for the place `cue` a lemma) tells of the medium where it stands in that place. */
export function mediumOf(norm: string, place: MediumPlace): Medium | undefined {
  if (media === null) {
    media = new Map();
    for (const row of readTable('media.tsv', ['word', 'where', 'medium', 'example'])) {
      const places = new Map(media.get(row.word));
      media.set(row.word, places.set(row.where as MediumPlace, row.medium as Medium));
    }
  }
  return media.get(norm)?.get(place);
}

/** Whether the lower-case word keeps a distance: "alleged", "reportedly". */
export function isHedge(norm: string): boolean {
  hedges ??= new Set(readTable('hedges.tsv', ['hedge', 'form', 'example']).map(({ hedge }) => hedge));
  return hedges.has(norm);
}
