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
