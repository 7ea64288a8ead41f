/** Which name corpora are learnt from, and how their sentences become examples. */

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import type { NameFeatures } from '../../src/annotate/engine/name-features.ts';
import type { NameResources, NameSentence } from '../../src/annotate/engine/name-features.ts';
import { hashOf, plainForm } from '../../src/annotate/engine/word-features.ts';
import { HashedSet } from '../../src/model/hashed-set.ts';
import { readText } from '../data/read-conllu.ts';
import { readNames } from '../data/read-names.ts';
import type { NameCorpus, TaggedSentence } from '../data/read-names.ts';
import type { NameExample } from './train-names.ts';

/** Types of names, in the order of their labels. */
export const NAME_TYPES = ['PER', 'ORG', 'LOC', 'FAC', 'NORP', 'DATE', 'MONEY', 'MISC'];

/** Sets under open licences. They mark some types only. */
export const OPEN_CORPORA = [
  'uner_en_ewt-dev.iob2.gz',
  'wikigold.conll.gz',
  'wnut17-train.conll.gz',
  'crossner_politics-train.txt.gz',
];

/** Hand-made news annotation that marks all types; its source has no licence file. */
export const NEWS_CORPUS = 'en_worldwide_newswire-train.tsv.gz';
export const SCORED_CORPUS = 'en_worldwide_newswire-dev.tsv.gz';

/** Feature buckets of the shipped name tagger: 2 to this power. */
export const NAME_BITS = 21;

const CLASS_FILE = 'vectors/glove6b-kmeans-64-300-1000-top60k.tsv.gz';

/** Bytes of the sets of listed names, powers of two with some twenty bits a name. */
const PERSON_BYTES = 2 ** 19;
const PLACE_BYTES = 2 ** 18;

/** What names are learnt with, and in which bytes it is shipped. */
export interface NameMaterial {
  readonly resources: NameResources;
  readonly classes: Uint16Array;
  readonly persons: Uint8Array;
  readonly places: Uint8Array;
}

/**
 * Word classes of the first `count` vectors, and the lists of names in `lists`: a
 * folder in which the packages `humannames` and `cities-list` are installed. Without
 * it the lists stay empty.
 */
export function nameMaterial(
  data: string,
  words: readonly string[],
  lists: string | null,
  bits = NAME_BITS,
): NameMaterial {
  const persons = new Uint8Array(PERSON_BYTES);
  const places = new Uint8Array(PLACE_BYTES);
  const resources = {
    bits,
    vectors: new Map(words.map((word, row) => [word, row])),
    classes: classesOf(data, words),
    personNames: new HashedSet(persons, hashOf),
    placeNames: new HashedSet(places, hashOf),
  };
  for (const name of listed(lists, 'humannames')) resources.personNames.add(plainForm(name));
  for (const name of listed(lists, 'cities-list')) resources.placeNames.add(plainForm(name));
  return { resources, classes: resources.classes, persons, places };
}

/** Three class numbers for each word, from 1; 0 for words without. */
function classesOf(data: string, words: readonly string[]): Uint16Array {
  const classes = new Uint16Array(3 * words.length);
  const rows = new Map(words.map((word, row) => [word, row]));
  for (const line of readText(join(data, CLASS_FILE)).split('\n')) {
    const [word = '', ...numbers] = line.split('\t');
    const row = rows.get(word);
    if (row !== undefined)
      classes.set(
        numbers.map((number) => Number(number) + 1),
        3 * row,
      );
  }
  return classes;
}

function listed(folder: string | null, name: string): string[] {
  if (folder === null) return [];
  const load = createRequire(join(resolve(folder), 'package.json'));
  return Object.keys(load(name) as object);
}

/** Tags parts of speech, sentence by sentence. */
export type PosTagger = (sentences: readonly (readonly string[])[]) => string[][];

/** A sentence with its parts of speech, and what its set does not mark. */
export interface PreparedSentence extends TaggedSentence {
  readonly upos: readonly string[];
  /** Labels that an `O` of its set may hide. */
  readonly hidden: ReadonlySet<number>;
}

/** The articles of a corpus with predicted parts of speech. */
export function preparedArticles(
  corpus: NameCorpus,
  labels: readonly string[],
  tagger: PosTagger,
): PreparedSentence[][] {
  const hidden = new Set(
    labels.flatMap((label, i) => (label === 'O' || corpus.types.has(label.slice(2)) ? [] : [i])),
  );
  return groupedByDocument(corpus.sentences).map((sentences) => {
    const upos = tagger(sentences.map(({ forms }) => forms));
    return sentences.map((sentence, i) => ({ ...sentence, upos: upos[i] ?? [], hidden }));
  });
}

/** A share of sentences is shown in small letters, and another in capitals, so that such text has names too. */
const LOWER_SHARE = 0.03;
const UPPER_SHARE = 0.03;

/** Examples for the linear model, made article by article because the article is a feature. */
export function examplesOf(
  articles: readonly (readonly PreparedSentence[])[],
  labels: readonly string[],
  features: NameFeatures,
): NameExample[] {
  return articles.flatMap((sentences) => {
    const named: NameSentence[] = sentences.map((sentence, i) => ({
      forms: casedForms(sentence, i),
      upos: sentence.upos,
    }));
    const context = features.contextOf(named);
    return sentences.map(({ tags, hidden }, i) => ({
      features: features.of(named[i] ?? { forms: [], upos: [] }, context),
      gold: goldOf(tags, labels),
      hidden,
    }));
  });
}

export function goldOf(tags: readonly string[], labels: readonly string[]): number[] {
  return tags.map((tag) => Math.max(0, labels.indexOf(tag)));
}

function groupedByDocument(sentences: readonly TaggedSentence[]): TaggedSentence[][] {
  const groups = new Map<number, TaggedSentence[]>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.document);
    if (group === undefined) groups.set(sentence.document, [sentence]);
    else group.push(sentence);
  }
  return [...groups.values()];
}

/** The forms as they stand or in another case, by a hash of the sentence, so that a run can be repeated. */
function casedForms({ forms }: TaggedSentence, i: number): readonly string[] {
  const dice = hashOf(`${i} ${forms.join(' ')}`) / 2 ** 32;
  if (dice < LOWER_SHARE) return forms.map((form) => form.toLowerCase());
  if (dice < LOWER_SHARE + UPPER_SHARE) return forms.map((form) => form.toUpperCase());
  return forms;
}

export function readCorpora(data: string, names: readonly string[]): NameCorpus[] {
  return names.map((name) => readNames(join(data, 'ner', name)));
}
