/** What cleaning makes of a page, whatever its format, before the language is known. */

import type { ArticleFacts } from '../document/article.ts';
import type { Block } from '../document/block.ts';

/** A clean text, its parts and the facts found, but for the language, which is told from the text afterwards. */
export interface Cleaned {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly facts: Omit<ArticleFacts, 'language' | 'languageConfidence'>;
  /** The language that the page names for itself (`html lang`, front matter), BCP 47, else null. */
  readonly statedLanguage: string | null;
}
