/** Removes pictures with their captions, which are read as images before; a figure around prose keeps its prose. */

import { walk } from '../prose.ts';
import { isArticleWrapper } from './remover.ts';
import type { Guard, Remover } from './remover.ts';

const GUARD: Guard = { maxChars: 2_000, maxLongTexts: 3, maxShare: 0.1 };

export const removeFigures: Remover = {
  name: 'figures',
  remove: (page) => {
    walk(page.body, (element) => {
      const figure =
        element.localName === 'figure' ||
        element.localName === 'figcaption' ||
        element.getAttribute('itemprop') === 'caption';
      if (!figure || isArticleWrapper(element, GUARD, page)) return true;
      // Some sites mark quotations up as figures.
      if (element.querySelector('blockquote') !== null && element.querySelector('img') === null) return true;
      element.remove();
      return false;
    });
  },
};
