/** Learns lemmas and features from treebanks: rules by suffix, and the words that the rules get wrong. */

import {
  lemmaRule,
  LONGEST_SUFFIX,
  suffixKey,
  SuffixTable,
  tableForm,
  wordKey,
} from '../../src/annotate/engine/word-forms.ts';
import type { TreeSentence, TreeWord } from '../data/read-conllu.ts';
import { jointTag } from '../parse/corpus.ts';

/** A suffix must have been seen this often to have a rule of its own. */
const RAREST_SUFFIX = 2;

/** A feature is given to a word if at least this share of its occurrences have it. */
const FEATURE_SHARE = 0.75;

/** One word with what is to be learnt of it. */
interface Observation {
  readonly tag: string;
  readonly form: string;
  readonly value: string;
}

/** Lines of the tables of a model, for `SuffixTable.fromLines`. */
export interface FormTables {
  readonly lemmas: readonly string[];
  readonly feats: readonly string[];
}

export function learnForms(sentences: readonly TreeSentence[]): FormTables {
  const words = sentences.flatMap((sentence) => sentence.words);
  return {
    lemmas: learnTable(words.map(lemmaObservation), mostFrequent),
    feats: learnTable(words.map(featsObservation), sharedFeatures),
  };
}

function lemmaObservation(word: TreeWord): Observation {
  const tag = jointTag(word);
  const form = tableForm(word.form, tag);
  return { tag, form, value: lemmaRule(form, word.lemma) };
}

function featsObservation(word: TreeWord): Observation {
  const tag = jointTag(word);
  return { tag, form: tableForm(word.form, tag), value: word.feats };
}

/** How often each value occurs under a key. */
type Counts = Map<string, number>;

/** Rules from short suffixes to long: a longer one is kept only where it says something else than the shorter. */
function learnTable(observations: readonly Observation[], decide: (counts: Counts) => string): string[] {
  const suffixes = Array.from({ length: LONGEST_SUFFIX + 1 }, (_, length) =>
    counted(
      observations.filter(({ form, value }) => form.length >= length && reachesOnly(value, length)),
      ({ tag, form }) => suffixKey(tag, form.slice(form.length - length)),
    ),
  );
  const rules = new Map<string, string>();
  const table = new SuffixTable(rules);
  for (const [length, groups] of suffixes.entries()) {
    for (const [key, { counts, total, first }] of groups) {
      if (length > 0 && total < RAREST_SUFFIX) continue;
      const value = decide(counts);
      const suffix = first.form.slice(first.form.length - length);
      if (table.bySuffix(first.tag, suffix) !== value) rules.set(key, value);
    }
  }
  for (const [key, { counts, first }] of counted(observations, ({ tag, form }) => wordKey(tag, form))) {
    const value = decide(counts);
    if (table.bySuffix(first.tag, first.form) !== value) rules.set(key, value);
  }
  return [...rules].map(([key, value]) => `${key}\t${value}`).sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Whether a rule takes away no more than the suffix it is filed under: what "went" does
 * must not be done to "lent". Features take nothing away.
 */
function reachesOnly(value: string, length: number): boolean {
  const cut = /^(\d+)\|/.exec(value)?.[1];
  return cut === undefined || Number(cut) <= length;
}

interface Group {
  readonly counts: Counts;
  total: number;
  readonly first: Observation;
}

function counted(
  observations: readonly Observation[],
  keyOf: (observation: Observation) => string,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const observation of observations) {
    const key = keyOf(observation);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { counts: new Map(), total: 0, first: observation }));
    group.counts.set(observation.value, (group.counts.get(observation.value) ?? 0) + 1);
    group.total += 1;
  }
  return groups;
}

/** The value seen most often; of equals the first in code-unit order. */
function mostFrequent(counts: Counts): string {
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? '_';
}

/**
 * The features that nearly all occurrences share. What only the sentence decides,
 * such as the number of a past tense, which English words do not show, is left out.
 */
function sharedFeatures(counts: Counts): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const seen = new Map<string, number>();
  for (const [feats, count] of counts) {
    if (feats === '_') continue;
    for (const feature of feats.split('|')) seen.set(feature, (seen.get(feature) ?? 0) + count);
  }
  const shared = [...seen].filter(([, count]) => count >= FEATURE_SHARE * total).map(([feature]) => feature);
  return shared.length === 0
    ? '_'
    : shared.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|');
}
