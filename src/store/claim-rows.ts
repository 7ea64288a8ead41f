/** Claims as rows: made from a record when an article is added, and back into what the store answers with. */

import type { Insertable } from 'kysely';

import type { Medium, SourceKind, Speech, Stance } from '../document/claim.ts';
import type { ArticleRecord, RecordedClaim } from '../document/record.ts';
import { textOf } from '../document/span.ts';
import type { Span } from '../document/span.ts';
import { foldedName } from './search-text.ts';
import type { ClaimRow } from './tables.ts';
import type { ClaimView } from './views.ts';

/** Stands in a quoted text where words between two spans are left out. */
export const GAP_BETWEEN_SPANS = ' … ';

/** A row without what only the database knows. */
export type NewClaim = Omit<
  Insertable<ClaimRow>,
  'number' | 'id' | 'article' | 'revision' | 'current' | 'sort_time'
>;

/** The claims of a record as rows, in its order. */
export function claimRows({ article, claims }: ArticleRecord, sentences: readonly Span[]): NewClaim[] {
  const ordinals = new Map(claims.map(({ id }, ordinal) => [id, ordinal]));
  return claims.map((claim, ordinal) => {
    const { source, cue, content, hedge, inside } = claim;
    const sourceText = quoted(article.text, source.spans);
    const sentence = sentenceOf(claim, article.text, sentences);
    return {
      local_id: claim.id,
      ordinal,
      source_kind: source.kind,
      source_spans: spansToJson(source.spans),
      source_text: sourceText,
      source_entity: source.entity,
      speaker: foldedName(sourceText),
      cue_spans: spansToJson(cue.spans),
      cue_text: quoted(article.text, cue.spans),
      cue_lemma: cue.lemma,
      content_spans: spansToJson(content.spans),
      content_text: quoted(article.text, content.spans),
      sentence_start: sentence.start,
      sentence_end: sentence.end,
      sentence_text: textOf(article.text, sentence),
      speech: claim.speech,
      stance: claim.stance,
      medium: claim.medium,
      hedge_start: hedge?.start ?? null,
      hedge_end: hedge?.end ?? null,
      hedge_lemma: hedge?.lemma ?? null,
      inside: inside === null ? null : (ordinals.get(inside) ?? null),
      confidence: claim.confidence,
      because: claim.because,
    };
  });
}

/** What the id of a claim is made from: the revision and the places of its parts, so that a newer engine that finds the same claim gives the same id. */
export function claimKeys(revisionId: string, claims: readonly NewClaim[]): string[] {
  const seen = new Map<string, number>();
  return claims.map(({ source_spans, cue_spans, content_spans }) => {
    const key = [revisionId, source_spans, cue_spans, content_spans].join('\n');
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key}\n${times}`;
  });
}

/** A row as the queries read it, with the ids of the rows it points at. */
export type SelectedClaim = Omit<ClaimRow, 'number' | 'article' | 'revision' | 'inside'> & {
  readonly article_id: string;
  readonly revision_id: string;
  readonly outer_id: string | null;
};

export function claimView(row: SelectedClaim): ClaimView {
  return {
    id: row.id,
    localId: row.local_id,
    articleId: row.article_id,
    revisionId: row.revision_id,
    source: {
      text: row.source_text,
      entity: row.source_entity,
      spans: spansFromJson(row.source_spans),
      kind: row.source_kind as SourceKind,
    },
    cue: { text: row.cue_text, spans: spansFromJson(row.cue_spans), lemma: row.cue_lemma },
    content: { text: row.content_text, spans: spansFromJson(row.content_spans) },
    sentence: { text: row.sentence_text, start: row.sentence_start, end: row.sentence_end },
    speech: row.speech as Speech,
    stance: row.stance as Stance,
    hedge: hedgeOf(row),
    medium: row.medium as Medium | null,
    inside: row.outer_id,
    confidence: row.confidence,
    because: row.because,
  };
}

/** A claim of the store as the record of its article has it. `localIds` leads from `CL-…` to `c1`. */
export function recordedClaim(claim: ClaimView, localIds: ReadonlyMap<string, string>): RecordedClaim {
  return {
    id: claim.localId,
    source: { entity: claim.source.entity, spans: claim.source.spans, kind: claim.source.kind },
    cue: { spans: claim.cue.spans, lemma: claim.cue.lemma },
    content: { spans: claim.content.spans },
    speech: claim.speech,
    stance: claim.stance,
    hedge: claim.hedge,
    medium: claim.medium,
    inside: claim.inside === null ? null : (localIds.get(claim.inside) ?? null),
    confidence: claim.confidence,
    because: claim.because,
  };
}

function hedgeOf({ hedge_start, hedge_end, hedge_lemma }: SelectedClaim): ClaimView['hedge'] {
  if (hedge_start === null || hedge_end === null || hedge_lemma === null) return null;
  return { start: hedge_start, end: hedge_end, lemma: hedge_lemma };
}

/** What spans quote; a gap between two shows as an ellipsis. */
function quoted(text: string, spans: readonly Span[]): string {
  return spans.map((span) => textOf(text, span)).join(GAP_BETWEEN_SPANS);
}

/** The sentence that holds the cue, else the content, else the source; those parts alone where no sentence does. */
function sentenceOf({ cue, content, source }: RecordedClaim, text: string, sentences: readonly Span[]): Span {
  const parts = [...cue.spans, ...content.spans, ...source.spans];
  const anchor = parts[0];
  if (anchor === undefined) return { start: 0, end: 0 };
  const sentence = sentences.find(({ start, end }) => start <= anchor.start && anchor.start < end);
  if (sentence !== undefined) return { start: sentence.start, end: sentence.end };
  const end = Math.max(...parts.map((part) => part.end));
  return { start: Math.min(...parts.map((part) => part.start)), end: Math.min(end, text.length) };
}

function spansToJson(spans: readonly Span[]): string {
  return JSON.stringify(spans.map(({ start, end }) => [start, end]));
}

function spansFromJson(json: string): Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }));
}
