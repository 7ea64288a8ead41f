/** Articles for the browser tests, written as drafts: sentences by block, claims by the words they quote. */

import type { Claim, Medium, SourceKind, Speech, Stance } from '../../../src/document/claim.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';
import type { NoticeKind } from '../../../src/document/article.ts';
import { NO_GIVEN_FACTS } from '../../../src/document/page.ts';
import type { Page } from '../../../src/document/page.ts';
import { toRecord } from '../../../src/document/record.ts';
import type { ArticleRecord } from '../../../src/document/record.ts';
import { span } from '../../../src/document/span.ts';
import type { Span } from '../../../src/document/span.ts';

/** A claim, its parts by the words that they cover in the sentence that begins with `in`. */
export interface DraftClaim {
  readonly in: string;
  readonly who: string | null;
  readonly cue: string;
  readonly lemma: string;
  /** One stretch, or the stretches of a content that the source interrupts. */
  readonly what: string | readonly string[];
  readonly stance?: Stance;
  readonly speech?: Speech;
  readonly kind?: SourceKind;
  readonly hedge?: string;
  readonly medium?: Medium;
  /** Index of the claim in whose content this one lies. */
  readonly inside?: number;
  readonly confidence?: number;
}

export interface DraftArticle {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published?: string;
  readonly updated?: string;
  readonly byline?: readonly string[];
  readonly language?: string;
  readonly machineTranslated?: boolean;
  readonly section?: string;
  readonly retrieved: string;
  /** What it was found through. */
  readonly source: string;
  readonly notices?: readonly { readonly kind: NoticeKind; readonly text: string }[];
  /** Kind, then the sentences of the block. */
  readonly blocks: readonly (readonly [BlockKind, ...string[]])[];
  readonly claims?: readonly DraftClaim[];
}

/** An article as the store takes it in. */
export interface MadeArticle {
  readonly page: Page;
  readonly record: ArticleRecord;
  readonly sentences: readonly Span[];
}

const ENGINE = { version: '0.1.0', model: `sha256:${'a1'.repeat(32)}`, lexicon: `sha256:${'b2'.repeat(32)}` };

export function makeArticle(draft: DraftArticle): MadeArticle {
  const { text, blocks, sentences } = layOut(draft.blocks);
  const claims = (draft.claims ?? []).map((claim) => toClaim(claim, text, sentences));
  const textOfKind = (kind: BlockKind) =>
    draft.blocks
      .find(([other]) => other === kind)
      ?.slice(1)
      .join(' ') ?? null;
  const facts = {
    url: draft.url,
    publisher: draft.publisher,
    headline: textOfKind('headline'),
    standfirst: textOfKind('standfirst'),
    byline: draft.byline ?? [],
    dateline: null,
    published: draft.published ?? null,
    updated: draft.updated ?? null,
    section: draft.section ?? null,
    language: draft.language ?? 'en',
    languageConfidence: 0.98,
    machineTranslated: draft.machineTranslated ?? false,
    notices: (draft.notices ?? []).map((notice) => ({
      ...notice,
      span: spanOf(text, notice.text),
      url: null,
    })),
    images: [],
  };
  const layers = {
    tokens: [],
    sentences: [],
    quotations: [],
    claims,
    entities: [],
    times: [],
    timeWarnings: [],
    places: [],
  };
  return {
    page: pageOf(draft, text),
    record: toRecord({ text, blocks, facts, layers }, ENGINE, null),
    sentences,
  };
}

function pageOf(draft: DraftArticle, body: string): Page {
  return {
    location: draft.url ?? `${draft.source}/dispatch.txt`,
    source: draft.source,
    givenId: null,
    format: draft.url === null ? 'text' : 'html',
    body,
    given: NO_GIVEN_FACTS,
    capture: {
      bytes: new TextEncoder().encode(body),
      retrieved: draft.retrieved,
      finalUrl: draft.url,
      status: draft.url === null ? null : 200,
      headers: draft.url === null ? {} : { 'content-type': 'text/html; charset=utf-8', etag: '"7f3a"' },
      charset: 'UTF-8',
    },
  };
}

function layOut(drafts: DraftArticle['blocks']): { text: string; blocks: Block[]; sentences: Span[] } {
  const blocks: Block[] = [];
  const sentences: Span[] = [];
  let text = '';
  for (const [kind, ...words] of drafts) {
    const start = text === '' ? 0 : text.length + 2;
    text = text === '' ? '' : `${text}\n\n`;
    for (const [index, sentence] of words.entries()) {
      const from = text.length + (index === 0 ? 0 : 1);
      text = index === 0 ? text + sentence : `${text} ${sentence}`;
      sentences.push(span(from, text.length));
    }
    blocks.push({ kind, start, end: text.length });
  }
  return { text, blocks, sentences };
}

function toClaim(draft: DraftClaim, text: string, sentences: readonly Span[]): Claim {
  const sentence = sentences.find(({ start }) => text.startsWith(draft.in, start));
  if (sentence === undefined) throw new Error(`no sentence begins with "${draft.in}"`);
  const part = (words: string): Span => {
    const start = text.indexOf(words, sentence.start);
    if (start === -1 || sentence.end < start + words.length)
      throw new Error(`"${words}" is not in "${draft.in} …"`);
    return span(start, start + words.length);
  };
  const hedge = draft.hedge === undefined ? null : { ...part(draft.hedge), lemma: draft.hedge.toLowerCase() };
  return {
    source: {
      spans: draft.who === null ? [] : [part(draft.who)],
      kind: draft.kind ?? (draft.who === null ? 'none' : 'named'),
    },
    cue: { spans: [part(draft.cue)], lemma: draft.lemma },
    content: { spans: [draft.what].flat().map(part) },
    speech: draft.speech ?? 'indirect',
    stance: draft.stance ?? 'asserts',
    hedge,
    medium: draft.medium ?? null,
    inside: draft.inside ?? null,
    confidence: draft.confidence ?? 0.9,
    because: `speech-verbs:${draft.lemma}`,
  };
}

function spanOf(text: string, words: string): Span | null {
  const start = text.indexOf(words);
  return start === -1 ? null : span(start, start + words.length);
}
