/** Claims: who is said to have said what, by rules over the words of each sentence. */

import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import type { Stage } from '../../pipeline/stage.ts';
import type { Draft } from './draft.ts';
import type { Reading, Words } from './reading.ts';
import { readingOf } from './reading.ts';
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
    drafts.push(...verbClaims(reading, { from: sentence.firstToken, to: sentence.endToken }));
  }
  return drafts.map((draft) => claimOf(reading, draft));
}
function claimOf(reading: Reading, draft: Draft): Claim {
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
    inside: null,
    confidence: draft.confidence,
    because: draft.because,
  };
}
function spanOf({ tokens }: Reading, { from, to }: Words): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
