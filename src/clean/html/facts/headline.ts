/** The headline: what the page prints over the article, checked against what it says for machines. */

import { lineOf } from '../dom.ts';
import type { PageDocument } from '../dom.ts';
import { keyOf, likeness, wordCount } from '../likeness.ts';
import { metaContent, textField } from '../page-claims.ts';
import type { PageClaims } from '../page-claims.ts';

/** A heading at least this like a stated headline is that headline as printed. */
const SAME_HEADLINE = 0.6;
const MAX_HEADLINE_CHARS = 400;

/** Where a headline may be printed, most usual first. */
const PRINTED =
  'h1,[itemprop~="headline"],[class*="headline" i] h2,h2[class*="title" i],h2[class*="headline" i],[class*="entry-title" i],[class*="article-title" i]';

export function readHeadline(document: PageDocument, claims: PageClaims): string | null {
  const stated = statedHeadlines(claims);
  const printed = [...document.querySelectorAll(PRINTED)]
    .slice(0, MAX_HEADINGS)
    .map((element) => ({ text: lineOf(element), top: element.localName === 'h1' }))
    .filter(({ text }) => keyOf(text).length >= 3 && text.length <= MAX_HEADLINE_CHARS);
  const best = mostLike(
    printed.map(({ text }) => text),
    stated,
  );
  if (best !== null) return best;
  const tops = printed.filter(({ top }) => top);
  if (
    stated.length === 0 ||
    (tops.length === 1 && !isSiteName(tops[0]?.text ?? '', claims) && wordCount(tops[0]?.text ?? '') >= 4)
  ) {
    return tops[0]?.text ?? stated[0] ?? null;
  }
  return stated[0] ?? null;
}

/** A page with more headings of these kinds is a list. */
const MAX_HEADINGS = 60;

/** The printed line most like any stated headline; the stated one where the printed carries a label before or after it. */
function mostLike(printed: readonly string[], stated: readonly string[]): string | null {
  let best: string | null = null;
  let bestScore = SAME_HEADLINE;
  for (const line of printed) {
    for (const headline of stated) {
      const score = likeness(line, headline);
      if (score > bestScore) [best, bestScore] = [withoutLabel(line, headline), score];
    }
  }
  return best;
}

/** "Exclusive: Orchards reopen" printed in one element for the stated "Orchards reopen". */
function withoutLabel(printed: string, stated: string): string {
  const extra = printed.length - stated.length;
  return extra > 0 && extra <= MAX_LABEL_CHARS && (printed.endsWith(stated) || printed.startsWith(stated))
    ? stated
    : printed;
}

const MAX_LABEL_CHARS = 24;

/** Headlines that the page states, most reliable first, without the site's name. */
function statedHeadlines(claims: PageClaims): string[] {
  const lines = [
    textField(claims.article, 'headline'),
    metaContent(claims, 'og:title'),
    metaContent(claims, 'twitter:title'),
    textField(claims.article, 'name'),
    claims.title === '' ? null : claims.title,
  ];
  const headlines: string[] = [];
  for (const line of lines) {
    const headline = line === null ? '' : withoutSiteName(line, claims);
    if (keyOf(headline).length >= 3 && !isSiteName(headline, claims) && !headlines.includes(headline))
      headlines.push(headline);
  }
  return headlines;
}

/** Cuts "… | The Daily Orchard" when the last part names the site. */
export function withoutSiteName(title: string, claims: PageClaims): string {
  const match = /^(.*\S)\s*(?:[|•·»_]|\s[-–—:]\s)\s*([^|•·»_]{2,60})$/u.exec(title);
  if (match === null) return title;
  const [, head = '', tail = ''] = match;
  const bar = title.slice(head.length).trim().startsWith('|');
  if (isSiteName(tail, claims) || (bar && wordCount(tail) <= 4 && wordCount(head) >= 4))
    return withoutSiteName(head, claims);
  return title;
}

function isSiteName(text: string, claims: PageClaims): boolean {
  const key = keyOf(text).replaceAll(' ', '');
  if (key === '') return false;
  const names = [
    metaContent(claims, 'og:site_name'),
    metaContent(claims, 'application-name'),
    hostOf(claims.canonical),
  ];
  return names.some((name) => name !== null && sameName(keyOf(name).replaceAll(' ', ''), key));
}

function sameName(site: string, key: string): boolean {
  return (
    site !== '' &&
    (site === key ||
      (key.length >= 4 &&
        site.length >= 4 &&
        (site.includes(key) || key.includes(site)) &&
        key.length < site.length * 3))
  );
}

function hostOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:.]+)/i.exec(url ?? '')?.[1] ?? null;
}
