/** Nesting: which claim lies in the content of which other one. */

import type { Draft } from './draft.ts';
import type { Words } from './reading.ts';

/**
 * For each draft the index of the one whose content holds its cue, innermost first, else null.
 *
 * Drafts must be in order of their cues. Looks only at drafts near enough in that order, since
 * contents hold few cues; a chain never closes on itself.
 */
export function nestingOf(drafts: readonly Draft[]): (number | null)[] {
  const inside: (number | null)[] = drafts.map(() => null);
  for (const [i, inner] of drafts.entries()) {
    let smallest = Infinity;
    for (let j = Math.max(0, i - REACH_DRAFTS); j < Math.min(drafts.length, i + REACH_DRAFTS); j += 1) {
      const outer = drafts[j];
      if (outer === undefined || i === j) continue;
      const size = holderSize(outer, inner);
      if (size === null || size >= smallest || (holderSize(inner, outer) !== null && i < j)) continue;
      if (reaches(inside, j, i)) continue;
      smallest = size;
      inside[i] = j;
    }
  }
  return inside;
}

/** How many neighbours in cue order are looked at on either side. */
const REACH_DRAFTS = 40;

/** The length of the outer content that holds the inner cue; null where none does. */
function holderSize({ content }: Draft, { cue }: Draft): number | null {
  const holder = content.find((words) => holds(words, cue));
  return holder === undefined ? null : content.reduce((sum, { from, to }) => sum + to - from, 0);
}

function holds(outer: Words, inner: Words): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether following `inside` from `from` leads to `to`. */
function reaches(inside: readonly (number | null)[], from: number, to: number): boolean {
  let at: number | null = from;
  for (let steps = 0; at !== null && steps <= inside.length; steps += 1) {
    if (at === to) return true;
    at = inside[at] ?? null;
  }
  return false;
}
