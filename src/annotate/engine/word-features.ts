/** What the network sees of a word: which vectors stand for it. */

import type { InputRow } from '../../model/network/input.ts';

/** How many hashed vectors a word has: four suffixes, four prefixes, its shape and itself. */
export const AFFIXES_PER_WORD = 10;

/** Row of the trained vectors for words that are not in the vocabulary, and for the root. */
export const UNKNOWN_WORD = 0;
export const ROOT_WORD = 1;

/** What a sentence's root is to the network. */
export const ROOT_ROWS: InputRow = { word: ROOT_WORD, vector: -1, affixes: new Int32Array(0) };

const MAX_CACHED_WORDS = 200_000;

/** Looks words up in the tables of a model. Answers are kept, since words repeat. */
export class WordLookup {
  readonly #words: ReadonlyMap<string, number>;
  readonly #vectors: ReadonlyMap<string, number>;
  readonly #buckets: number;
  readonly #known = new Map<string, InputRow>();

  /** `words` maps vocabulary forms (see `vocabularyForm`) to rows, `vectors` lower-case words to rows. */
  constructor(words: ReadonlyMap<string, number>, vectors: ReadonlyMap<string, number>, buckets: number) {
    this.#words = words;
    this.#vectors = vectors;
    this.#buckets = buckets;
  }

  rowsOf(form: string): InputRow {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const rows = {
      word: this.#words.get(vocabularyForm(form)) ?? UNKNOWN_WORD,
      vector: vectorRow(form, this.#vectors),
      affixes: affixRows(form, this.#buckets),
    };
    if (this.#known.size >= MAX_CACHED_WORDS) this.#known.clear();
    this.#known.set(form, rows);
    return rows;
  }
}

/** The form under which the vocabulary holds a word: lower case, one kind of quotation mark, numbers by kind. */
export function vocabularyForm(form: string): string {
  if (/^\d{4}$/.test(form)) return '!YEAR';
  if (/^\d[\d.,]*$/.test(form)) return '!NUM';
  if (/^(https?:|www\.)/.test(form)) return '!URL';
  if (/@.+\./.test(form)) return '!MAIL';
  return plainForm(form);
}

/** Lower case with straight quotation marks, so that "can’t" and "can't" are one word. */
export function plainForm(form: string): string {
  const lower = form.toLowerCase();
  if (!/[^\x20-\x7e]/.test(lower)) return lower === "''" || lower === '``' ? '"' : lower;
  return lower.replace(/[‘’‛ʼ′]/g, "'").replace(/[“”„‟«»″]/g, '"');
}

/**
 * The shape of a word: capitals X, small letters x, digits d, anything else itself,
 * with at most two of a kind in a row and nine signs in all ("Xxdd" for "Boeing747").
 */
export function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  let run = 0;
  for (const sign of form) {
    const kind = kindOf(sign);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
    if (shape.length > 8) break;
  }
  return shape;
}

function kindOf(sign: string): string {
  if (sign >= 'a' && sign <= 'z') return 'x';
  if (sign >= 'A' && sign <= 'Z') return 'X';
  if (sign >= '0' && sign <= '9') return 'd';
  if (sign.length === 1 && sign < '\x80') return sign;
  if (/\p{Lu}/u.test(sign)) return 'X';
  return /\p{L}/u.test(sign) ? 'x' : sign;
}

/** Hash of a string to 32 bits without sign: FNV-1a over UTF-16 code units with a final mix. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

function affixRows(form: string, buckets: number): Int32Array {
  const plain = plainForm(form);
  const rows = new Int32Array(AFFIXES_PER_WORD);
  for (let length = 1; length <= 4; length++) {
    rows[length - 1] = hashOf(`s${length}${plain.slice(-length)}`) % buckets;
    rows[length + 3] = hashOf(`p${length}${plain.slice(0, length)}`) % buckets;
  }
  rows[8] = hashOf(`shape${shapeOf(form)}`) % buckets;
  rows[9] = hashOf(`form${form}`) % buckets;
  return rows;
}

/** The frozen vector of a word; of a number with its digits as 0, of the last part of a compound, else none. */
function vectorRow(form: string, vectors: ReadonlyMap<string, number>): number {
  const plain = plainForm(form);
  const exact = vectors.get(plain);
  if (exact !== undefined) return exact;
  if (/^\d/.test(plain)) return vectors.get(plain.replace(/\d/g, '0')) ?? vectors.get('10') ?? -1;
  if (plain.includes('-')) return vectors.get(plain.slice(plain.lastIndexOf('-') + 1)) ?? -1;
  if (plain.endsWith("'s")) return vectors.get(plain.slice(0, -2)) ?? -1;
  return -1;
}
