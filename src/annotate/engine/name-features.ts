/** What the name tagger sees of each word: the word, its ends and shape, its neighbours, classes, lists, and the article. */

import type { HashedSet } from '../../model/hashed-set.ts';
import type { InputRow } from '../../model/network/input.ts';
import { contextHashes, contextOfSentences, mostFrequent } from './article-context.ts';
import type { ArticleContext, Look } from './article-context.ts';
import { FeatureList, mixed } from './feature-hash.ts';
import { hashOf, plainForm, shapeOf, vocabularyForm } from './word-features.ts';
import type { WordLookup } from './word-features.ts';

/** How many words of a name on a list are looked at together. */
const LONGEST_LISTED_WORDS = 4;
const MAX_FEATURES = 160;
const MAX_CACHED_WORDS = 200_000;

/** What names are recognised with besides the words themselves. */
export interface NameResources {
  /** Feature buckets: 2 to this power. */
  readonly bits: number;
  /** Rows of the frozen vectors, by plain form. */
  readonly vectors: ReadonlyMap<string, number>;
  /** Classes of each row, three after one another, from coarse to fine; 0 for none. */
  readonly classes: Uint16Array;
  readonly personNames: HashedSet;
  readonly placeNames: HashedSet;
}

/** A sentence to find names in. `upos` is as long as `forms`. */
export interface NameSentence {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
}

export class NameFeatures {
  readonly #resources: NameResources;
  readonly #looks = new Map<string, Look>();
  readonly #list: FeatureList;
  readonly #outside: Look;

  constructor(resources: NameResources) {
    this.#resources = resources;
    this.#list = new FeatureList(resources.bits, MAX_FEATURES);
    this.#outside = this.#lookOf('\u0001');
  }

  /** Buckets of each word of a sentence. */
  of(sentence: NameSentence, context: ArticleContext): Int32Array[] {
    const looks = sentence.forms.map((form) => this.#lookOf(form));
    const tags = sentence.upos.map(hashOf);
    const listed = this.#listed(looks);
    return looks.map((_, i) => {
      this.#list.restart();
      this.#addWords(looks, i);
      this.#addClasses(looks, i);
      this.#addTags(looks, tags, i);
      this.#addLists(looks, listed, i);
      this.#addContext(looks[i] ?? this.#outside, context, i);
      return this.#list.copy();
    });
  }

  /**
   * Input rows of a network: those of each word, and in its hashed table also rows for
   * its part of speech, its classes, the lists it is on and what the article says of it.
   */
  inputRows(
    sentence: NameSentence,
    context: ArticleContext,
    lookup: WordLookup,
    buckets: number,
  ): InputRow[] {
    const looks = sentence.forms.map((form) => this.#lookOf(form));
    const listed = this.#listed(looks);
    return looks.map((look, i) => {
      const row = lookup.rowsOf(sentence.forms[i] ?? '');
      const more = [
        mixed(1, hashOf(sentence.upos[i] ?? '')),
        ...look.classes.map((number, size) => mixed(2 + size, number)),
        ...(listed[i] ?? []).map((mark) => mixed(5, mark)),
        ...contextHashes(look, context),
      ];
      return {
        ...row,
        affixes: Int32Array.from([...row.affixes, ...more.map((hash) => (hash >>> 0) % buckets)]),
      };
    });
  }

  /** What an article's sentences say of its capitalised words. */
  contextOf(sentences: readonly NameSentence[]): ArticleContext {
    return contextOfSentences(sentences.map(({ forms }) => forms.map((form) => this.#lookOf(form))));
  }

  #addWords(looks: readonly Look[], i: number): void {
    const list = this.#list;
    const at = (shift: number): Look => looks[i + shift] ?? this.#outside;
    const [b, a, w, c, d] = [at(-2), at(-1), at(0), at(1), at(2)];
    const first = i === 0 ? 1 : 0;
    list.add(0);
    list.add(w.word);
    list.add(w.form, first);
    list.add(w.shape, first);
    for (const suffix of w.suffixes) list.add(suffix, w.kind);
    for (const prefix of w.prefixes) list.add(prefix, w.kind);
    for (const neighbour of [a, c, b, d]) list.add(neighbour.word);
    list.add(a.word, w.word);
    list.add(w.word, c.word);
    list.add(a.shape, w.shape);
    list.add(w.shape, c.shape);
    list.add(a.shape, w.shape, c.shape);
    list.add(a.suffixes[1], w.shape);
    list.add(c.suffixes[1], w.shape);
    list.add(w.kind, a.kind, c.kind);
    list.add(b.shape, a.shape, w.shape);
    list.add(w.shape, c.shape, d.shape);
    list.add(a.word, w.shape);
    list.add(c.word, w.shape);
    list.add(b.word, a.word, w.shape);
    list.add(c.word, d.word, w.shape);
    list.add(a.word, c.word);
  }

  #addClasses(looks: readonly Look[], i: number): void {
    const list = this.#list;
    const at = (shift: number): Look => looks[i + shift] ?? this.#outside;
    const [b, a, w, c, d] = [at(-2), at(-1), at(0), at(1), at(2)];
    for (const size of [0, 1, 2] as const) {
      list.add(w.classes[size], w.kind);
      list.add(a.classes[size], w.shape);
      list.add(c.classes[size], w.shape);
      list.add(b.classes[size], w.kind);
      list.add(d.classes[size], w.kind);
      list.add(a.classes[size], w.classes[size]);
      list.add(w.classes[size], c.classes[size]);
    }
    list.add(a.classes[1], w.classes[1], c.classes[1]);
    list.add(w.classes[2], w.shape);
    list.add(b.classes[1], a.classes[1]);
  }

  #addTags(looks: readonly Look[], tags: readonly number[], i: number): void {
    const list = this.#list;
    const w = looks[i] ?? this.#outside;
    const [a, t, c] = [tags[i - 1] ?? 1, tags[i] ?? 2, tags[i + 1] ?? 3];
    list.add(t);
    list.add(t, w.word);
    list.add(a, t);
    list.add(t, c);
    list.add(a, t, c);
    list.add(t, w.classes[1]);
    list.add(t, w.shape);
  }

  #addLists(looks: readonly Look[], listed: readonly (readonly number[])[], i: number): void {
    const list = this.#list;
    const w = looks[i] ?? this.#outside;
    const first = i === 0 ? 1 : 0;
    for (const mark of listed[i] ?? []) {
      list.put(101, mark);
      list.put(102, mark, 2 * w.kind + first);
    }
    for (const mark of listed[i - 1] ?? []) list.put(103, mark, w.kind);
    for (const mark of listed[i + 1] ?? []) list.put(104, mark, w.kind);
  }

  #addContext(w: Look, context: ArticleContext, i: number): void {
    const seen = w.kind === 1 || w.kind === 2 ? context.get(w.plain) : undefined;
    if (seen === undefined) return;
    const list = this.#list;
    const first = i === 0 ? 1 : 0;
    list.put(110, Math.min(seen.capital, 3), Math.min(seen.small, 1), first);
    for (const neighbour of mostFrequent(seen.before)) list.put(111, neighbour);
    for (const neighbour of mostFrequent(seen.after)) list.put(112, neighbour);
  }

