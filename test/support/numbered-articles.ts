/** Articles that follow from their number alone, so that one process can add them and another can say what they must be. */

import { articleOf } from './articles.ts';
import type { MadeArticle } from './articles.ts';

export function numberedUrl(number: number): string {
  return `https://news.example/numbered/${number}`;
}

/** Longer than a page of the database, with claims, and with a word of its own to be searched for. */
export function numberedArticle(number: number): MadeArticle {
  const filler = Array.from(
    { length: 40 },
    (_, i) => `Gate ${(number * 7 + i * 13) % 101} of the harbour stayed shut.`,
  );
  const paragraphs = [`Holt${number} said that dock ${number} would open. Dockers denied it.`, ...filler];
  return articleOf({
    paragraphs,
    claims: [
      { source: `Holt${number}`, cue: 'said', content: `that dock ${number} would open` },
      { source: 'Dockers', cue: 'denied', content: 'it', stance: 'denies', kind: 'unnamed' },
    ],
    facts: { url: numberedUrl(number), headline: `Dock ${number}`, publisher: `The Post ${number % 5}` },
  });
}
