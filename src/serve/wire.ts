/** The wire: every shape that the HTTP API takes or gives, as schemas, with the types made from them. */

import { Type } from 'typebox';
import type { Static } from 'typebox';

import { BLOCK_KINDS } from '../document/block.ts';
import { MEDIA, SOURCE_KINDS, SPEECH_KINDS, STANCES } from '../document/claim.ts';
import { NOTICE_KINDS } from '../document/article.ts';

/** Rows a page of a list holds when nothing is said, and the most that can be asked for. */
export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;

function nullable<T extends Type.TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

function oneOf<const T extends readonly string[]>(values: T, description?: string) {
  return Type.Unsafe<T[number]>({
    type: 'string',
    enum: [...values],
    ...(description === undefined ? {} : { description }),
  });
}

const NullableString = nullable(Type.String());
const Instant = Type.String({ description: 'ISO 8601 at the precision that the source gives.' });

export const SpanSchema = Type.Object(
  { start: Type.Integer(), end: Type.Integer() },
  { description: 'Half-open range of UTF-16 code units in the text of one revision.' },
);

export const BlockSchema = Type.Object({
  kind: oneOf(BLOCK_KINDS),
  start: Type.Integer(),
  end: Type.Integer(),
});

/** The sentence that holds a claim's cue, quoted, with where it stands. */
export const SentenceSchema = Type.Object({
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String(),
});

export const ClaimSchema = Type.Object({
  id: Type.String({ description: 'CL-…, stable across views.' }),
  articleId: Type.String(),
  revisionId: Type.String(),
  source: Type.Object({
    text: NullableString,
    kind: oneOf(SOURCE_KINDS),
    spans: Type.Array(SpanSchema),
  }),
  cue: Type.Object({ text: Type.String(), lemma: Type.String(), spans: Type.Array(SpanSchema) }),
  content: Type.Object({ text: Type.String(), spans: Type.Array(SpanSchema) }),
  sentence: SentenceSchema,
  speech: oneOf(SPEECH_KINDS),
  stance: oneOf(STANCES),
  hedge: nullable(Type.Object({ start: Type.Integer(), end: Type.Integer(), lemma: Type.String() })),
  medium: nullable(oneOf(MEDIA)),
  inside: nullable(Type.String({ description: 'Id of the claim in whose content this one lies.' })),
  confidence: Type.Number(),
  because: Type.String({ description: 'The rule or lexicon row that made it.' }),
});
export type WireClaim = Static<typeof ClaimSchema>;

export const ArticleSummarySchema = Type.Object({
  id: Type.String({ description: 'AR-…' }),
  revisionId: Type.String(),
  url: NullableString,
  publisher: NullableString,
  headline: NullableString,
  standfirst: NullableString,
  byline: Type.Array(Type.String()),
  language: Type.String(),
  published: nullable(Instant),
  updated: nullable(Instant),
  retrieved: Instant,
  time: Type.Object({
    value: Instant,
    basis: oneOf(
      ['published', 'updated', 'retrieved'] as const,
      'Which of the three times the article is ordered by.',
    ),
  }),
  sources: Type.Array(Type.String(), { description: 'Locations of the sources that it came through.' }),
  claims: Type.Integer({ description: 'How many claims its current revision holds.' }),
  revisions: Type.Integer(),
});
export type WireArticleSummary = Static<typeof ArticleSummarySchema>;

/** An article of the chronicle with the claims that match. */
export const ChronicleItemSchema = Type.Object({
  article: ArticleSummarySchema,
  claims: Type.Array(ClaimSchema, { description: 'The matching claims, the first 12 in text order.' }),
  matchingClaims: Type.Integer(),
});
export type WireChronicleItem = Static<typeof ChronicleItemSchema>;

export const RevisionSummarySchema = Type.Object({
  id: Type.String({ description: 'RV-…' }),
  number: Type.Integer({ description: '1 for the first that the record took in.' }),
  published: nullable(Instant),
  updated: nullable(Instant),
  retrieved: Instant,
  textHash: Type.String(),
  claims: Type.Integer(),
  current: Type.Boolean(),
});
export type WireRevisionSummary = Static<typeof RevisionSummarySchema>;

/** The facts of a capture: what anyone needs to check that the bytes are the ones that were fetched. */
export const CaptureSchema = Type.Object({
  location: Type.String(),
  retrieved: Instant,
  finalUrl: NullableString,
  status: nullable(Type.Integer()),
  headers: Type.Record(Type.String(), Type.String()),
  charset: Type.String(),
  bytes: Type.Integer(),
  bytesHash: Type.String(),
});
export type WireCapture = Static<typeof CaptureSchema>;

/** One revision of an article, whole. `article` is as its current revision says, the rest as this one does. */
export const RevisionSchema = Type.Object({
  article: ArticleSummarySchema,
  revisionId: Type.String(),
  text: Type.String(),
  textHash: Type.String(),
  blocks: Type.Array(BlockSchema),
  headline: NullableString,
  standfirst: NullableString,
  byline: Type.Array(Type.String()),
  published: nullable(Instant),
  updated: nullable(Instant),
  dateline: NullableString,
  section: NullableString,
  language: Type.String(),
  languageConfidence: Type.Number(),
  machineTranslated: Type.Boolean(),
  notices: Type.Array(
    Type.Object({
      kind: oneOf(NOTICE_KINDS),
      text: Type.String(),
      start: nullable(Type.Integer()),
      end: nullable(Type.Integer()),
      url: NullableString,
    }),
  ),
  images: Type.Array(Type.Object({ caption: NullableString, credit: NullableString, url: NullableString })),
  claims: Type.Array(ClaimSchema),
  capture: CaptureSchema,
  engine: Type.Object({ version: Type.String(), model: Type.String(), lexicon: Type.String() }),
  revisions: Type.Array(RevisionSummarySchema),
});
export type WireRevision = Static<typeof RevisionSchema>;

