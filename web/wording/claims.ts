/** Claims in words: who, with what stance, how it was said. Attribution stands first, everywhere. */

import type { WireArticleSummary, WireClaim, WireSource } from '../../src/serve/wire.ts';

export type Stance = WireClaim['stance'];
export type Speech = WireClaim['speech'];
export type SourceKind = WireClaim['source']['kind'];
export type Medium = NonNullable<WireClaim['medium']>;

/** The word that stands after the speaker. "asserts" is the plain case and is left unsaid. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  alleges: 'alleges',
  predicts: 'predicts',
  orders: 'orders',
  asks: 'asks',
  promises: 'promises',
  threatens: 'threatens',
  admits: 'admits',
  declines: 'declines to say',
};

export const SPEECH_WORDS: Readonly<Record<Speech, string>> = {
  direct: 'quoted',
  indirect: 'paraphrased',
  mixed: 'partly quoted',
};

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  named: 'named',
  unnamed: 'unnamed',
  document: 'document',
  pronoun: 'pronoun',
  none: 'nobody stated',
};

export const MEDIUM_WORDS: Readonly<Record<Medium, string>> = {
  statement: 'in a statement',
  interview: 'in an interview',
  post: 'in a post',
  broadcast: 'in a broadcast',
  court: 'in court',
  briefing: 'at a briefing',
  document: 'in a document',
};

export const INPUT_KIND_WORDS: Readonly<Record<WireSource['kind'], string>> = {
  feed: 'feed',
  url: 'web page',
  folder: 'folder',
  file: 'file',
  jsonl: 'JSON lines',
  stdin: 'standard input',
  sample: 'sample case',
};

/** The speaker as the text prints it, or words that say that there is none. */
export function speakerOf({ source }: Pick<WireClaim, 'source'>): string {
  return source.text === null ? 'Speaker not stated' : trimmedName(source.text);
}

/** A name without the comma that may close it: "Odile Marchetti, the harbour master,". */
export function trimmedName(name: string): string {
  return name.replace(/[\s,;:،؛]+$/, '');
}

/** What a reader must know of the speaker beside the name; null for one who is named. */
export function speakerNote({ source }: Pick<WireClaim, 'source'>): string | null {
  if (source.kind === 'named' || source.kind === 'none') return null;
  return source.kind === 'pronoun' ? 'pronoun, as printed' : SOURCE_KIND_WORDS[source.kind];
}

/** The stance to print: null for a plain assertion. */
export function stanceOf({ stance }: Pick<WireClaim, 'stance'>): string | null {
  return stance === 'asserts' ? null : STANCE_WORDS[stance];
}

/** How it was said, in a few words: "partly quoted, in a statement". */
export function mannerOf({ speech, medium }: Pick<WireClaim, 'speech' | 'medium'>): string {
  return medium === null ? SPEECH_WORDS[speech] : `${SPEECH_WORDS[speech]}, ${MEDIUM_WORDS[medium]}`;
}

/** Who published an article: the outlet, else the host of its address, else where it was found. */
export function outletOf(article: Pick<WireArticleSummary, 'publisher' | 'url' | 'sources'>): string {
  return article.publisher ?? hostOf(article.url) ?? article.sources[0] ?? 'Outlet not stated';
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { host } = new URL(url);
  return host === '' ? null : host.replace(/^www\./, '');
}

/** The address when a browser may follow it, else null: an article may name any scheme. */
export function safeAddress(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** Where an article can be found: its address, else the place that it came from. */
export function placeOf({ url, sources }: Pick<WireArticleSummary, 'url' | 'sources'>): string {
  return url ?? sources.join(', ');
}

/** The time that an article is listed by, as the page states it and not as the list sorts it. */
export function statedTime(article: Pick<WireArticleSummary, 'time' | 'published' | 'updated'>): string {
  const { value, basis } = article.time;
  return basis === 'retrieved' ? value : (article[basis] ?? value);
}

/** What an article's time is: "published", "updated", or "fetched" where the page states none. */
export function basisOf({ time }: Pick<WireArticleSummary, 'time'>): string {
  return time.basis === 'retrieved' ? 'fetched' : time.basis;
}

/** "1 claim", "2,400 claims". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${inDigits(count)} ${count === 1 ? singular : plural}`;
}

/** A whole number with separators: "2,400". */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
