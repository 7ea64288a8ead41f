/** Removes what stands around every page of a site: navigation, forms, buttons, header and footer by their roles. */

import { walk } from '../prose.ts';
import { isArticleWrapper } from './remover.ts';
import type { Guard, Remover } from './remover.ts';

const FRAME_ELEMENTS = new Set(['nav', 'button', 'menu']);
const FRAME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tooltip',
  'tablist',
  'complementary',
]);

/** Old sites wrap a whole page in one `form`; a page's header may hold the article's standfirst. */
const GUARD: Guard = { maxChars: 1_500, maxLongTexts: 2, maxShare: 0.1 };

export const removePageFrame: Remover = {
  name: 'page-frame',
  remove: (page) => {
    walk(page.body, (element) => {
      const role = element.getAttribute('role')?.toLowerCase() ?? '';
      const framing =
        FRAME_ELEMENTS.has(element.localName) || element.localName === 'form' || FRAME_ROLES.has(role);
      if (!framing || isArticleWrapper(element, GUARD, page)) return true;
      element.remove();
      return false;
    });
  },
};
