/** Which mention of a claim's source names the one who speaks. */

import type { Claim } from '../../document/claim.ts';
import { isCorefWord } from '../../lexicon/coref-words.ts';
import type { Scan } from './scan.ts';
import { isCapital, isFunctionWord, isPossessive, isPreposition, normAt } from './scan.ts';

/**
 * Claims by the tokens of their source at which the speaker's mention may begin. "A Kesh official" is not
 * Kesh and "a spokesman for Kesh" is not either, so only these tokens count: the first of the phrase, and a
 * name that other words introduce ("Kesh leader Ana Ruiz", "her adviser, Ana Ruiz").
 */
export function sourcesByToken(scan: Scan): Map<number, number[]> {
  const index = new Map<number, number[]>();
  const starts = new Map(scan.tokens.map(({ start }, i) => [start, i]));
  for (const [number, { source }] of scan.claims.entries()) {
    const [first] = source.spans;
    const from = first === undefined ? undefined : starts.get(first.start);
    if (first === undefined || from === undefined) continue;
    const at = speakerAt(scan, from, first.end);
    for (const token of at) {
      const known = index.get(token);
      if (known === undefined) index.set(token, [number]);
      else known.push(number);
    }
  }
  return index;
}

/** The tokens where the mention of the speaker may begin. */
function speakerAt(scan: Scan, from: number, end: number): number[] {
  const first = /^(?:the|a|an)$/.test(normAt(scan, from)) ? from + 1 : from;
  let head = first;
  // The head phrase ends at a comma, a preposition or a relative; what stands after it describes the head.
  let to = first;
  while ((scan.tokens[to]?.end ?? Infinity) <= end && !isBreak(scan, to)) to += 1;
  if (isCapital(scan, to - 1)) {
    // A name ends the phrase: it begins after the last small word, title or genitive.
    head = to - 1;
    while (head > first && !isLimit(scan, head - 1)) head -= 1;
    return range(head, to, first === from ? [] : [from]);
  }
  // A noun ends it: only a mention of the whole phrase will do, which begins where the phrase does.
  return to - first === 1 || first !== from || !isCapital(scan, first)
    ? [from]
    : isBody(scan, to - 1)
      ? [from]
      : [];
}

function range(from: number, to: number, others: readonly number[]): number[] {
  return [...others, ...Array.from({ length: to - from }, (_, i) => from + i)];
}

function isBody(scan: Scan, at: number): boolean {
  return isCorefWord(normAt(scan, at), 'noun.force');
}

function isBreak(scan: Scan, at: number): boolean {
  const norm = normAt(scan, at);
  if (isCorefWord(norm, 'particle')) return false;
  if (norm === 'of') return !isCapital(scan, at - 1);
  return /^[,;:()–—]$/.test(norm) || isPreposition(norm) || /^(?:who|which|that|and)$/.test(norm);
}

function isLimit(scan: Scan, at: number): boolean {
  const norm = normAt(scan, at);
  if (norm === 'of' || norm === '-' || isCorefWord(norm, 'particle')) return false;
  return isPossessive(norm) || isFunctionWord(norm) || !isCapital(scan, at);
}

/** Claims by the sentences that their contents reach into. */
export function claimsBySentence({ claims, sentences }: Scan): Map<number, Claim[]> {
  const index = new Map<number, Claim[]>();
  for (const claim of claims) {
    const touched = new Set<number>();
    for (const { start, end } of claim.content.spans) {
      for (let i = firstEndingAfter(sentences, start); (sentences[i]?.start ?? end) < end; i += 1)
        touched.add(i);
    }
    for (const i of touched) {
      const known = index.get(i);
      if (known === undefined) index.set(i, [claim]);
      else known.push(claim);
    }
  }
  return index;
}

/** Index of the first sentence that ends after the place; sentences are in text order. */
function firstEndingAfter(sentences: Scan['sentences'], place: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
