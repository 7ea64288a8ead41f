/** From treebank sentences to what the parser learns from: lists of tags and labels, vocabulary, batches with variation. */

import { UNKNOWN_WORD, ROOT_WORD, vocabularyForm } from '../../src/annotate/engine/word-features.ts';
import type { WordLookup } from '../../src/annotate/engine/word-features.ts';
import type { TreeSentence } from '../data/read-conllu.ts';
import type { Random } from '../random.ts';
import type { Example } from './parser-trainer.ts';
import type { ParseSettings } from './settings.ts';

/** The lists that the header of a parser names its outputs by. */
export interface Inventory {
  /** Joint tags, `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** Vocabulary forms; rows 0 and 1 are the unknown word and the root. */
  readonly words: readonly string[];
  /** How often each word of the vocabulary occurs. */
  readonly counts: Float64Array;
}

export function inventoryOf(sentences: readonly TreeSentence[], settings: ParseSettings): Inventory {
  const all = sentences.flatMap(({ words }) => words);
  const tags = countsOf(all.map(jointTag));
  const labels = countsOf(all.map(({ deprel }) => deprel));
  const words = countsOf(all.map(({ form }) => vocabularyForm(form)));
  const vocabulary = frequent(words, settings.rarestWord);
  const rows = ['<unknown>', '<root>'];
  rows[UNKNOWN_WORD] = '<unknown>';
  rows[ROOT_WORD] = '<root>';
  rows.push(...vocabulary);
  return {
    tags: frequent(tags, settings.rarestTag),
    labels: frequent(labels, settings.rarestLabel),
    words: rows,
    counts: Float64Array.from(rows, (word) => words.get(word) ?? 0),
  };
}

export function jointTag({ upos, xpos }: { readonly upos: string; readonly xpos: string }): string {
  return `${upos}|${xpos}`;
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Items seen at least `least` times, most frequent first; equals in the order of their code units. */
function frequent(counts: ReadonlyMap<string, number>, least: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([item]) => item);
}

/** Gold answers of a sentence by index, with its forms, so that the forms can be varied. */
export interface LearnableSentence {
  readonly forms: readonly string[];
  readonly tags: readonly number[];
  readonly heads: readonly number[];
  readonly labels: readonly number[];
}

export function learnable(
  sentence: TreeSentence,
  inventory: Pick<Inventory, 'tags' | 'labels'>,
): LearnableSentence {
  const { words } = sentence;
  return {
    forms: words.map(({ form }) => form),
    tags: words.map((word) => inventory.tags.indexOf(jointTag(word))),
    heads: words.map(({ head }) => head),
    labels: words.map(({ deprel }) => inventory.labels.indexOf(deprel)),
  };
}

/** Batches of one epoch: sentences of like length together, batches in random order. */
export function batchesOf(
  sentences: readonly LearnableSentence[],
  lookup: WordLookup,
  batchRows: number,
  random: Random,
): Example[][] {
  const ordered = sentences
    .map((sentence) => ({ sentence, key: sentence.forms.length + random.unit() * 6 }))
    .sort((a, b) => a.key - b.key);
  const batches: Example[][] = [];
  let batch: Example[] = [];
  let rows = 0;
  for (const { sentence } of ordered) {
    const { forms, ...gold } = varied(sentence, random);
    batch.push({ words: forms.map((form) => lookup.rowsOf(form)), ...gold });
    rows += forms.length + 1;
    if (rows < batchRows) continue;
    batches.push(batch);
    batch = [];
    rows = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return random.shuffle(batches);
}

/**
 * Shares of sentences that are shown otherwise than they stand, so that the parser
 * also reads what is written so: in small letters, in capitals, as a headline, with
 * the other kind of quotation marks, without the stop at the end.
 */
const LOWER_SHARE = 0.05;
const UPPER_SHARE = 0.03;
const TITLE_SHARE = 0.02;
const OTHER_QUOTES_SHARE = 0.25;
const NO_STOP_SHARE = 0.06;

function varied(sentence: LearnableSentence, random: Random): LearnableSentence {
  const stopped = random.unit() < NO_STOP_SHARE ? withoutFinalStop(sentence) : sentence;
  const quotes = random.unit() < OTHER_QUOTES_SHARE ? otherQuotes(stopped.forms) : stopped.forms;
  const dice = random.unit();
  return { ...stopped, forms: quotes.map(caseChange(dice)) };
}

function caseChange(dice: number): (form: string) => string {
  if (dice < LOWER_SHARE) return (form) => form.toLowerCase();
  if (dice < LOWER_SHARE + UPPER_SHARE) return (form) => form.toUpperCase();
  if (dice < LOWER_SHARE + UPPER_SHARE + TITLE_SHARE)
    return (form) => form.charAt(0).toUpperCase() + form.slice(1);
  return (form) => form;
}

/** Drops the last word if it is a stop that nothing hangs on. */
function withoutFinalStop(sentence: LearnableSentence): LearnableSentence {
  const last = sentence.forms.length - 1;
  const removable = last > 0 && sentence.forms[last] === '.' && !sentence.heads.includes(last + 1);
  if (!removable) return sentence;
  return {
    forms: sentence.forms.slice(0, last),
    tags: sentence.tags.slice(0, last),
    heads: sentence.heads.slice(0, last),
    labels: sentence.labels.slice(0, last),
  };
}

/** Straight marks made curly, curly ones straight. Double straight marks open and close by turns. */
function otherQuotes(forms: readonly string[]): string[] {
  let open = false;
  return forms.map((form) => {
    if (form === '"') {
      open = !open;
      return open ? '“' : '”';
    }
    if (form === '“' || form === '”') return '"';
    return form.includes('’') ? form.replaceAll('’', "'") : form.replaceAll("'", '’');
  });
}
