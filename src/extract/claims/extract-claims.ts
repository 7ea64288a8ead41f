/** Claims: who is said to have said what, by rules over the words of each sentence. */

import type { Claim } from '../../document/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import { claimRules } from '../../lexicon/claim-rules.ts';
import type { Stage } from '../../pipeline/stage.ts';
import { withContinuations } from './continue-quotations.ts';
import type { Draft } from './draft.ts';
import { nestingOf } from './nesting.ts';
import { nounClaims } from './noun-claims.ts';
import { hedgeOf, mediumFor, sourceKindOf, speechOf, stanceOf } from './qualities.ts';
import type { Reading, Words } from './reading.ts';
import { firstAtOrAfter, normAt, readingOf } from './reading.ts';
import { ruleClaims, SURMISED_CONFIDENCE } from './rule-claims.ts';
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
  const told = withoutHeadings(reading, sorted(foundIn(reading, windowsOf(reading))));
  const drafts = withContinuations(
    reading,
    told.map(({ draft }) => draft),
  );
  const whole = told.map(({ sentence }, i) => ({ draft: drafts[i] ?? told[i]?.draft, sentence }));
  const outer = whole.filter((found): found is Found => found.draft !== undefined);
  const spoken = spokenIn(reading);
  const all = sorted([...outer, ...spoken]);
  return claimsFrom(reading, all, new Set(spoken));
}

/** The claims of all that was found; what is spoken inside a quotation counts only within another claim. */
function claimsFrom(reading: Reading, all: readonly Found[], spoken: ReadonlySet<Found>): Claim[] {
  const inside = nestingOf(all.map(({ draft }) => draft));
  const places = new Map<number, number>();
  for (const [i, found] of all.entries()) {
    const isNested = inside[i] !== null;
    // Within another claim a word like "reportedly" is that claim's hedge and no claim of its own.
    if (isNested ? !isHedgeRule(found.draft) : !spoken.has(found)) places.set(i, places.size);
  }
  const claims: Claim[] = [];
  for (const i of places.keys()) {
    const found = all[i];
    const outer = inside[i] ?? null;
    if (found === undefined) continue;
    claims.push(claimOf(reading, found, outer === null ? null : (places.get(outer) ?? null)));
  }
  return claims;
}

function isHedgeRule({ because }: Draft): boolean {
  return claimRules().some(({ form, name }) => form === 'adverb' && because === `claim-rules:${name}`);
}

/** In text order; where two cues begin together the longer one is outside. */
function sorted(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => a.draft.cue.from - b.draft.cue.from || b.draft.cue.to - a.draft.cue.to);
}

/** Drops labels of one word ("Gaza: …") unless that word is a source elsewhere in the text ("Ruiz: …", "Ruiz said"). */
function withoutHeadings(reading: Reading, found: readonly Found[]): Found[] {
  const speakers = new Set<string>();
  for (const { draft } of found) {
    if (draft.source === null || draft.confidence === SURMISED_CONFIDENCE) continue;
    for (let i = draft.source.from; i < draft.source.to; i += 1) speakers.add(normAt(reading, i));
  }
  return found.filter(
    ({ draft }) =>
      draft.confidence !== SURMISED_CONFIDENCE || speakers.has(normAt(reading, draft.source?.from ?? -1)),
  );
}

function foundIn(reading: Reading, windows: readonly Words[]): Found[] {
  const found: Found[] = [];
  for (const sentence of windows) {
    for (const draft of draftsOf(reading, sentence)) found.push({ draft, sentence });
  }
  return found;
}

/** Quotations shorter than this many tokens hold no claim of their own. */
const SHORTEST_SPEECH_TOKENS = 8;

/** What the speaker of a quotation reports of others: "My brother told me that they left." */
function spokenIn(reading: Reading): Found[] {
  const plain = { ...reading, quotations: [], quotationOf: new Int32Array(reading.tokens.length).fill(-1) };
  const windows: Words[] = [];
  let next = 0;
  for (const { from, to, closed } of reading.quotations) {
    if (to - from < SHORTEST_SPEECH_TOKENS) continue;
    while (next < reading.sentences.length && (reading.sentences[next]?.endToken ?? 0) <= from) next += 1;
    for (let i = next; (reading.sentences[i]?.firstToken ?? to) < to; i += 1) {
      const sentence = reading.sentences[i];
      if (sentence === undefined) break;
      const window = {
        from: Math.max(from + 1, sentence.firstToken),
        to: Math.min(closed ? to - 1 : to, sentence.endToken),
      };
      if (window.from < window.to && window.to - window.from <= LONGEST_WINDOW_TOKENS) windows.push(window);
    }
  }
  return foundIn(plain, windows).filter(({ draft }) => !isOwnVoice(reading, draft));
}

/** "I said", "we asked": the speaker's own words need no second claim. */
function isOwnVoice(reading: Reading, { source }: Draft): boolean {
  return (
    source === null || (source.to - source.from === 1 && /^(?:i|we|you)$/.test(normAt(reading, source.from)))
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
  const verbs = verbClaims(reading, sentence);
  // "said in a statement that …", "the bank forecast that …": the verb makes the claim, not the noun.
  const nouns = nounClaims(reading, sentence).filter(
    (noun) => !verbs.some((verb) => sharesContent(noun, verb)),
  );
  return [...ruleClaims(reading, sentence, block), ...verbs, ...nouns];
}

function sharesContent(noun: Draft, verb: Draft): boolean {
  const from = noun.content[0]?.from;
  return noun.head === verb.head || verb.content.some((words) => words.from === from);
}

function claimOf(reading: Reading, { draft, sentence }: Found, inside: number | null): Claim {
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
