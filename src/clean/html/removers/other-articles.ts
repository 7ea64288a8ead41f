/** On a page that shows several articles (an endless page, a list below the article), keeps the page's own. */

import { lineOf } from '../dom.ts';
import type { PageElement } from '../dom.ts';
import { likeness } from '../likeness.ts';
import { proseIn } from '../prose.ts';
import type { CleaningPage, Remover } from './remover.ts';

/** A heading this like the page's headline is the headline. */
const SAME_HEADLINE = 0.75;

/** Beyond this many article elements a page is a list, and reading each one's heading gets slow. */
const MAX_ARTICLES = 200;

export const removeOtherArticles: Remover = {
  name: 'other-articles',
  remove: (page) => {
    const articles = [
      ...page.body.querySelectorAll('article,[itemtype$="Article"],[class*="article-container" i]'),
    ].slice(0, MAX_ARTICLES);
    if (articles.length < 2 || page.headline === null) return;
    const own = ownArticle(articles, page.headline, page);
    if (own === null) return;
    for (const article of articles) {
      if (article !== own && !related(article, own) && headingOf(article) !== null) article.remove();
    }
  },
};

/** The article with the page's headline and the most prose; it must hold a fair part of the page's. */
function ownArticle(
  articles: readonly PageElement[],
  headline: string,
  page: CleaningPage,
): PageElement | null {
  let own: PageElement | null = null;
  let most = page.proseChars / 10;
  for (const article of articles) {
    const heading = headingOf(article);
    if (heading === null || likeness(heading, headline) < SAME_HEADLINE) continue;
    const { chars } = proseIn(article);
    if (chars > most) [own, most] = [article, chars];
  }
  return own;
}

function headingOf(article: PageElement): string | null {
  const heading = article.querySelector('h1') ?? article.querySelector('h2,h3');
  return heading === null ? null : lineOf(heading);
}

/** Whether one stands inside the other. */
function related(a: PageElement, b: PageElement): boolean {
  return inside(a, b) || inside(b, a);
}

function inside(inner: PageElement, outer: PageElement): boolean {
  for (let parent = inner.parentNode; parent !== null; parent = parent.parentNode)
    if (parent === outer) return true;
  return false;
}
