/** Cleaning: turns a page of any format into a document, or says why there is none in it. */

import type { ArticleFacts } from '../document/article.ts';
import { isReadable } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { GivenFacts, Page } from '../document/page.ts';
import { textOf } from '../document/span.ts';
import type { AnnalistError } from '../errors.ts';
import { inputEmpty, pageWithoutArticle } from '../errors.ts';
import { authorsOf } from './byline.ts';
import type { Cleaned } from './cleaned.ts';
import { cleanHtml } from './html/clean-html.ts';
import { cleanMarkdown } from './markdown.ts';
import { cleanText } from './text/clean-text.ts';

/** What cleaning needs from outside: a model, handed in so that cleaning stays pure. */
export interface CleanTools {
  identifyLanguage(text: string): { readonly language: string; readonly confidence: number };
}

/** Why a page gives no document. */
export interface Rejection {
  readonly rejected: AnnalistError;
}

/** The document of a page. Rough pages are not an error; a page without any article text is rejected. */
export function clean(page: Page, tools: CleanTools): Document | Rejection {
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(page.body)) return { rejected: inputEmpty(page.location) };
  const cleaned = cleanedOf(page);
  if (cleaned === null) return { rejected: pageWithoutArticle(page.location) };
  const language = languageOf(cleaned, page.given.language, tools);
  const facts: ArticleFacts = { ...withGiven(cleaned.facts, page), ...language };
  return { text: cleaned.text, blocks: cleaned.blocks, facts, layers: {} };
}

function cleanedOf({ format, body, given, capture }: Page): Cleaned | null {
  if (format === 'html') return cleanHtml(body, given.url ?? capture.finalUrl);
  return format === 'markdown' ? cleanMarkdown(body) : cleanText(body);
}

/** What the input said of the article outranks what the page says of itself. */
function withGiven(facts: Cleaned['facts'], { given, capture }: Page): Cleaned['facts'] {
  return {
    ...facts,
    url: given.url ?? facts.url ?? capture.finalUrl,
    headline: given.headline ?? facts.headline,
    published: given.published ?? facts.published,
    updated: given.updated ?? facts.updated,
    publisher: given.publisher ?? facts.publisher,
    byline: given.byline.length > 0 ? namesOf(given) : facts.byline,
  };
}

/** Given authors without "By" and the like; what is no byline that can be read stays as it was given. */
function namesOf({ byline }: GivenFacts): readonly string[] {
  return [...new Set(byline.flatMap((line) => (authorsOf(line).length > 0 ? authorsOf(line) : [line])))];
}

/** Letters from which on the text tells its language better than a label does. */
const MIN_LETTERS = 20;
/** Below this the model is guessing. */
const MIN_CONFIDENCE = 0.5;
/** Characters of the headline and the first paragraphs that the language is told from. */
const SAMPLE_CHARACTERS = 2000;

type Language = Pick<ArticleFacts, 'language' | 'languageConfidence'>;

/**
 * A given language stands. A page's own label is believed where the text agrees or is too short to tell,
 * and doubted where the text clearly says otherwise: templates label translated pages wrongly.
 */
function languageOf(cleaned: Cleaned, given: string | null, tools: CleanTools): Language {
  if (given !== null && primaryTag(given) !== null) {
    return { language: primaryTag(given) ?? UNKNOWN, languageConfidence: 1 };
  }
  const sample = sampleOf(cleaned);
  const stated = primaryTag(cleaned.statedLanguage);
  if (stated !== null && lettersIn(sample) < MIN_LETTERS)
    return { language: stated, languageConfidence: MIN_CONFIDENCE };
  const { language, confidence } = tools.identifyLanguage(sample);
  if (stated !== null && (stated === primaryTag(language) || confidence < MIN_CONFIDENCE)) {
    return { language: stated, languageConfidence: Math.max(confidence, MIN_CONFIDENCE) };
  }
  return { language: confidence < MIN_CONFIDENCE ? UNKNOWN : language, languageConfidence: confidence };
}

const UNKNOWN = 'und';

function sampleOf({ text, blocks }: Cleaned): string {
  const parts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length >= SAMPLE_CHARACTERS) break;
    if (!isReadable(block)) continue;
    const part = textOf(text, block).slice(0, SAMPLE_CHARACTERS - length);
    parts.push(part);
    length += part.length;
  }
  return parts.length > 0 ? parts.join('\n') : text.slice(0, SAMPLE_CHARACTERS);
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Tags of ISO 639 that stand for another: old codes, and the one that a macrolanguage is written in. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  nb: 'no',
  nn: 'no',
  cmn: 'zh',
  arb: 'ar',
  pes: 'fa',
};

/** `en` of `en-GB`, `no` of `nb_NO`; null for what is no tag. */
function primaryTag(tag: string | null): string | null {
  const primary = /^([a-z]{2,3})(?:[-_].*)?$/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  if (primary === undefined || primary === UNKNOWN) return null;
  return SAME_LANGUAGE[primary] ?? primary;
}
