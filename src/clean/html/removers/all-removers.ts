/** The removers in the order in which they run. */

import { removeConsentText } from './consent-text.ts';
import { removeFigures } from './figures.ts';
import { removeHidden } from './hidden.ts';
import { removeMachinery } from './machinery.ts';
import { removeNamedClutter } from './named-clutter.ts';
import { removeOtherArticles } from './other-articles.ts';
import { removePageFrame } from './page-frame.ts';
import type { Remover } from './remover.ts';

/** What is no part of any article. Bylines, captions and times are still there afterwards, for the facts. */
export const FRAME_REMOVERS: readonly Remover[] = [
  removeMachinery,
  removeHidden,
  removeConsentText,
  removeOtherArticles,
  removePageFrame,
];

/** What stands in and around an article without being its text. */
export const CLUTTER_REMOVERS: readonly Remover[] = [removeFigures, removeNamedClutter];

/** What runs when both lists left no article: only what is certain. */
export const CAREFUL_REMOVERS: readonly Remover[] = [removeMachinery, removeConsentText, removeOtherArticles];