/** A word or mark in the tree of its sentence. */
export const TreeTokenSchema = Type.Object({
  i: Type.Integer({ description: 'Number in its sentence, from 1.' }),
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String(),
  lemma: Type.String(),
  upos: Type.String({ description: 'Part of speech, Universal Dependencies.' }),
  xpos: Type.String({ description: 'Part of speech, Penn Treebank.' }),
  head: Type.Integer({ description: 'Number of the word that it depends on, 0 for the root.' }),
  deprel: Type.String({ description: 'Relation to the head, Universal Dependencies.' }),
  ner: Type.String({ description: 'B- or I- and the type of the name that it is in, else O.' }),
});
export type WireTreeToken = Static<typeof TreeTokenSchema>;

/** A sentence as the language engine cuts it, with its dependency tree. */
export const SentenceTreeSchema = Type.Object({
  start: Type.Integer(),
  end: Type.Integer(),
  tokens: Type.Array(TreeTokenSchema),
});
export type WireSentenceTree = Static<typeof SentenceTreeSchema>;

export const TreesSchema = Type.Object({ sentences: Type.Array(SentenceTreeSchema) });
export type WireTrees = Static<typeof TreesSchema>;

export const SourceSchema = Type.Object({
  location: Type.String({ description: 'Also the value of the filter `source`.' }),
  kind: oneOf(['feed', 'url', 'folder', 'file', 'jsonl', 'stdin', 'sample'] as const),
  articles: Type.Integer(),
  claims: Type.Integer(),
  firstSeen: Instant,
  lastSeen: Instant,
});
export type WireSource = Static<typeof SourceSchema>;

export const SpeakerSchema = Type.Object({
  name: Type.String({ description: 'The source as one of the texts prints it.' }),
  filter: Type.String({ description: 'Value of the filter `speaker` that gives just these claims.' }),
  claims: Type.Integer(),
  articles: Type.Integer(),
});
export type WireSpeaker = Static<typeof SpeakerSchema>;

export const PublisherSchema = Type.Object({
  name: Type.String(),
  articles: Type.Integer(),
  claims: Type.Integer(),
});
export type WirePublisher = Static<typeof PublisherSchema>;

export const OverviewSchema = Type.Object({
  version: Type.String(),
  record: Type.String({ description: 'File name of the record.' }),
  articles: Type.Integer(),
  revisions: Type.Integer(),
  claims: Type.Integer(),
  sources: Type.Integer(),
  /** True for the record that the first start fills with the bundled sample case. */
  sample: Type.Boolean(),
});
export type WireOverview = Static<typeof OverviewSchema>;

/** One value, or the same name several times: any of these. */
function repeatable<T extends Type.TSchema>(schema: T, description: string) {
  return Type.Optional(
    Type.Union([schema, Type.Array(schema)], {
      description: `${description} May be repeated: any of these.`,
    }),
  );
}

/** The filters that the chronicle, the lists and the pages share. */
export const FilterSchema = Type.Object({
  q: Type.Optional(Type.String({ description: 'Words, "phrases", OR, -without, prefix*.' })),
  source: repeatable(Type.String(), 'Location of a source, as /sources gives it.'),
  publisher: repeatable(Type.String(), 'Name of a publisher, in any case.'),
  speaker: repeatable(
    Type.String(),
    'Words of the name of who is quoted; in quotation marks the whole name.',
  ),
  stance: repeatable(oneOf(STANCES), 'What the speaker does in saying it.'),
  speech: repeatable(oneOf(SPEECH_KINDS), 'Direct, indirect or mixed.'),
  source_kind: repeatable(oneOf(SOURCE_KINDS), 'How the speaker is named.'),
  language: repeatable(Type.String(), 'Language of the article, as en.'),
  from: Type.Optional(Type.String({ description: 'First day, YYYY-MM-DD (or YYYY, YYYY-MM).' })),
  to: Type.Optional(Type.String({ description: 'Last day, inclusive.' })),
});
export type WireFilter = Static<typeof FilterSchema>;

export const PagingSchema = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })),
  cursor: Type.Optional(Type.String({ description: 'Opaque; take it from `next`.' })),
  order: Type.Optional(oneOf(['desc', 'asc'] as const, 'Newest first, or oldest first.')),
});

/** A page of a list: rows, how to get the next page, how many there are in all. */
export function listOf<T extends Type.TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: nullable(Type.String({ description: 'Cursor of the next page, null on the last.' })),
    nextUrl: NullableString,
    count: Type.Integer({ description: 'Rows in all pages.' }),
  });
}

export interface WireList<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly nextUrl: string | null;
  readonly count: number;
}

/** RFC 9457. Every error of every route has this shape. */
export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String({ description: 'Stable; docs/errors.md explains each.' }),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(Type.Object({ name: Type.String(), detail: Type.String() }))),
});
export type WireProblem = Static<typeof ProblemSchema>;
