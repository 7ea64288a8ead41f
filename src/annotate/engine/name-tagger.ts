/** The name tagger: scores of a linear model and of a network for each label of each word, decoded over the sentence. */

import type { Asset } from '../../model/asset.ts';
import { HashedSet } from '../../model/hashed-set.ts';
import { bestPath } from '../../model/sequence.ts';
import { decodeWeights } from '../../model/sparse-weights.ts';
import type { SparseWeights } from '../../model/sparse-weights.ts';
import { NameFeatures } from './name-features.ts';
import type { NameResources, NameSentence } from './name-features.ts';
import { networkScores } from './name-network.ts';
import type { NameNetwork } from './name-network.ts';
import { nameNetworkOf, vectorRows } from './parts.ts';
import { hashOf } from './word-features.ts';

/** What the header says of the name tagger. */
export interface NameFacts {
  /** BIO labels. */
  readonly labels: readonly string[];
  /** Feature buckets: 2 to this power. */
  readonly bits: number;
}

/** What names are decoded with. */
export interface NameParts {
  readonly labels: readonly string[];
  readonly weights: SparseWeights;
  /** In the unit of `weights`. */
  readonly transitions: Float64Array;
  readonly resources: NameResources;
  readonly network: NameNetwork;
}

export class NameTagger {
  readonly #parts: NameParts;
  readonly #features: NameFeatures;

  constructor(parts: NameParts) {
    this.#parts = parts;
    this.#features = new NameFeatures(parts.resources);
  }

  static from(asset: Asset): NameTagger {
    const { labels, bits } = asset.part<NameFacts>('names');
    return new NameTagger({
      labels,
      weights: decodeWeights(asset.bytes('names.weights'), bits, labels.length),
      transitions: asset.float64('names.transitions'),
      network: nameNetworkOf(asset),
      resources: {
        bits,
        vectors: vectorRows(asset),
        classes: asset.uint16('vectors.classes'),
        personNames: new HashedSet(asset.bytes('names.persons'), hashOf),
        placeNames: new HashedSet(asset.bytes('names.places'), hashOf),
      },
    });
  }

  /** BIO labels of each word of the sentences of one article. */
  tag(sentences: readonly NameSentence[]): string[][] {
    const { labels, network, transitions } = this.#parts;
    const context = this.#features.contextOf(sentences);
    const inputs = sentences.map((sentence) =>
      this.#features.inputRows(sentence, context, network.lookup, network.buckets),
    );
    const neural = networkScores(network, inputs);
    return sentences.map((sentence, s) => {
      const scores = Float64Array.from(this.#linearScores(this.#features.of(sentence, context)));
      const added = neural[s] ?? new Float32Array(scores.length);
      for (let i = 0; i < scores.length; i++)
        scores[i] = (scores[i] as number) + network.weight * (added[i] as number);
      const path = bestPath(scores, sentence.forms.length, labels.length, transitions);
      return Array.from(path, (label) => labels[label] ?? 'O');
    });
  }

  #linearScores(features: readonly Int32Array[]): Int32Array {
    const { labels, weights } = this.#parts;
    const scores = new Int32Array(features.length * labels.length);
    for (const [i, buckets] of features.entries()) {
      for (const bucket of buckets) weights.addTo(bucket, scores, i * labels.length);
    }
    return scores;
  }
}
