/** Claims: who is said to have said what, by rules over the words of each sentence. */

import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import type { Stage } from '../../pipeline/stage.ts';
import { withContinuations } from './continue-quotations.ts';
import type { Draft } from './draft.ts';
import type { Reading, Words } from './reading.ts';
import { firstAtOrAfter, readingOf } from './reading.ts';
import { nestingOf } from './nesting.ts';
import { nounClaims } from './noun-claims.ts';
import { ruleClaims } from './rule-claims.ts';
import { verbClaims } from './verb-claims.ts';

/** Adds the claims of a document, by where their cues stand. */
export const extractClaims: Stage<'tokens' | 'sentences' | 'quotations', 'claims'> = {
  name: 'extract-claims',
  needs: ['tokens', 'sentences', 'quotations'],
  adds: ['claims'],
  run: (document) => ({ claims: claimsOf(document) }),
};

function claimsOf(document: Document<'tokens' | 'sentences' | 'quotations'>): Claim[] {
  const reading = readingOf(document);
  const drafts: Draft[] = [];
  for (const sentence of reading.sentences) {
    const window = { from: sentence.firstToken, to: sentence.endToken };
    const block = reading.blocks[firstAtOrAfter(reading.blocks, window.from + 1) - 1] ?? window;
    drafts.push(...ruleClaims(reading, window, block), ...verbClaims(reading, window), ...nounClaims(reading, window));
  }
  const ordered = drafts.sort((a, b) => a.cue.from - b.cue.from || b.cue.to - a.cue.to);
  const full = withContinuations(reading, ordered);
  const inside = nestingOf(full);
  return full.map((draft, i) => claimOf(reading, draft, inside[i] ?? null));
}

function claimOf(reading: Reading, draft: Draft, inside: number | null): Claim {
  return {
    source: {
      spans: draft.source === null ? [] : [spanOf(reading, draft.source)],
      kind: draft.source === null ? 'none' : 'named',
    },
    cue: { spans: [spanOf(reading, draft.cue)], lemma: draft.lemma },
    content: { spans: draft.content.map((words) => spanOf(reading, words)) },
    speech: 'indirect',
    stance: draft.stance,
    hedge: null,
    medium: null,
    inside,
    confidence: draft.confidence,
    because: draft.because,
  };
}
function spanOf({ tokens }: Reading, { from, to }: Words): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
