/** From what the store answers to what goes over the wire: the one place where the two meet. */

import type { Filter } from '../store/filter.ts';
import type { AnalyzedSentence } from './routes/context.ts';
import type {
  ArticleSummary,
  ArticleView,
  CaptureFacts,
  ChronicleEntry,
  ClaimView,
  RevisionSummary,
  RevisionView,
  SourceView,
} from '../store/views.ts';
import type {
  WireArticleSummary,
  WireCapture,
  WireChronicleItem,
  WireClaim,
  WireFilter,
  WireRevision,
  WireRevisionSummary,
  WireSentenceTree,
  WireSource,
} from './wire.ts';

export function toFilter({ source_kind, ...others }: WireFilter): Filter {
  return { ...others, sourceKind: source_kind };
}

export function toArticleSummary(article: ArticleSummary): WireArticleSummary {
  const { id, revisionId, url, publisher, headline, standfirst, byline, language, published, updated } =
    article;
  return {
    id,
    revisionId,
    url,
    publisher,
    headline,
    standfirst,
    byline: [...byline],
    language,
    published,
    updated,
    retrieved: article.lastSeen,
    time: { value: article.sortTime, basis: article.timeBasis },
    sources: [...article.sources],
    claims: article.claims,
    revisions: article.revisions,
  };
}

export function toClaim(claim: ClaimView): WireClaim {
  const { source, cue, content, sentence } = claim;
  return {
    id: claim.id,
    articleId: claim.articleId,
    revisionId: claim.revisionId,
    source: {
      text: source.kind === 'none' ? null : source.text,
      kind: source.kind,
      spans: [...source.spans],
    },
    cue: { text: cue.text, lemma: cue.lemma, spans: [...cue.spans] },
    content: { text: content.text, spans: [...content.spans] },
    sentence,
    speech: claim.speech,
    stance: claim.stance,
    hedge: claim.hedge,
    medium: claim.medium,
    inside: claim.inside,
    confidence: claim.confidence,
    because: claim.because,
  };
}

export function toChronicleItem({ article, claims, matchingClaims }: ChronicleEntry): WireChronicleItem {
  return { article: toArticleSummary(article), claims: claims.map(toClaim), matchingClaims };
}

export function toRevision(article: ArticleView, revision: RevisionView): WireRevision {
  const { facts } = revision;
  return {
    article: toArticleSummary(article),
    revisionId: revision.id,
    text: revision.text,
    textHash: revision.textHash,
    blocks: revision.blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    headline: facts.headline,
    standfirst: facts.standfirst,
    byline: [...facts.byline],
    published: facts.published,
    updated: facts.updated,
    dateline: facts.dateline,
    section: facts.section,
    language: facts.language,
    languageConfidence: facts.languageConfidence,
    machineTranslated: facts.machineTranslated,
    notices: [...facts.notices],
    images: [...facts.images],
    claims: revision.claimList.map(toClaim),
    capture: toCapture(revision.capture),
    engine: revision.engine,
    revisions: article.revisionList.map(toRevisionSummary),
  };
}

function toRevisionSummary(revision: RevisionSummary): WireRevisionSummary {
  return {
    id: revision.id,
    number: revision.number,
    published: revision.published,
    updated: revision.updated,
    retrieved: revision.firstRetrieved,
    textHash: revision.textHash,
    claims: revision.claims,
    current: revision.current,
  };
}

function toCapture({ hash, ...facts }: CaptureFacts): WireCapture {
  return { ...facts, headers: { ...facts.headers }, bytesHash: hash };
}

export function toSource({
  location,
  origin,
  articles,
  claims,
  firstSeen,
  lastSeen,
}: SourceView): WireSource {
  return { location, kind: origin, articles, claims, firstSeen, lastSeen };
}

/** Takes the fields one by one, since the engine gives more than goes over the wire. */
export function toSentenceTree({ start, end, tokens }: AnalyzedSentence): WireSentenceTree {
  return {
    start,
    end,
    tokens: tokens.map((token) => ({
      i: token.i,
      start: token.start,
      end: token.end,
      text: token.text,
      lemma: token.lemma,
      upos: token.upos,
      xpos: token.xpos,
      head: token.head,
      deprel: token.deprel,
      ner: token.ner,
    })),
  };
}
