/** Reads treebanks in CoNLL-U, plain or gzipped, with the place of each word in the text of its sentence. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A word of a treebank. `start` and `end` count UTF-16 units of the sentence's text; both -1 where it cannot be found. */
export interface TreeWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** Number of the head, 1-based; 0 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly start: number;
  readonly end: number;
}

export interface TreeSentence {
  readonly id: string;
  readonly text: string;
  readonly words: readonly TreeWord[];
  /** Id of the document that begins here, else null. */
  readonly newDocument: string | null;
  readonly newParagraph: boolean;
}

/** Text of a file, gunzipped where its name ends in `.gz`. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readConllu(path: string): TreeSentence[] {
  return parseConllu(readText(path));
}

export function parseConllu(text: string): TreeSentence[] {
  return text
    .split(/\r?\n\r?\n/)
    .map((part) => sentenceOf(part.split(/\r?\n/)))
    .filter((sentence) => sentence.words.length > 0);
}

/** A word before it has a place in the text. */
type Unplaced = Omit<TreeWord, 'start' | 'end'>;

/** Words `first` to `last` (0-based, inclusive) that are written as one. */
interface Contraction {
  readonly first: number;
  readonly last: number;
  readonly form: string;
}

function sentenceOf(lines: readonly string[]): TreeSentence {
  const words: Unplaced[] = [];
  const contractions: Contraction[] = [];
  const facts = new Map<string, string>();
  for (const line of lines) {
    if (line.startsWith('#')) {
      const [, name = '', value = ''] = /^#\s*([^=]+?)\s*(?:= ?(.*))?$/.exec(line) ?? [];
      facts.set(name, value);
      continue;
    }
    const cells = line.split('\t');
    const [id = '', form = ''] = cells;
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range !== null) contractions.push({ first: Number(range[1]) - 1, last: Number(range[2]) - 1, form });
    else if (/^\d+$/.test(id)) words.push(wordOf(cells));
  }
  const text = facts.get('text') ?? words.map(({ form }) => form).join(' ');
  return {
    id: facts.get('sent_id') ?? '',
    text,
    words: placed(words, contractions, text),
    newDocument: facts.get('newdoc id') ?? null,
    newParagraph: [...facts.keys()].some((name) => name === 'newpar' || name === 'newpar id'),
  };
}

function wordOf(cells: readonly string[]): Unplaced {
  const [, form = '', lemma = '', upos = '', xpos = '', feats = '_', head = '0', deprel = ''] = cells;
  return { form, lemma, upos, xpos, feats, head: Number(head), deprel };
}

/** Finds each word in the text, in order. The words of a contraction are found only if they add up to it. */
function placed(words: readonly Unplaced[], contractions: readonly Contraction[], text: string): TreeWord[] {
  const at = new Map(contractions.map((contraction) => [contraction.first, contraction]));
  const result: TreeWord[] = [];
  let position = 0;
  for (let i = 0; i < words.length; ) {
    while (/\s/.test(text.charAt(position))) position += 1;
    const contraction = at.get(i);
    const last = contraction?.last ?? i;
    const parts = words.slice(i, last + 1);
    const whole = contraction?.form ?? parts[0]?.form ?? '';
    const found = text.startsWith(whole, position);
    const splits = found && parts.map(({ form }) => form).join('') === whole;
    let start = position;
    for (const word of parts) {
      result.push(splits ? { ...word, start, end: start + word.form.length } : { ...word, start: -1, end: -1 });
      start += word.form.length;
    }
    if (found) position += whole.length;
    i = last + 1;
  }
  return result;
}
