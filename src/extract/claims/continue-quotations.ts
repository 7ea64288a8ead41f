/** Quotations that go on: sentences of nothing but quotation after a claim, in its paragraph and the next. */

import type { Draft } from './draft.ts';
import type { Reading, Words } from './reading.ts';
import { firstAtOrAfter, normAt, quotationAt } from './reading.ts';

/** How many quotations in a row, without a new cue, still belong to the last speaker. */
const LONGEST_CHAIN = 12;

/**
 * The drafts with what their sources go on to say. A quotation that stands alone right
 * after a claim of its paragraph belongs to it; so does one that opens the next paragraph
 * when the one before it was left open, as print does where a speech runs on.
 */
export function withContinuations(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const taken = new Set<number>();
  for (const { content } of drafts) for (const words of content) takeQuotations(reading, words, taken);
  return drafts.map((draft, i) => {
    const next = drafts[i + 1];
    const rivals = next !== undefined && sameSentence(reading, draft, next);
    return rivals && !endsQuoted(reading, draft) ? draft : continued(reading, draft, taken);
  });
}

function takeQuotations(reading: Reading, words: Words, taken: Set<number>): void {
  for (let i = words.from; i < words.to; i += 1) {
    const index = reading.quotationOf[i] ?? -1;
    if (index >= 0) taken.add(index);
  }
}

function continued(reading: Reading, draft: Draft, taken: Set<number>): Draft {
  const content = [...draft.content];
  let at = sentenceEnd(reading, Math.max(draft.cue.to, ...content.map(({ to }) => to)));
  for (let n = 0; n < LONGEST_CHAIN; n += 1) {
    const quotation = quotationAt(reading, at);
    const index = reading.quotationOf[at] ?? -1;
    if (quotation === null || quotation.from !== at || taken.has(index) || !standsAlone(reading, quotation))
      break;
    if (!mayFollow(reading, at)) break;
    taken.add(index);
    content.push({ from: quotation.from, to: quotation.to });
    at = sentenceEnd(reading, quotation.to);
  }
  return content.length === draft.content.length ? draft : { ...draft, content };
}

/** In the same paragraph always; over its end only where the quotation before was left open. */
function mayFollow(reading: Reading, at: number): boolean {
  const block = reading.blocks[firstAtOrAfter(reading.blocks, at)];
  if (block?.from !== at) return true;
  return normAt(reading, at - 1) === ':' || quotationAt(reading, at - 1)?.closed === false;
}

/** Whether sentences end with the quotation and nothing but it stands in the last one. */
function standsAlone(reading: Reading, { to }: Words): boolean {
  return sentenceEnd(reading, to) === to;
}

/** Index after the sentence that holds the token before `to`. */
function sentenceEnd(reading: Reading, to: number): number {
  let low = 0;
  let high = reading.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reading.sentences[middle]?.endToken ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  return reading.sentences[low]?.endToken ?? to;
}

function sameSentence(reading: Reading, a: Draft, b: Draft): boolean {
  return sentenceEnd(reading, a.cue.to) === sentenceEnd(reading, b.cue.to);
}

function endsQuoted(reading: Reading, { content }: Draft): boolean {
  return content.some(
    ({ to }) => /^["']$/.test(normAt(reading, to - 1)) && quotationAt(reading, to - 1) !== null,
  );
}
