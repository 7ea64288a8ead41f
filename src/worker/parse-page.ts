/** Parsing one page: clean, then the language engine over its readable blocks. What `parse` calls. */

import type { Doc } from '../annotate/engine/doc.ts';
import { clean } from '../clean/clean.ts';
import { isReadable } from '../document/block.ts';
import type { Page } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import type { AnnalistError } from '../errors.ts';
import { loadLanguageIdentifier } from '../model/language.ts';

/** What parsing needs of the language engine. */
export interface TextAnalyzer {
  analyze(text: string, blocks?: readonly Span[]): Doc;
}

/** The analysis of a page and the language that its text is in, or why there is none. */
export type Parse = { readonly doc: Doc; readonly language: string } | { readonly rejected: AnnalistError };

/** Gives the function that parses pages with `engine`. */
export async function loadPageParser(engine: TextAnalyzer): Promise<(page: Page) => Parse> {
  const { identify } = await loadLanguageIdentifier();
  return (page) => {
    const document = clean(page, { identifyLanguage: identify });
    if ('rejected' in document) return document;
    const { text, blocks, facts } = document;
    return { doc: engine.analyze(text, blocks.filter(isReadable)), language: facts.language };
  };
}
