/** Word classes that can be told from the form alone, as one set of bits a word. */

import { readTable } from './table.ts';

/** One bit a class. A word may have several: "that" is a determiner, a relative and a conjunction. */
export const WORD_CLASS = {
  adverb: 1 << 0,
  article: 1 << 1,
  'auxiliary.be': 1 << 2,
  'auxiliary.do': 1 << 3,
  'auxiliary.have': 1 << 4,
  'auxiliary.modal': 1 << 5,
  'conjunction.coordinating': 1 << 6,
  'conjunction.subordinating': 1 << 7,
  day: 1 << 8,
  determiner: 1 << 9,
  indefinite: 1 << 10,
  'looks-like-adverb': 1 << 11,
  'looks-like-past': 1 << 12,
  month: 1 << 13,
  negation: 1 << 14,
  number: 1 << 15,
  period: 1 << 16,
  preposition: 1 << 17,
  'pronoun.object': 1 << 18,
  'pronoun.possessive': 1 << 19,
  'pronoun.subject': 1 << 20,
  'question-word': 1 << 21,
  relative: 1 << 22,
  setting: 1 << 23,
  'verb.base': 1 << 24,
  'verb.past': 1 << 25,
  'verb.past-or-participle': 1 << 26,
  'verb.present': 1 << 27,
} as const;

/** The classes that hold ordinary nouns too: to have one of these alone is to be an open-class word. */
export const OPEN_CLASSES =
  WORD_CLASS['looks-like-adverb'] | WORD_CLASS['looks-like-past'] | WORD_CLASS.setting;

export type WordClass = keyof typeof WORD_CLASS;

let bitsByWord: Map<string, number> | null = null;

/** The classes of a lower-case word as bits of `WORD_CLASS`; 0 for an open-class word that the table lacks. */
export function wordClassesOf(norm: string): number {
  bitsByWord ??= readBits();
  return bitsByWord.get(norm) ?? 0;
}

function readBits(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const row of readTable('word-classes.tsv', ['class', 'words', 'example'])) {
    const bit = WORD_CLASS[row.class as WordClass];
    for (const word of row.words.split(' ')) bits.set(word, (bits.get(word) ?? 0) | bit);
  }
  return bits;
}
