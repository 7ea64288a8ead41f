/** What a unit looks like: prose, a line of a head, a heading. Judged by layout and letters, in any language. */

/** Characters at either end of a unit that its look is judged by; the middle of a long one changes nothing. */
const SAMPLE_CHARACTERS = 1200;

export interface Look {
  /** The unit's text, or its beginning when it is long. */
  readonly text: string;
  readonly words: number;
  readonly isLong: boolean;
  readonly endsSentence: boolean;
  readonly sentences: number;
  readonly isProse: boolean;
}

const SENTENCE_END = /[.!?…。！？؟।۔።][”"'’»)\]」』]*$/u;
/** An agency or initials after the last sentence: "… he said. (Reuters)", "… he said. PTI". */
const SIGNED_OFF =
  /[.!?…][”"'’»)]*\s+[-–—]{0,2}\s*(?:\([^()]{2,30}\)|\[[^[\]]{2,30}\]|\p{Lu}{2,6}(?: \p{Lu}{2,4}){0,3})\.?$/u;
const SENTENCE_END_INSIDE = /(?:[.!?…؟।۔][”"'’»)\]]*\s+(?=[\p{Lu}\p{Lo}\p{N}"“«‘'(¿¡])|[。！？][”」』]*)/gu;
const NO_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu;

/** Words from which on a unit is prose: with a sentence's end, and without one. */
const PROSE_WORDS = 8;
const PROSE_WORDS_UNENDED = 24;
const PROSE_CHARACTERS_UNENDED = 170;

export function lookOf(text: string, start: number, end: number): Look {
  const isLong = end - start > SAMPLE_CHARACTERS;
  const head = text.slice(start, Math.min(end, start + SAMPLE_CHARACTERS));
  const tail = text.slice(Math.max(start, end - 40), end);
  const words = wordCount(head);
  const endsSentence =
    (SENTENCE_END.test(tail) || SIGNED_OFF.test(tail)) && !/\b(?:St|Mr|Mrs|Dr|Inc|Ltd|Co|No)\.$/.test(tail);
  const sentences = [...head.matchAll(SENTENCE_END_INSIDE)].length + 1;
  const isProse =
    isLong ||
    (endsSentence && (words >= PROSE_WORDS || (sentences > 1 && words >= 6))) ||
    words >= PROSE_WORDS_UNENDED ||
    end - start >= PROSE_CHARACTERS_UNENDED ||
    (sentences > 1 && words >= 16) ||
    (/[:：]$/u.test(tail) && words >= 12);
  return { text: head, words, isLong, endsSentence, sentences, isProse };
}

/** Words between blanks; in scripts without blanks two characters count as a word. */
export function wordCount(text: string): number {
  const unspaced = text.match(NO_BLANKS)?.length ?? 0;
  const spaced = unspaced === 0 ? text : text.replace(NO_BLANKS, ' ');
  return (spaced.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) + Math.ceil(unspaced / 2);
}

/** A single question or exclamation may be prose or a headline; this says that it can be the latter. */
export function canBeHeadline({ endsSentence, sentences, words, isLong, text }: Look): boolean {
  if (isLong || words > MAX_HEADLINE_WORDS || sentences > 2) return false;
  return !endsSentence || /[!?…？！؟](?:["'”’»)]*)$|["'”’»]$/u.test(text);
}

const MAX_HEADLINE_WORDS = 32;

/** Content words of a text for comparing two: of four letters or more, by their first five; pairs of ideographs. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/^\p{Script=Han}/u.test(word))
      for (let i = 0; i + 1 < word.length; i += 1) words.add(word.slice(i, i + 2));
    else if (word.length >= 4) words.add(word.slice(0, 5));
  }
  return words;
}

/** Share of the content words of `line` that are in `body`, 0 to 1. */
export function sharedWords(line: string, body: ReadonlySet<string>): number {
  const words = [...contentWords(line)];
  return words.length === 0 ? 0 : words.filter((word) => body.has(word)).length / words.length;
}
