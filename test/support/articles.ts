/** Articles as the store takes them in, made from a few words, without running any stage. */

import type { Block } from '../../src/document/block.ts';
import type { SourceKind, Speech, Stance } from '../../src/document/claim.ts';
import { NO_GIVEN_FACTS } from '../../src/document/page.ts';
import type { Page } from '../../src/document/page.ts';
import { RECORD_FORMAT, sha256, shortId } from '../../src/document/record.ts';
import type {
  ArticleRecord,
  EngineStamp,
  RecordedArticle,
  RecordedClaim,
} from '../../src/document/record.ts';
import type { Span } from '../../src/document/span.ts';

export const ENGINE: EngineStamp = { version: '0.1.0', model: 'sha256:m', lexicon: 'sha256:l' };

/** A claim by the words of its parts; each is looked for in the text, after the place of the one before. */
export interface ClaimWords {
  readonly source?: string;
  readonly cue: string;
  readonly content: string;
  readonly stance?: Stance;
  readonly speech?: Speech;
  readonly kind?: SourceKind;
  /** `c1` of the claim that this one lies in. */
  readonly inside?: string;
}

/** What an article is; everything has a plain default. */
export interface ArticleWords {
  readonly paragraphs?: readonly string[];
  readonly claims?: readonly ClaimWords[];
  readonly facts?: Partial<Omit<RecordedArticle, 'text' | 'blocks' | 'textHash'>>;
  readonly engine?: EngineStamp;
  readonly page?: Partial<Page>;
  readonly capture?: Partial<Page['capture']>;
}

export interface MadeArticle {
  readonly page: Page;
  readonly record: ArticleRecord;
  readonly sentences: readonly Span[];
}

const PARAGRAPHS = [
  'The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said.',
  'Dockers denied that a strike was planned.',
];
const CLAIMS: readonly ClaimWords[] = [
  { source: 'Mayor Ilse Varn', cue: 'said', content: 'The harbour of Orlen stayed closed on Monday' },
  {
    source: 'Dockers',
    cue: 'denied',
    content: 'that a strike was planned',
    stance: 'denies',
    kind: 'unnamed',
  },
];

/** The article: one block a paragraph, the headline (when there is one) as a block before them. */
export function articleOf(words: ArticleWords = {}): MadeArticle {
  const {
    paragraphs = PARAGRAPHS,
    claims = words.paragraphs === undefined ? CLAIMS : [],
    facts = {},
  } = words;
  const { headline = null } = facts;
  const parts = headline === null ? paragraphs : [headline, ...paragraphs];
  const text = parts.join('\n\n');
  const url = facts.url ?? null;
  const textHash = sha256(text);
  const record: ArticleRecord = {
    format: RECORD_FORMAT,
    engine: words.engine ?? ENGINE,
    article: {
      id: shortId('AR', url ?? textHash),
      givenId: null,
      url,
      publisher: null,
      headline,
      standfirst: null,
      byline: [],
      dateline: null,
      section: null,
      published: null,
      updated: null,
      language: 'en',
      languageConfidence: 1,
      machineTranslated: false,
      notices: [],
      images: [],
      warnings: [],
      ...facts,
      text,
      textHash,
      blocks: blocksOf(parts, headline !== null),
    },
    entities: [],
    times: [],
    places: [],
    claims: claims.map((claim, i) => claimOf(text, claim, `c${i + 1}`)),
    figures: [],
    events: [],
  };
  return { page: pageOf(text, words), record, sentences: sentencesOf(text) };
}

function pageOf(text: string, { page = {}, capture = {} }: ArticleWords): Page {
  return {
    location: 'notes/orlen.txt',
    source: 'notes',
    givenId: null,
    format: 'text',
    body: text,
    given: NO_GIVEN_FACTS,
    ...page,
    capture: {
      bytes: Buffer.from(text, 'utf8'),
      retrieved: '2024-05-06T08:00:00.000Z',
      finalUrl: null,
      status: null,
      headers: {},
      charset: 'utf-8',
      ...capture,
    },
  };
}

/** A page that a server gave: its location, and the facts of its fetching. */
export function fetched(
  location: string,
  retrieved: string,
  headers: Record<string, string> = {},
): Pick<ArticleWords, 'page' | 'capture'> {
  return {
    page: { location, source: location, format: 'html' },
    capture: { finalUrl: location, status: 200, retrieved, headers },
  };
}

function claimOf(
  text: string,
  { source, cue, content, stance, speech, kind, inside }: ClaimWords,
  id: string,
): RecordedClaim {
  return {
    id,
    source: {
      entity: null,
      spans: source === undefined ? [] : [find(text, source)],
      kind: kind ?? (source === undefined ? 'none' : 'named'),
    },
    cue: { spans: [find(text, cue)], lemma: cue },
    content: { spans: [find(text, content)] },
    speech: speech ?? 'indirect',
    stance: stance ?? 'asserts',
    hedge: null,
    medium: null,
    inside: inside ?? null,
    confidence: 0.9,
    because: `speech-verbs:${cue}`,
  };
}

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

function blocksOf(parts: readonly string[], hasHeadline: boolean): Block[] {
  let start = 0;
  return parts.map((part, i) => {
    const block: Block = {
      kind: hasHeadline && i === 0 ? 'headline' : 'paragraph',
      start,
      end: start + part.length,
    };
    start = block.end + 2;
    return block;
  });
}

function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^\s.!?。][^.!?。\n]*[.!?。]?/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Bytes that do not get smaller when compressed, the same for the same seed (a linear congruential generator). */
export function noise(length: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}
