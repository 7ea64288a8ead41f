/** What the store answers with: plain values, ready to be turned into the wire, a page or a file. */

import type { Block } from '../document/block.ts';
import type { Medium, SourceKind, Speech, Stance } from '../document/claim.ts';
import type { ArticleRecord, EngineStamp, RecordedArticle } from '../document/record.ts';
import type { Span } from '../document/span.ts';

/** Where articles come from. `sample` is the bundled case. */
export const SOURCE_ORIGINS = ['feed', 'folder', 'file', 'url', 'stdin', 'jsonl', 'sample'] as const;
export type SourceOrigin = (typeof SOURCE_ORIGINS)[number];

/** Which of the article's times it is sorted by. */
export type TimeBasis = 'published' | 'updated' | 'retrieved';

export interface SourceView {
  /** The feed, folder, file or URL as it was given; also the value of the `source` filter. */
  readonly location: string;
  readonly origin: SourceOrigin;
  /** Sources of one group count once; null when nobody has said. */
  readonly independenceGroup: string | null;
  /** ISO 8601 instants of the first and the last capture through this source. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly articles: number;
  readonly claims: number;
}

/** An article as a row of a list, with the facts of its current revision. */
export interface ArticleSummary {
  readonly id: string;
  readonly revisionId: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly byline: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string;
  /** Locations of the sources that it came through. */
  readonly sources: readonly string[];
  /** What lists are ordered by: UTC with a `Z`, or a bare date where no time of day is known. */
  readonly sortTime: string;
  readonly timeBasis: TimeBasis;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** How many revisions the record holds of it, and how many claims its current one has. */
  readonly revisions: number;
  readonly claims: number;
}

/** A claim with the texts its spans quote. Offsets are UTF-16 code units in the text of `revisionId`. */
export interface ClaimView {
  /** `CL-…`, unique in the record. */
  readonly id: string;
  /** `c1`, its id in the record of its article. */
  readonly localId: string;
  readonly articleId: string;
  readonly revisionId: string;
  readonly source: {
    readonly text: string;
    readonly spans: readonly Span[];
    readonly kind: SourceKind;
    /** Id, in the record of the article, of whom it stands for. */
    readonly entity: string | null;
  };
  readonly cue: { readonly text: string; readonly spans: readonly Span[]; readonly lemma: string };
  readonly content: { readonly text: string; readonly spans: readonly Span[] };
  /** The sentence that holds the cue (or the content, where no word is the cue). */
  readonly sentence: { readonly text: string; readonly start: number; readonly end: number };
  readonly speech: Speech;
  readonly stance: Stance;
  readonly hedge: { readonly start: number; readonly end: number; readonly lemma: string } | null;
  readonly medium: Medium | null;
  /** `CL-…` of the claim in whose content this one lies. */
  readonly inside: string | null;
  readonly confidence: number;
  readonly because: string;
}

/** A claim as a row of a list, with what a reader must know of its article. */
export interface ListedClaim extends ClaimView {
  readonly article: Pick<
    ArticleSummary,
    'id' | 'url' | 'publisher' | 'headline' | 'published' | 'language' | 'sortTime' | 'timeBasis'
  >;
}

/** One article of the chronicle with the claims that match, in text order, at most as many as asked for. */
export interface ChronicleEntry {
  readonly article: ArticleSummary;
  readonly claims: readonly ClaimView[];
  readonly matchingClaims: number;
}

export interface SpeakerView {
  /** The name as one of the texts prints it. */
  readonly name: string;
  /** Value of the filter `speaker` that gives just these claims. */
  readonly filter: string;
  readonly claims: number;
  readonly articles: number;
}

export interface PublisherView {
  readonly name: string;
  readonly articles: number;
  readonly claims: number;
}

/** The facts of a capture, without its bytes. */
export interface CaptureFacts {
  readonly location: string;
  readonly retrieved: string;
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly charset: string;
  /** `sha256:…` of the bytes as they came. */
  readonly hash: string;
  readonly bytes: number;
}

export interface RevisionSummary {
  readonly id: string;
  readonly articleId: string;
  /** 1 for the first that the record took in, and so on. */
  readonly number: number;
  readonly textHash: string;
  readonly headline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  /** When this text was the article's, as far as known: its last retrieval, or the time that a saved page states. */
  readonly asOf: string;
  /** First and last time this very text was retrieved. */
  readonly firstRetrieved: string;
  readonly lastRetrieved: string;
  readonly current: boolean;
  readonly claims: number;
}

/** What a record says of a text beside its claims, as `annalist read` prints it. */
export type RevisionLayers = Pick<ArticleRecord, 'entities' | 'times' | 'places'>;

export interface RevisionView extends RevisionSummary {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly facts: Omit<RecordedArticle, 'id' | 'text' | 'textHash' | 'blocks'>;
  readonly capture: CaptureFacts;
  readonly engine: EngineStamp;
  readonly layers: RevisionLayers;
  readonly claimList: readonly ClaimView[];
}

export interface ArticleView extends ArticleSummary {
  /** Every URL it is known by. */
  readonly urls: readonly string[];
  readonly revision: RevisionView;
  /** All revisions, newest first. */
  readonly revisionList: readonly RevisionSummary[];
}

export interface CaptureView {
  readonly bytes: Uint8Array;
  /** As the server said; for what was not fetched, `text/html` or `text/plain` after the page's format. */
  readonly contentType: string;
  readonly hash: string;
}

export const CHANGE_KINDS = ['created', 'updated'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One row of the change sequence. */
export interface ChangeView {
  /** Only grows. */
  readonly number: number;
  /** When the record took it in, ISO 8601, UTC. */
  readonly at: string;
  readonly kind: ChangeKind;
  /** An article is created or gets another text; a revision is updated when a newer engine has read it again. */
  readonly what: 'article' | 'revision';
  readonly articleId: string;
  readonly revisionId: string;
}

export interface Counts {
  readonly sources: number;
  readonly articles: number;
  readonly revisions: number;
  /** Claims of current revisions. */
  readonly claims: number;
  /** Number of the newest change, 0 in an empty record. */
  readonly lastChange: number;
}

/** What a server gave to ask again with. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}
