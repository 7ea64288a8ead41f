/** Which claims a text makes: the cases, and what holds for any text. */

import { describe, expect, test } from 'vitest';

import { annotated, doublingRatio, roughTexts } from '../../../test/support/annotated.ts';
import { readCases, showSpans, updateCases } from '../../../test/support/cases.ts';
import type { Claim } from '../../document/claim.ts';
import { MEDIA, SOURCE_KINDS, SPEECH_KINDS, STANCES } from '../../document/claim.ts';
import type { Span } from '../../document/span.ts';
import { extractClaims } from './extract-claims.ts';

/**
 * The claims on one line each, spans drawn in. What most claims share is left out: a named
 * source, indirect speech, no hedge, no medium, no claim around it.
 */
function showClaims(text: string, claims: readonly Claim[]): string {
  if (claims.length === 0) return 'none';
  return claims.map((claim) => showClaim(text, claim)).join('\n');
}

function showClaim(
  text: string,
  { source, cue, content, stance, speech, hedge, medium, inside }: Claim,
): string {
  const parts = [
    `source: ${source.spans.length === 0 ? 'none' : showSpans(text, source.spans)}`,
    `cue: ${showSpans(text, cue.spans)}`,
    `content: ${showSpans(text, content.spans)}`,
    `stance: ${stance}`,
  ];
  if (source.kind !== 'named' && source.kind !== 'none') parts.push(`kind: ${source.kind}`);
  if (speech !== 'indirect') parts.push(`speech: ${speech}`);
  if (hedge !== null) parts.push(`hedge: ${hedge.lemma} ${showSpans(text, [hedge])}`);
  if (medium !== null) parts.push(`medium: ${medium}`);
  if (inside !== null) parts.push(`inside: ${inside + 1}`);
  return parts.join(' ');
}

const FILES = ['report', 'order', 'other', 'stance', 'none'];

for (const file of FILES) {
  describe(`${file} cases`, () => {
    const cases = new URL(`${file}.cases.txt`, import.meta.url);
    const results = new Map<string, string>();
    for (const { title, text, expected } of readCases(cases)) {
      test(title, () => {
        const shown = showClaims(text, extractClaims.run(annotated(text, extractClaims)).claims);
        results.set(title, shown);
        if (process.env['UPDATE'] !== '1') expect(shown).toBe(expected);
      });
    }
    test('expectations are rewritten only on request', () => updateCases(cases, results));
  });
}

describe('any text', () => {
  test('gives claims that are whole: spans in order inside the text, known values, chains that end', () => {
    for (const text of roughTexts(600)) {
      const { claims } = extractClaims.run(annotated(text, extractClaims));
      for (const claim of claims) expectWhole(text, claim, claims);
    }
  });

  test('gives the same claims each time', () => {
    const text = roughTexts(60).join('\n\n');
    expect(annotated(text).layers.claims).toEqual(annotated(text).layers.claims);
  });

  test('that is empty or only marks gives none', () => {
    for (const text of ['', ' \n\n ', '“”', '...', ':', ', ,', '\ud800', '\u0000']) {
      expect(annotated(text).layers.claims).toEqual([]);
    }
  });
});

function expectWhole(text: string, claim: Claim, claims: readonly Claim[]): void {
  expectSpans(text, claim.source.spans);
  expectSpans(text, claim.cue.spans);
  expectSpans(text, claim.content.spans);
  expect(claim.cue.spans.length).toBeGreaterThan(0);
  expect(claim.content.spans.length).toBeGreaterThan(0);
  expect(claim.source.spans.length === 0).toBe(claim.source.kind === 'none');
  expect(SOURCE_KINDS).toContain(claim.source.kind);
  expect(SPEECH_KINDS).toContain(claim.speech);
  expect(STANCES).toContain(claim.stance);
  expect([null, ...MEDIA]).toContain(claim.medium);
  expect(claim.confidence).toBeGreaterThan(0);
  expect(claim.confidence).toBeLessThanOrEqual(1);
  expect(claim.because).toMatch(/^(?:speech-verbs|speech-nouns|claim-rules):\S/);
  let outer = claim.inside;
  for (let steps = 0; outer !== null; steps += 1) {
    expect(steps).toBeLessThan(claims.length);
    expect(claims[outer]).toBeDefined();
    outer = claims[outer]?.inside ?? null;
  }
}

function expectSpans(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe('time grows with the length and not faster', () => {
  const pieces = {
    prose:
      'The ministry said the bridge was closed. “We waited,” Ivo Lund, the mate, said. Prices rose, according to the bank.\n\n',
    'no stops': 'he said she said that they said ',
    'one open quotation': '“we said that they said. ',
    labels: 'HALE: We will close the mine.\n\n',
    commas: 'said, the, ',
  };
  for (const [name, piece] of Object.entries(pieces)) {
    test(name, () => {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      expect(
        doublingRatio(
          () => annotated(text),
          () => annotated(text + text),
        ),
      ).toBeLessThan(3);
    });
  }
});
