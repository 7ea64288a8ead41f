/** Removes consent and privacy texts by what they say: many sites give their dialogs generated class names. */

import { readTable } from '../../../lexicon/table.ts';
import { lineOf } from '../dom.ts';
import { walk } from '../prose.ts';
import { isStructure } from './remover.ts';
import type { Remover } from './remover.ts';

/** A dialog says its phrases at least this often … */
const MIN_PHRASES = 3;
/** … and at least once in so many characters; an article about privacy law does not. */
const MAX_CHARS_A_PHRASE = 350;
const MAX_DIALOG_CHARS = 12_000;

const CANDIDATES = new Set(['div', 'section', 'aside', 'form', 'ul', 'footer']);

export const removeConsentText: Remover = {
  name: 'consent-text',
  remove: ({ body }) => {
    if (phrasesIn(lineOf(body)) < MIN_PHRASES) return;
    walk(body, (element) => {
      if (!CANDIDATES.has(element.localName) || isStructure(element)) return true;
      const text = lineOf(element);
      const phrases = text.length > MAX_DIALOG_CHARS ? 0 : phrasesIn(text);
      const dense = phrases >= MIN_PHRASES && text.length / phrases <= MAX_CHARS_A_PHRASE;
      if (!dense || element.querySelector('h1') !== null)
        return phrases >= MIN_PHRASES || text.length > MAX_DIALOG_CHARS;
      element.remove();
      return false;
    });
  },
};

let pattern: RegExp | null = null;

function phrasesIn(text: string): number {
  pattern ??= new RegExp(
    readTable('page-consent-phrases.tsv', ['phrase', 'language', 'example'])
      .map(({ phrase }) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'gi',
  );
  return text.match(pattern)?.length ?? 0;
}
