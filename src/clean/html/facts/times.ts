/** When the article was published and updated: linked data, then meta tags, then `time` elements, then print. */

import { bylineEvidence } from '../../byline.ts';
import { printedTimes } from '../../printed-time.ts';
import { stampsOf, stampsWithin } from '../../stamp.ts';
import type { Stamp } from '../../stamp.ts';
import { lineOf } from '../dom.ts';
import type { PageDocument, PageElement } from '../dom.ts';
import { clutterKind } from '../clutter-classes.ts';
import { lineage } from '../dom.ts';
import { textField } from '../page-claims.ts';
import type { PageClaims } from '../page-claims.ts';
import type { RawBlock } from '../read-blocks.ts';
import { isoOf, precisionOf } from './stated-time.ts';

export interface ArticleTimes {
  readonly published: string | null;
  readonly updated: string | null;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'article.published',
  'published_time_telegram',
  'rnews:datepublished',
  'article:published',
  'publication_date',
  'publish-date',
  'publishdate',
  'publish_date',
  'pubdate',
  'published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'dc.date',
  'dc.date.created',
  'citation_date',
  'article_date_original',
  'article:post_date',
  'og:pubdate',
  'date',
  'og:regdate',
  'originalpublicationdate',
  'article_date',
  'displaydate',
  'datecreated',
  'vr:published_time',
  'mediator_published_time',
  'iso-8601-publish-date',
  'shareaholic:article_published_time',
  'ptime',
  'dable:published_time',
  'analytics-pub-date',
] as const;

const UPDATED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'article.updated',
  'last-modified',
  'lastmod',
  'lastmodified',
  'dcterms.modified',
  'dc.date.modified',
  'revision_date',
  'date_modified',
  'article:updated_time',
  'article:updated',
  'shareaholic:article_modified_time',
  'iso-8601-modified-date',
  'utime',
] as const;

/** `headBlocks` are the page's blocks from the headline to some way into the text, where times are printed. */
export function readTimes(
  document: PageDocument,
  claims: PageClaims,
  headBlocks: readonly RawBlock[],
): ArticleTimes {
  const printed = readPrinted(headBlocks);
  const published = mostPrecise([
    statedIn(claims, 'datePublished'),
    ...PUBLISHED_META.flatMap((name) => (claims.meta.get(name) ?? []).slice(0, 1)).map(isoOf),
    elementTime(
      document,
      '[itemprop~="datePublished"],[property="datePublished"],time[pubdate],abbr.published,.dt-published',
    ),
    statedIn(claims, 'dateCreated'),
    timeElement(document),
    statedIn(claims, 'uploadDate'),
    printed.published,
  ]);
  const updated = mostPrecise([
    statedIn(claims, 'dateModified'),
    ...UPDATED_META.flatMap((name) => (claims.meta.get(name) ?? []).slice(0, 1)).map(isoOf),
    elementTime(document, '[itemprop~="dateModified"],time.updated'),
    printed.updated,
  ]);
  return { published, updated: updated !== null && sameMoment(updated, published) ? null : updated };
}

function statedIn({ article }: PageClaims, field: string): string | null {
  const value = textField(article, field);
  return value === null ? null : isoOf(value);
}

/** The first time stated; a later one of the same day or minute may say it more precisely. */
function mostPrecise(times: readonly (string | null)[]): string | null {
  let best: string | null = null;
  for (const time of times) {
    if (time === null) continue;
    if (best === null) best = time;
    else if (precisionOf(time) > precisionOf(best) && refines(time, best)) best = time;
  }
  return best;
}

/** Whether `finer` says the same as `coarser` and more: the same day for a day, the same clock for a time. */
function refines(finer: string, coarser: string): boolean {
  const length = precisionOf(coarser) === 1 ? 10 : 16;
  return finer.slice(0, length) === coarser.slice(0, length);
}

function sameMoment(a: string, b: string | null): boolean {
  if (b === null) return false;
  return a === b || (precisionOf(a) < 3 && b.startsWith(a.slice(0, 16)));
}

function elementTime(document: PageDocument, selector: string): string | null {
  for (const element of [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS)) {
    const time = valueOf(element);
    if (time !== null) return time;
  }
  return null;
}

const MAX_ELEMENTS = 20;

function valueOf(element: PageElement): string | null {
  for (const attribute of [
    'datetime',
    'content',
    'title',
    'data-datetime',
    'data-date',
    'data-time',
    'data-timestamp',
  ]) {
    const value = element.getAttribute(attribute);
    const time = value === null ? null : isoOf(value);
    if (time !== null) return time;
  }
  return isoOf(lineOf(element));
}

/** The first `time` element that is not part of a list of other articles. */
function timeElement(document: PageDocument): string | null {
  for (const element of [...document.querySelectorAll('time[datetime],time')].slice(0, MAX_ELEMENTS)) {
    if (isElsewhere(element)) continue;
    const time = valueOf(element);
    if (time !== null) return time;
  }
  return null;
}

function isElsewhere(element: PageElement): boolean {
  for (const ancestor of lineage(element, 8)) {
    const name = ancestor.localName;
    if (name === 'aside' || name === 'nav' || name === 'footer' || name === 'a' || name === 'li') return true;
    const kind = clutterKind(ancestor);
    if (kind === 'related' || kind === 'navigation' || kind === 'comments' || kind === 'promotion')
      return true;
  }
  return false;
}

/** Longer lines are prose. */
const MAX_TIME_LINE_CHARS = 160;

/** A line that is nothing but stamps is believed as it is; in any other, a date counts when it is labelled. */
function readPrinted(blocks: readonly RawBlock[]): ArticleTimes {
  let published: string | null = null;
  let updated: string | null = null;
  for (const { text } of blocks) {
    if (text.length > MAX_TIME_LINE_CHARS) continue;
    const stamps = stampsOf(text);
    for (const { kind, iso } of stamps.length > 0 ? stamps : labelledStamps(text)) {
      if (kind === 'updated') updated ??= iso;
      else published ??= iso;
    }
  }
  return { published, updated };
}

function labelledStamps(text: string): readonly Stamp[] {
  const stamps = stampsWithin(text);
  const [time] = printedTimes(text);
  const timeChars = time === undefined ? 0 : time.end - time.start;
  if (timeChars > text.length * MIN_TIME_SHARE || bylineEvidence(text) === 'sure') return stamps;
  return stamps.filter(({ kind }) => kind !== null);
}

/** A time without a label takes up this share of its line, or else the line is about something that happened then. */
const MIN_TIME_SHARE = 0.3;
