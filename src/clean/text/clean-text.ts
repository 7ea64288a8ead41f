/** Cleans plain text: says what its parts are and leaves every character where it is. */

import type { Cleaned } from '../cleaned.ts';
import { readUnits } from './read-units.ts';
import { unitsOf } from './units.ts';

/**
 * The parts and facts of a plain text. `text` is the input, unchanged, so that offsets are those of the
 * user's own file. Null when the input holds no visible character.
 */
export function cleanText(text: string): Cleaned | null {
  const units = unitsOf(text);
  if (units.length === 0) return null;
  return { text, ...readUnits(text, units), statedLanguage: null };
}
