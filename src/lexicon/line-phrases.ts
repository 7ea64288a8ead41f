/** Finds the first phrase of a list that stands where it must in a line; for notices and boilerplate. */

/**
 * Where in a folded line a phrase must stand. `bracket` is at the start of a line in brackets, `short` at
 * the start of a line of a few words, `anywhere` proves less and is asked of shorter lines.
 */
export const PHRASE_PLACES = ['start', 'bracket', 'short', 'whole', 'anywhere'] as const;
export type PhrasePlace = (typeof PHRASE_PLACES)[number];

export interface LinePhrase {
  readonly phrase: string;
  readonly place: PhrasePlace;
}

/** Phrases by their first two characters, so that a line is compared with a few and not with all. */
export interface PhraseIndex<T extends LinePhrase> {
  readonly byBeginning: ReadonlyMap<string, readonly T[]>;
  readonly anywhere: readonly T[];
}

/** Makes the index; longer phrases are tried first, as they say more. */
export function indexPhrases<T extends LinePhrase>(phrases: readonly T[]): PhraseIndex<T> {
  const byBeginning = new Map<string, T[]>();
  const longestFirst = [...phrases].sort((a, b) => b.phrase.length - a.phrase.length);
  for (const phrase of longestFirst) {
    if (phrase.place === 'anywhere') continue;
    const beginning = phrase.phrase.slice(0, 2);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), phrase]);
  }
  return { byBeginning, anywhere: longestFirst.filter(({ place }) => place === 'anywhere') };
}

/** The phrase that a folded line shows, of those that `accepts` lets through; null when there is none. */
export function findPhrase<T extends LinePhrase>(
  index: PhraseIndex<T>,
  line: string,
  accepts: (phrase: T) => boolean,
): T | null {
  const atStart = index.byBeginning.get(line.slice(0, 2)) ?? [];
  return (
    atStart.find((phrase) => accepts(phrase) && standsInPlace(line, phrase)) ??
    index.anywhere.find((phrase) => accepts(phrase) && line.includes(phrase.phrase)) ??
    null
  );
}

/** Most words of a line for a phrase whose place is `short`. */
const MAX_SHORT_WORDS = 6;

function standsInPlace(line: string, { phrase, place }: LinePhrase): boolean {
  if (place === 'whole') return line === phrase;
  if (place === 'short' && line.split(' ').length > MAX_SHORT_WORDS) return false;
  return phrase.includes('…') ? followsInOrder(line, phrase) : line.startsWith(phrase);
}

/** `…` in a phrase stands for up to this many characters of one line. */
const MAX_ELLIPSIS_CHARACTERS = 60;

/** Whether the line begins with the first part of the phrase and the others follow within reach of one another. */
function followsInOrder(line: string, phrase: string): boolean {
  const [first = '', ...others] = phrase.split('…').map((part) => part.trim());
  if (!line.startsWith(first)) return false;
  let end = first.length;
  for (const part of others) {
    const at = line.indexOf(part, end);
    if (at < 0 || at - end > MAX_ELLIPSIS_CHARACTERS) return false;
    end = at + part.length;
  }
  return true;
}
