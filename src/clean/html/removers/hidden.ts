/** Removes what the page itself hides from view. */

import { walk } from '../prose.ts';
import { isArticleWrapper } from './remover.ts';
import type { Guard, Remover } from './remover.ts';
import type { PageElement } from '../dom.ts';

/** Long hidden parts exist: articles that a script unfolds. They are kept when they are most of the page. */
const GUARD: Guard = { maxChars: 1_500, maxLongTexts: 2, maxShare: 0.3 };

export const removeHidden: Remover = {
  name: 'hidden',
  remove: (page) => {
    walk(page.body, (element) => {
      if (!isHidden(element) || isArticleWrapper(element, GUARD, page)) return true;
      element.remove();
      return false;
    });
  },
};

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  const classes = element.getAttribute('class');
  // `hidden md:block` hides on small screens only.
  return (
    classes !== null &&
    /(?:^|\s)(?:hidden|d-none|hide|invisible)(?=\s|$)/.test(classes) &&
    !/:|-(?:sm|md|lg|xl)-/.test(classes)
  );
}
