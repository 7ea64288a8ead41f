/** The sheet that the passes over a text fill in: every unit, its look, and the kind found so far. */

import type { BlockKind } from '../../document/block.ts';
import type { Look } from './look.ts';
import type { Unit } from './units.ts';

/** What is known of a text's units between two passes. Lists run side by side. */
export interface Sheet {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly looks: readonly Look[];
  /** The kind of each unit, null where no pass has told it yet. */
  readonly kinds: readonly (BlockKind | null)[];
}

/** What one pass found: kinds by unit index. */
export type Findings = ReadonlyMap<number, BlockKind>;

/** The sheet with what a pass found. */
export function withFindings(sheet: Sheet, found: Findings): Sheet {
  return { ...sheet, kinds: sheet.kinds.map((kind, i) => found.get(i) ?? kind) };
}

/** The text of a unit, or its beginning when it is long. */
export function unitText({ looks }: Sheet, index: number): string {
  return looks[index]?.text ?? '';
}

/** Whether no pass has told what a unit is. */
export function isOpen({ kinds }: Sheet, index: number): boolean {
  return kinds[index] === null;
}

/** Whether a unit that is still open reads as prose. */
export function isOpenProse(sheet: Sheet, index: number): boolean {
  return isOpen(sheet, index) && sheet.looks[index]?.isProse === true;
}

/** Index of the first unit from `from` on that passes, or -1. */
export function firstIndex(sheet: Sheet, from: number, passes: (index: number) => boolean): number {
  for (let i = from; i < sheet.units.length; i += 1) if (passes(i)) return i;
  return -1;
}
