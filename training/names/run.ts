/** The task `ner`: tags parts of speech with the trained parser, learns names, leaves weights and scores. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { scoreNames } from '../../evaluation/nlp/score-names.ts';
import type { NameScores } from '../../evaluation/nlp/score-names.ts';
import { NameFeatures } from '../../src/annotate/engine/name-features.ts';
import { NameTagger } from '../../src/annotate/engine/name-tagger.ts';
import { parserOf } from '../../src/annotate/engine/parts.ts';
import { decodeAsset, encodeAsset } from '../../src/model/asset.ts';
import type { Sections } from '../../src/model/asset.ts';
import { predict } from '../../src/model/network/predict.ts';
import { bioLabels, FORBIDDEN } from '../../src/model/sequence.ts';
import { decodeWeights, encodeWeights } from '../../src/model/sparse-weights.ts';
import { readNames } from '../data/read-names.ts';
import { readVectors } from '../data/vectors.ts';
import { parsePart, vectorSections, writePart } from '../pack/parts.ts';
import { Random } from '../random.ts';
import { examplesOf, NAME_TYPES, nameMaterial, preparedArticles, readCorpora } from './corpora.ts';
import type { PosTagger } from './corpora.ts';
import { trainNames } from './train-names.ts';
import { trainNameNetwork } from './train-network.ts';

/** Unit of the stored weights. */
const SCALE = 0.1;

export interface NamesTask {
  readonly data: string;
  readonly out: string;
  readonly lists: string | null;
  readonly corpora: readonly string[];
  /** The corpus that scores are reported on. */
  readonly scored: string;
  /** Feature buckets: 2 to this power. */
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  readonly write: (line: string) => void;
}

export function trainNameTagger(task: NamesTask): NameScores {
  const { data, out, lists, corpora, scored, bits, epochs, seed, write } = task;
  const labels = bioLabels(NAME_TYPES);
  const parse = parsePart(out);
  const vectors = readVectors(data, parse.settings.vectors);
  const material = nameMaterial(data, vectors.words, lists, bits);
  const tagger = posTagger(parse, vectorSections(vectors, material.classes));
  const features = new NameFeatures(material.resources);
  write(`tagging parts of speech of ${corpora.length} corpora\n`);
  const articles = readCorpora(data, corpora).flatMap((corpus) => preparedArticles(corpus, labels, tagger));
  const random = new Random(seed);
  const weights = trainNames(examplesOf(articles, labels, features), labels, { bits, epochs, random, write });
  const encoded = encodeWeights(weights.features, labels.length, SCALE);
  const transitions = weights.transitions.map((value) =>
    value === FORBIDDEN ? value : Math.round(value / SCALE),
  );
  writePart(out, 'names.weights', encoded);
  writePart(out, 'names.transitions', new Uint8Array(transitions.buffer));
  const network = trainNameNetwork(articles, { labels, features, vectors, random, write, out, scale: SCALE });
  const trained = new NameTagger({
    labels,
    weights: decodeWeights(encoded, bits, labels.length),
    transitions,
    resources: material.resources,
    network,
  });
  const scores = scoreNames(readNames(join(data, 'ner', scored)), (sentences) => {
    const upos = tagger(sentences);
    return trained.tag(sentences.map((forms, i) => ({ forms, upos: upos[i] ?? [] })));
  });
  write(`names on ${scored}: ${JSON.stringify(scores)}, ${encoded.length} bytes\n`);
  writeFileSync(
    join(out, 'names.metrics.json'),
    `${JSON.stringify({ corpora, epochs, seed, scores }, null, 2)}\n`,
  );
  return scores;
}

/** Tags with the parser whose 8-bit weights are in the output folder, one sentence at a time. */
function posTagger({ facts, sections }: ReturnType<typeof parsePart>, vectors: Sections): PosTagger {
  const header = { language: 'en', licence: '', attribution: [], data: {}, parts: { parse: facts } };
  const parser = parserOf(
    decodeAsset(encodeAsset(header, { ...sections, ...vectors }), 'the trained parser'),
  );
  return (sentences) =>
    sentences.map((forms) => {
      const [prediction] = predict(parser.predictor, [forms.map((form) => parser.lookup.rowsOf(form))]);
      return Array.from(prediction?.tags ?? [], (tag) => parser.tagOf(tag).upos);
    });
}
