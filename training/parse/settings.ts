/** The numbers that a training of the parser is run with. */

import type { NetworkShape } from '../../src/model/network/parameters.ts';

/** Form of the network; what the data decides (numbers of tags and labels) is filled in by the trainer. */
export type Widths = Omit<NetworkShape, 'tags' | 'labels'>;

export interface ParseSettings {
  readonly widths: Widths;
  /** Rows of the hashed affix table. */
  readonly buckets: number;
  /** How many frozen vectors are used, most frequent words first. */
  readonly vectors: number;
  readonly epochs: number;
  /** Rows (words and roots) in a batch, about. */
  readonly batchRows: number;
  /** Highest learning rate, reached after `warmUp` steps; it then falls in a straight line. */
  readonly rate: number;
  readonly warmUp: number;
  /** Share of activations dropped. */
  readonly dropout: number;
  /** Share of words whose trained vector is replaced by that of unknown words; less for frequent words. */
  readonly wordDropout: number;
  /** Sentences with more words are left out of training. */
  readonly longest: number;
  /** Words seen less often share the unknown word's vector. */
  readonly rarestWord: number;
  /** Joint tags and labels seen less often are not learnt. */
  readonly rarestTag: number;
  readonly rarestLabel: number;
  /** Share of the training, at its end, over which weights are averaged. */
  readonly averagedShare: number;
  readonly seed: number;
}

/**
 * The settings of the shipped parser. Widths and rates began as the best of an earlier
 * study (10 epochs); dropout and epochs were raised together, since more passes over
 * 330,000 words need more noise.
 */
export const PARSE_SETTINGS: ParseSettings = {
  widths: { vector: 104, word: 64, affix: 64, hidden: 128, layers: 3, arc: 112, label: 40 },
  buckets: 16_384,
  vectors: 50_000,
  epochs: 26,
  batchRows: 400,
  rate: 0.002,
  warmUp: 200,
  dropout: 0.28,
  wordDropout: 0.2,
  longest: 100,
  rarestWord: 2,
  rarestTag: 3,
  rarestLabel: 10,
  averagedShare: 0.2,
  seed: 12_345,
};
