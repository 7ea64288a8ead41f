/** Folding: the form in which texts and searches meet in the full-text index. */

/**
 * Scripts that put no space between words, and Hangul, which glues particles on.
 * Every character of theirs is indexed as a word of its own, and a search for a
 * word becomes a search for its characters in a row, so that a word of any
 * length is found wherever it stands. (The trigram index of SQLite finds nothing
 * shorter than three characters, and most Chinese words have two.)
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** What the tokenizer of the index (unicode61) takes for part of a word; everything else parts words. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** Vowel points and cantillation of Hebrew, vowel signs and the stretcher of Arabic: seldom written, never typed. */
const OPTIONAL_MARKS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g;

/** Spellings of one Arabic letter that writers mix: alef with and without hamza, final yeh, teh marbuta. */
const ARABIC_VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/[\u0622\u0623\u0625\u0671]/g, '\u0627'],
  [/[\u0649\u06cc]/g, '\u064a'],
  [/\u0629/g, '\u0647'],
  [/\u06a9/g, '\u0643'],
];

/**
 * The words of a text, folded and parted by single spaces; empty when it has none.
 *
 * Compatibility forms become plain ones (full-width letters, ligatures); the
 * index itself folds case and the accents of Latin letters.
 */
export function foldedWords(text: string): string {
  let folded = text.normalize('NFKC').replace(OPTIONAL_MARKS, '');
  for (const [variants, letter] of ARABIC_VARIANTS) folded = folded.replace(variants, letter);
  const spaced = folded.replace(UNSPACED, ' $& ');
  return (spaced.match(WORD) ?? []).join(' ');
}

/**
 * A name as grouping and comparing want it: lower case, single spaces, no marks
 * around it, no leading article. Folding what is folded changes nothing, so a
 * folded name can be given as a filter.
 */
export function foldedName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ');
  return plain.replace(/^(?:the (?=.*[\p{L}\p{N}])|[^\p{L}\p{N}])+|[^\p{L}\p{N}\p{M}.)]+$/gu, '');
}