  /** For each word the lists it is on, alone or as part of several words. */
  #listed(looks: readonly Look[]): number[][] {
    const { placeNames } = this.#resources;
    const marks = looks.map(({ isListedName }) => (isListedName ? [1] : []));
    for (const [i, look] of looks.entries()) {
      let joined = '';
      for (let length = 1; length <= LONGEST_LISTED_WORDS && i + length <= looks.length; length++) {
        joined += `${length > 1 ? ' ' : ''}${looks[i + length - 1]?.plain ?? ''}`;
        if (look.kind > 2 || !placeNames.has(joined)) continue;
        for (let k = 0; k < length; k++)
          marks[i + k]?.push(length === 1 ? 2 : k === 0 ? 3 : k === length - 1 ? 4 : 5);
      }
    }
    return marks;
  }

  #lookOf(form: string): Look {
    const known = this.#looks.get(form);
    if (known !== undefined) return known;
    const plain = plainForm(form);
    const look: Look = {
      plain,
      word: hashOf(vocabularyForm(form)),
      form: hashOf(form),
      suffixes: [hashOf(`a${plain.slice(-2)}`), hashOf(`b${plain.slice(-3)}`), hashOf(`c${plain.slice(-4)}`)],
      prefixes: [
        hashOf(`d${plain.slice(0, 2)}`),
        hashOf(`e${plain.slice(0, 3)}`),
        hashOf(`f${plain.slice(0, 4)}`),
      ],
      shape: hashOf(shapeOf(form)),
      classes: this.#classesOf(plain),
      kind: kindOf(form),
      isListedName: this.#resources.personNames.has(plain),
    };
    if (this.#looks.size >= MAX_CACHED_WORDS) this.#looks.clear();
    this.#looks.set(form, look);
    return look;
  }

  #classesOf(plain: string): [number, number, number] {
    const row = this.#resources.vectors.get(plain);
    if (row === undefined) return [0, 0, 0];
    const [coarse, middle, fine] = this.#resources.classes.subarray(3 * row, 3 * row + 3);
    return [coarse ?? 0, middle ?? 0, fine ?? 0];
  }
}

function kindOf(form: string): number {
  if (/^\p{Lu}[\p{Lu}.&-]+$/u.test(form)) return 2;
  if (/^\p{Lu}/u.test(form)) return 1;
  if (/^\p{L}/u.test(form)) return 0;
  return /^\p{N}/u.test(form) ? 3 : 4;
}
