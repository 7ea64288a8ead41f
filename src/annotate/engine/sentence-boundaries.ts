/** Where sentences end: a linear model looks at the gaps between tokens of one paragraph. */

import type { SparseWeights } from '../../model/sparse-weights.ts';
import { FeatureList } from './feature-hash.ts';
import { hashOf, plainForm, shapeOf } from './word-features.ts';

/** A stretch of a text that is one token. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Feature buckets of the splitter: 2 to this power. */
export const SPLIT_BITS = 18;

/** How far the model looks for the last and the next stop, and for an open quotation, in tokens. */
const FARTHEST_STOP = 12;

/** Indices of the tokens after which a sentence ends, the last one of the paragraph not among them. */
export function boundariesAfter(weights: SparseWeights, text: string, tokens: readonly Stretch[]): number[] {
  const gaps = new ParagraphGaps(text, tokens);
  const score = new Int32Array(1);
  return gaps.candidates().filter((gap) => {
    score[0] = 0;
    const { buckets, length } = gaps.featuresOf(gap);
    for (let i = 0; i < length; i++) weights.addTo(buckets[i] as number, score, 0);
    return (score[0] as number) > 0;
  });
}

/** What the model sees of a token. */
interface Look {
  readonly word: number;
  readonly shape: number;
  readonly length: number;
  readonly isStop: boolean;
}

const OUTSIDE: Look = { word: 1, shape: 2, length: 0, isStop: false };

/** Marks after which a sentence may end, and with which one may begin. */
const MAY_END = /[.?!:;…"”’'»)\]*\-–—]$/;
const MAY_BEGIN = /^[\p{Lu}\p{N}"“‘'«([*\-–—•]/u;
const STOP = /^(?:[.?!…]+)$/;
const QUOTE = /^(?:["“”«»„]|''|``)$/;

/** The gaps of one paragraph and their features. */
export class ParagraphGaps {
  readonly #text: string;
  readonly #tokens: readonly Stretch[];
  readonly #forms: readonly string[];
  readonly #looks: readonly Look[];
  /** For each token how many quotation marks stand before it in the paragraph. */
  readonly #quotesBefore: Int32Array;
  readonly #features = new FeatureList(SPLIT_BITS, 48);

  constructor(text: string, tokens: readonly Stretch[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#forms = tokens.map(({ start, end }) => text.slice(start, end));
    this.#looks = this.#forms.map(lookOf);
    this.#quotesBefore = new Int32Array(tokens.length + 1);
    for (const [i, form] of this.#forms.entries()) {
      this.#quotesBefore[i + 1] = (this.#quotesBefore[i] as number) + (QUOTE.test(form) ? 1 : 0);
    }
  }

  /** Tokens after which there is white space and the marks or the capital that an end or a beginning has. */
  candidates(): number[] {
    const result: number[] = [];
    for (let i = 0; i + 1 < this.#forms.length; i++) {
      const space = this.#text.slice(this.#tokens[i]?.end, this.#tokens[i + 1]?.start);
      if (space === '') continue;
      const fits = MAY_END.test(this.#forms[i] ?? '') || MAY_BEGIN.test(this.#forms[i + 1] ?? '');
      if (fits || space.includes('\n')) result.push(i);
    }
    return result;
  }

  featuresOf(gap: number): FeatureList {
    const features = this.#features;
    const [before2, before, at, next, after] = [-2, -1, 0, 1, 2].map(
      (shift) => this.#looks[gap + shift] ?? OUTSIDE,
    );
    if (!before2 || !before || !at || !next || !after) return features;
    const lines = this.#lineEnds(gap);
    features.restart();
    features.add(0);
    features.add(at.word);
    features.add(next.word);
    features.add(at.shape);
    features.add(next.shape);
    features.add(at.word, next.shape);
    features.add(at.shape, next.shape);
    features.add(at.word, next.word);
    features.add(lines);
    features.add(lines, next.shape);
    features.add(lines, at.shape);
    features.add(lines, at.word, next.shape);
    features.add(before.word, at.word);
    features.add(before.shape, at.shape, next.shape);
    features.add(before.word, at.word, next.shape);
    features.add(next.word, after.shape);
    features.add(at.word, next.shape, after.shape);
    features.add(at.word, next.word, after.word);
    features.add(Math.min(before.length, 5), at.word, next.shape);
    features.add(before2.shape, before.shape, at.shape);
    features.add(before2.word, before.word, at.word);
    this.#addDistances(gap, at, next, lines);
    this.#addQuotes(gap, at, next, after);
    return features;
  }

  /** How long the sentence would be on either side: "Yes. No." and headings are short, lists have no stop. */
  #addDistances(gap: number, at: Look, next: Look, lines: number): void {
    const features = this.#features;
    let ahead = 0;
    while (ahead < FARTHEST_STOP && this.#looks[gap + 1 + ahead]?.isStop === false) ahead += 1;
    let behind = 0;
    while (behind < FARTHEST_STOP && this.#looks[gap - 1 - behind]?.isStop === false) behind += 1;
    features.add(ahead, at.word);
    features.add(behind, at.word);
    features.add(behind, lines);
    features.add(Math.min(ahead, 4), Math.min(behind, 4), at.isStop ? 1 : 0);
    features.add(ahead, next.shape);
    features.add(gap < FARTHEST_STOP ? gap : FARTHEST_STOP, at.word);
  }

  /** Whether a quotation is open, by the marks so far, and whether the token at the gap is one of them. */
  #addQuotes(gap: number, at: Look, next: Look, after: Look): void {
    const features = this.#features;
    const open = (this.#quotesBefore[gap + 1] as number) % 2;
    const isMark = QUOTE.test(this.#forms[gap] ?? '') ? 1 : 0;
    const state = 2 * open + isMark;
    features.add(state, at.word);
    features.add(state, next.shape);
    features.add(state, at.word, next.shape);
    features.add(state, this.#looks[gap - 1]?.word ?? 1, next.word);
    features.add(state, next.word, after.word);
  }

  #lineEnds(gap: number): number {
    const from = this.#tokens[gap]?.end ?? 0;
    const to = this.#tokens[gap + 1]?.start ?? 0;
    let count = 0;
    for (let i = from; i < to; i++) if (this.#text.charCodeAt(i) === 10) count += 1;
    return Math.min(count, 2);
  }
}

function lookOf(form: string): Look {
  return {
    word: hashOf(plainForm(form)),
    shape: hashOf(shapeOf(form)),
    length: form.length,
    isStop: STOP.test(form),
  };
}
