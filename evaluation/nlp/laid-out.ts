/** Sentences of given words as a text, so that the engine can be asked about words that are cut already. */

import type { Span } from '../../src/document/span.ts';

/** Words joined by spaces, sentences by line ends, and where each word stands. Sentences without words are left out. */
export function laidOut(sentences: readonly (readonly string[])[]): { text: string; spans: Span[][] } {
  const pieces: string[] = [];
  let at = 0;
  const spans = sentences.map((forms) =>
    forms.map((form) => {
      const start = at;
      pieces.push(form, ' ');
      at += form.length + 1;
      return { start, end: start + form.length };
    }),
  );
  return { text: pieces.join(''), spans };
}
