/** Documents for tests: a text as paragraphs, through the stages that come before the one under test. */

import type { ArticleFacts } from '../../src/document/article.ts';
import type { Block } from '../../src/document/block.ts';
import type { Document, LayerName } from '../../src/document/document.ts';
import type { Span } from '../../src/document/span.ts';
import { trimmed } from '../../src/document/span.ts';
import { runStages } from '../../src/pipeline/run-stages.ts';
import type { AnyStage } from '../../src/pipeline/stage.ts';
import { STAGES } from '../../src/stages.ts';

/** Facts of an article of which nothing is stated but that it is English. */
export const NO_FACTS: ArticleFacts = {
  url: null,
  publisher: null,
  headline: null,
  standfirst: null,
  byline: [],
  dateline: null,
  published: null,
  updated: null,
  section: null,
  language: 'en',
  languageConfidence: 1,
  machineTranslated: false,
  notices: [],
  images: [],
};

/** The text as paragraphs, parted by blank lines; no layer yet. */
export function plainDocument(text: string): Document {
  return { text, blocks: paragraphs(text), facts: NO_FACTS, layers: {} };
}

/** The document with the layers of every stage before `stage`; of all stages when none is named. */
export function annotated(text: string, stage?: AnyStage): Document<LayerName> {
  const end = stage === undefined ? STAGES.length : STAGES.indexOf(stage);
  if (end < 0) throw new Error(`${stage?.name ?? ''} is not in STAGES`);
  return runStages(plainDocument(text), STAGES.slice(0, end));
}

function paragraphs(text: string): Block[] {
  const blocks: Block[] = [];
  const add = ({ start, end }: Span): void => {
    const inner = trimmed(text, { start, end });
    if (inner.start < inner.end) blocks.push({ kind: 'paragraph', ...inner });
  };
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    add({ start, end: index });
    start = index + gap.length;
  }
  add({ start, end: text.length });
  return blocks;
}

/** Pieces of rough texts: marks of every style, scripts, things that are half a character. */
const ROUGH_PIECES = [
  'said',
  'He',
  'according to',
  'Ana Ruiz',
  '. ',
  ', ',
  '"',
  '“',
  '”',
  "''",
  "'",
  '’',
  '«',
  '\n\n',
  '\n',
  '\t',
  ' ',
  'the',
  'that',
  'U.S.',
  '3.5%',
  '…',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u200f',
  '\u200b',
  '👩‍👩‍👧',
  'שלום',
  'مرحبا',
  '部长说',
  'é',
  'e\u0301',
  ':',
  '(',
  ')',
  '-',
  'claims',
  'n’t',
];

/** Texts of no sense, the same on every run: `count` of them, each of up to 60 pieces. */
export function roughTexts(count: number): string[] {
  // A linear congruence (Numerical Recipes) is random enough to mix pieces, and needs no clock.
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(60) }, () => ROUGH_PIECES[next(ROUGH_PIECES.length)] ?? '').join(''),
  );
}

/** Attempts at measuring: other work on the machine can only make a run look slower, so the best one counts. */
const MOST_ATTEMPTS = 8;

/**
 * How many times as long `twice` takes as `once`: about 2 where time grows with the length,
 * 4 where it grows with its square. Measured again until it is below 3, or given up.
 */
export function doublingRatio(once: () => void, twice: () => void): number {
  let best = Infinity;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && best >= 3; attempt += 1) {
    const short = timeOf(once);
    best = Math.min(best, timeOf(twice) / Math.max(short, SHORTEST_TIME_MS));
  }
  return best;
}

/** Shorter times are the clock's noise. */
const SHORTEST_TIME_MS = 2;

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
