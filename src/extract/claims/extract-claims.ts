/** Claims: who is said to have said what, by rules over the words of each sentence. */

import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import type { Stage } from '../../pipeline/stage.ts';
import { withContinuations } from './continue-quotations.ts';
import type { Draft } from './draft.ts';
import { nestingOf } from './nesting.ts';
import { nounClaims } from './noun-claims.ts';
import { hedgeOf, mediumFor, sourceKindOf, speechOf, stanceOf } from './qualities.ts';
import type { Reading, Words } from './reading.ts';
import { firstAtOrAfter, readingOf } from './reading.ts';
import { ruleClaims } from './rule-claims.ts';
import { verbClaims } from './verb-claims.ts';

/** Adds the claims of a document, by where their cues stand. */
export const extractClaims: Stage<'tokens' | 'sentences' | 'quotations', 'claims'> = {
  name: 'extract-claims',
  needs: ['tokens', 'sentences', 'quotations'],
  adds: ['claims'],
  run: (document) => ({ claims: claimsOf(document) }),
};

interface Found {
  readonly draft: Draft;
  readonly sentence: Words;
}

function claimsOf(document: Document<'tokens' | 'sentences' | 'quotations'>): Claim[] {
  const reading = readingOf(document);
  const found: Found[] = [];
  for (const sentence of windowsOf(reading)) {
    for (const draft of draftsOf(reading, sentence)) found.push({ draft, sentence });
  }
  // Where two cues begin together the longer one is outside.
  found.sort((a, b) => a.draft.cue.from - b.draft.cue.from || b.draft.cue.to - a.draft.cue.to);
  const drafts = withContinuations(
    reading,
    found.map(({ draft }) => draft),
  );
  const inside = nestingOf(drafts);
  return drafts.map((draft, i) =>
    claimOf(reading, draft, found[i]?.sentence ?? draft.cue, inside[i] ?? null),
  );
}

/** Sentences longer than this many tokens are tables or runs of text without stops; they are read in pieces. */
const LONGEST_WINDOW_TOKENS = 400;

function windowsOf({ sentences }: Reading): Words[] {
  const windows: Words[] = [];
  for (const { firstToken, endToken } of sentences) {
    for (let from = firstToken; from < endToken; from += LONGEST_WINDOW_TOKENS) {
      windows.push({ from, to: Math.min(endToken, from + LONGEST_WINDOW_TOKENS) });
    }
  }
  return windows;
}

function draftsOf(reading: Reading, sentence: Words): Draft[] {
  const block = reading.blocks[firstAtOrAfter(reading.blocks, sentence.from + 1) - 1] ?? sentence;
  return [
    ...ruleClaims(reading, sentence, block),
    ...verbClaims(reading, sentence),
    ...nounClaims(reading, sentence),
  ];
}

function claimOf(reading: Reading, draft: Draft, sentence: Words, inside: number | null): Claim {
  return {
    source: {
      spans: draft.source === null ? [] : [spanOf(reading, draft.source)],
      kind: sourceKindOf(reading, draft.source),
    },
    cue: { spans: [spanOf(reading, draft.cue)], lemma: draft.lemma },
    content: { spans: draft.content.map((words) => spanOf(reading, words)) },
    speech: speechOf(reading, draft.content),
    stance: stanceOf(reading, draft),
    hedge: hedgeOf(reading, draft),
    medium: mediumFor(reading, draft, sentence),
    inside,
    confidence: draft.confidence,
    because: draft.because,
  };
}

function spanOf({ tokens }: Reading, { from, to }: Words): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: Math.max(start, tokens[to - 1]?.end ?? start) };
}
