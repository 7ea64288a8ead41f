/** Treebanks as documents: the text as a reader has it, with the place of each sentence in it. */

import type { TreeSentence } from './read-conllu.ts';

export interface TreeDocument {
  readonly id: string;
  /** Sentences joined by spaces, paragraphs by an empty line. */
  readonly text: string;
  readonly sentences: readonly TreeSentence[];
  /** Offset of each sentence in the text. */
  readonly starts: readonly number[];
}

export function documentsOf(sentences: readonly TreeSentence[]): TreeDocument[] {
  const groups: { id: string; sentences: TreeSentence[] }[] = [];
  for (const sentence of sentences) {
    if (sentence.newDocument !== null || groups.length === 0) groups.push({ id: sentence.newDocument ?? '', sentences: [] });
    groups.at(-1)?.sentences.push(sentence);
  }
  return groups.map(({ id, sentences: own }) => documentOf(id, own, () => ' '));
}

/** A document whose sentences within a paragraph are joined by what `between` gives. */
export function documentOf(id: string, sentences: readonly TreeSentence[], between: () => string): TreeDocument {
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '') text += sentence.newParagraph ? '\n\n' : between();
    starts.push(text.length);
    text += sentence.text;
  }
  return { id, text, sentences, starts };
}
