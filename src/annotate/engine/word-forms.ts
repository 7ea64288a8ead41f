/** Lemmas and morphological features: a short list of exceptions, and rules by the end of the word. */

import { plainForm } from './word-features.ts';

/** Suffixes are looked at up to this many characters. */
export const LONGEST_SUFFIX = 5;

/** Parts a key from its tag; never in a tag or a form. */
const SEPARATOR = '\t';

/** A value for each tag and word: that of the word itself, else that of its longest known suffix. */
export class SuffixTable {
  readonly #values: ReadonlyMap<string, string>;

  /** Keys are made by `wordKey` and `suffixKey`. */
  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  /** Reads lines of key, tabulator, value, as `linesOf` writes them. */
  static fromLines(lines: readonly string[]): SuffixTable {
    const values = new Map<string, string>();
    for (const line of lines) {
      const cut = line.lastIndexOf(SEPARATOR);
      values.set(line.slice(0, cut), line.slice(cut + 1));
    }
    return new SuffixTable(values);
  }

  valueOf(tag: string, form: string): string | undefined {
    const own = this.#values.get(wordKey(tag, form));
    return own ?? this.bySuffix(tag, form);
  }

  bySuffix(tag: string, form: string): string | undefined {
    for (let length = Math.min(LONGEST_SUFFIX, form.length); length >= 0; length--) {
      const value = this.#values.get(suffixKey(tag, form.slice(form.length - length)));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

export function wordKey(tag: string, form: string): string {
  return `${tag}${SEPARATOR}=${form}`;
}

export function suffixKey(tag: string, suffix: string): string {
  return `${tag}${SEPARATOR}-${suffix}`;
}

/** The form that tables are keyed by: names keep their capitals, since their lemma does. */
export function tableForm(form: string, tag: string): string {
  if (!tag.startsWith('PROPN')) return plainForm(form);
  return form.replace(/[‘’]/g, "'");
}

/** How a lemma is made from a form, written `cut|end`: take away `cut` characters, add `end`. */
export function lemmaRule(form: string, lemma: string): string {
  let common = 0;
  while (common < form.length && common < lemma.length && form[common] === lemma[common]) common += 1;
  return `${form.length - common}|${lemma.slice(common)}`;
}

/** The lemma that a rule makes of a form; the form itself where it is too short for the rule. */
export function applyLemmaRule(form: string, rule: string): string {
  const bar = rule.indexOf('|');
  const cut = Number(rule.slice(0, bar));
  return cut > form.length ? form : form.slice(0, form.length - cut) + rule.slice(bar + 1);
}

/** What a word is besides its tag. */
export interface WordForm {
  readonly lemma: string;
  /** Features as CoNLL-U writes them, `_` for none. */
  readonly feats: string;
}

const MAX_CACHED_FORMS = 100_000;

/** Looks lemmas and features up; answers are kept, since words repeat. */
export class WordForms {
  readonly #lemmas: SuffixTable;
  readonly #feats: SuffixTable;
  readonly #known = new Map<string, WordForm>();

  constructor(lemmas: SuffixTable, feats: SuffixTable) {
    this.#lemmas = lemmas;
    this.#feats = feats;
  }

  /** The lemma and features of a form with the joint tag `UPOS|XPOS`. */
  formOf(form: string, tag: string): WordForm {
    const key = `${tag}${SEPARATOR}${form}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const plain = tableForm(form, tag);
    const rule = this.#lemmas.valueOf(tag, plain);
    const lemma = rule === undefined ? plain : applyLemmaRule(plain, rule);
    const found = { lemma: lemma === '' ? plain : lemma, feats: this.#feats.valueOf(tag, plain) ?? '_' };
    if (this.#known.size >= MAX_CACHED_FORMS) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }
}
