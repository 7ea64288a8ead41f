/** The name tagger: linear scores for each label of each word, decoded over the sentence. */

import type { Asset } from '../../model/asset.ts';
import { HashedSet } from '../../model/hashed-set.ts';
import { bestPath } from '../../model/sequence.ts';
import { decodeWeights } from '../../model/sparse-weights.ts';
import type { SparseWeights } from '../../model/sparse-weights.ts';
import { NameFeatures } from './name-features.ts';
import type { NameResources, NameSentence } from './name-features.ts';
import { vectorRows } from './parts.ts';
import { hashOf } from './word-features.ts';

/** What the header says of the name tagger. */
export interface NameFacts {
  /** BIO labels. */
  readonly labels: readonly string[];
  /** Feature buckets: 2 to this power. */
  readonly bits: number;
}

export class NameTagger {
  readonly #labels: readonly string[];
  readonly #weights: SparseWeights;
  readonly #transitions: Float64Array;
  readonly #features: NameFeatures;

  constructor(
    labels: readonly string[],
    weights: SparseWeights,
    transitions: Float64Array,
    resources: NameResources,
  ) {
    this.#labels = labels;
    this.#weights = weights;
    this.#transitions = transitions;
    this.#features = new NameFeatures(resources);
  }

  static from(asset: Asset): NameTagger {
    const { labels, bits } = asset.part<NameFacts>('names');
    const weights = decodeWeights(asset.bytes('names.weights'), bits, labels.length);
    return new NameTagger(labels, weights, asset.float64('names.transitions'), {
      bits,
      vectors: vectorRows(asset),
      classes: asset.uint16('vectors.classes'),
      personNames: new HashedSet(asset.bytes('names.persons'), hashOf),
      placeNames: new HashedSet(asset.bytes('names.places'), hashOf),
    });
  }

  /** BIO labels of each word of the sentences of one article. */
  tag(sentences: readonly NameSentence[]): string[][] {
    const context = this.#features.contextOf(sentences);
    return sentences.map((sentence) => {
      const features = this.#features.of(sentence, context);
      const count = this.#labels.length;
      const scores = new Int32Array(features.length * count);
      for (const [i, buckets] of features.entries()) {
        for (const bucket of buckets) this.#weights.addTo(bucket, scores, i * count);
      }
      return Array.from(
        bestPath(scores, features.length, count, this.#transitions),
        (label) => this.#labels[label] ?? 'O',
      );
    });
  }
}
