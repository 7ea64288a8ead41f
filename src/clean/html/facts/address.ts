/** Where the article is published: canonical address, publisher, section. */

import type { PageDocument } from '../dom.ts';
import { lineOf } from '../dom.ts';
import { fieldValues, metaContent, namesOf, textField } from '../page-claims.ts';
import type { PageClaims } from '../page-claims.ts';

export interface Origin {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
}

export function readOrigin(document: PageDocument, claims: PageClaims, pageUrl: string | null): Origin {
  return {
    url: canonicalUrl(claims, pageUrl),
    publisher: publisherOf(claims),
    section: sectionOf(document, claims),
  };
}

/** An address made absolute and without fragment; null when it is none of the web's. */
export function resolvedUrl(address: string, base: string | null): string | null {
  const url = URL.parse?.(address, base ?? undefined) ?? parsedUrl(address, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}

function parsedUrl(address: string, base: string | null): URL | null {
  return URL.canParse(address, base ?? undefined) ? new URL(address, base ?? undefined) : null;
}

/**
 * The page's own address for itself. A canonical link to a site's front page is a mistake of the
 * template, and then the address that the page came from is better.
 */
function canonicalUrl(claims: PageClaims, pageUrl: string | null): string | null {
  const stated = [claims.canonical, metaContent(claims, 'og:url'), linkedUrl(claims)];
  for (const address of stated) {
    const url = address === null ? null : resolvedUrl(address, pageUrl);
    if (url !== null && (new URL(url).pathname !== '/' || new URL(url).search !== '' || pageUrl === null))
      return url;
  }
  return pageUrl === null ? null : resolvedUrl(pageUrl, null);
}

function linkedUrl(claims: PageClaims): string | null {
  return textField(claims.article, 'url') ?? textField(claims.article, 'mainEntityOfPage');
}

function publisherOf(claims: PageClaims): string | null {
  const linked = fieldValues(claims, 'publisher').flatMap(namesOf)[0];
  return (
    metaContent(claims, 'og:site_name') ??
    linked ??
    metaContent(claims, 'publisher', 'application-name', 'dc.publisher', 'copyright')
  );
}

function sectionOf(document: PageDocument, claims: PageClaims): string | null {
  const stated =
    metaContent(claims, 'article:section', 'section', 'cxenseparse:section', 'parsely-section') ??
    textField(claims.article, 'articleSection');
  if (stated !== null && !/^https?:/.test(stated)) return stated;
  const element = document.querySelector('[itemprop="articleSection"]');
  return (element?.getAttribute('content') ?? lineOf(element)) || null;
}
