/** Reads units into blocks and facts: the passes in order, then what they found as spans. */

import type { Block } from '../../document/block.ts';
import type { Cleaned } from '../cleaned.ts';
import { blocksOf } from './blocks.ts';
import { readBody } from './body.ts';
import { readCaptions } from './captions.ts';
import { factsOf } from './facts.ts';
import { readHead } from './head.ts';
import { lookOf } from './look.ts';
import { withFindings } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { readSigns } from './signs.ts';
import type { Unit } from './units.ts';

/** What the units of a text are and what they say about their article. */
export interface ReadUnits {
  readonly blocks: readonly Block[];
  readonly facts: Cleaned['facts'];
}

export function readUnits(text: string, units: readonly Unit[]): ReadUnits {
  const blank: Sheet = {
    text,
    units,
    looks: units.map(({ start, end }) => lookOf(text, start, end)),
    kinds: units.map(() => null),
  };
  const signed = withFindings(blank, readSigns(blank));
  const captioned = withFindings(signed, readCaptions(signed));
  const head = readHead(captioned);
  const headed = withFindings(captioned, head.found);
  const sheet = withFindings(headed, readBody(headed, 0));
  const blocks = blocksOf(sheet);
  return {
    blocks,
    facts: factsOf(text, blocks, head.section === null ? null : (units[head.section] ?? null)),
  };
}
