/** Reads name corpora: one word a line with its tag, an empty line between sentences, whatever the set's own tags. */

import { readText } from './read-conllu.ts';

export interface TaggedSentence {
  readonly forms: readonly string[];
  /** BIO with the types of `NAME_TYPES`. */
  readonly tags: readonly string[];
  /** Sentences of one document follow one another and share this number. */
  readonly document: number;
}

/** A set with the types it marks; where it marks fewer than all, `O` may hide a name of another type. */
export interface NameCorpus {
  readonly sentences: readonly TaggedSentence[];
  readonly types: ReadonlySet<string>;
}

/** Our types by the words that sets use, in small letters. */
const TYPES: Readonly<Record<string, string>> = {
  person: 'PER',
  per: 'PER',
  politician: 'PER',
  organization: 'ORG',
  organisation: 'ORG',
  org: 'ORG',
  politicalparty: 'ORG',
  corporation: 'ORG',
  group: 'ORG',
  location: 'LOC',
  loc: 'LOC',
  country: 'LOC',
  facility: 'FAC',
  norp: 'NORP',
  date: 'DATE',
  money: 'MONEY',
  misc: 'MISC',
  product: 'MISC',
  election: 'MISC',
  event: 'MISC',
  'creative-work': 'MISC',
};

/** Sentences of sets without documents are taken for documents of this many sentences. */
const UNMARKED_DOCUMENT_SENTENCES = 1;

export function readNames(path: string): NameCorpus {
  return parseNames(readText(path));
}

export function parseNames(text: string): NameCorpus {
  const sentences: TaggedSentence[] = [];
  const types = new Set<string>();
  const hasDocuments = /^# (?:doc|newdoc)/m.test(text);
  let document = 0;
  let forms: string[] = [];
  let raw: string[] = [];
  const close = (): void => {
    if (forms.length > 0) sentences.push({ forms, tags: bioOf(raw), document });
    if (!hasDocuments && forms.length > 0 && sentences.length % UNMARKED_DOCUMENT_SENTENCES === 0) document += 1;
    forms = [];
    raw = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^# (?:doc|newdoc)/.test(line)) document += 1;
    const word = wordOf(line);
    if (word === null) {
      if (line.trim() === '') close();
      continue;
    }
    forms.push(word.form);
    raw.push(word.tag);
    if (word.tag !== 'O') types.add(word.tag.slice(2));
  }
  close();
  return { sentences, types };
}

/** The word and its tag in our types, or null for a line that is not a word. */
function wordOf(line: string): { form: string; tag: string } | null {
  if (line.trim() === '' || /^# [\w ]+=/.test(line)) return null;
  const cells = line.split(/\t| /);
  // With a number first, the word and its tag are the second and third cell.
  const isNumbered = cells.length > 3 && /^\d+$/.test(cells[0] ?? '');
  const form = isNumbered ? cells[1] : cells[0];
  const given = (isNumbered ? cells[2] : cells.at(-1)) ?? 'O';
  if (form === undefined || form === '' || form === '-DOCSTART-') return null;
  const [prefix = 'O', ...rest] = given.split('-');
  const type = TYPES[rest.join('-').toLowerCase()];
  return { form, tag: type === undefined ? 'O' : `${prefix}-${type}` };
}

/** Sets that begin names with `I-` get `B-` where a name begins. */
function bioOf(tags: readonly string[]): string[] {
  return tags.map((tag, i) => {
    const before = tags[i - 1] ?? 'O';
    return tag.startsWith('I-') && (before === 'O' || before.slice(2) !== tag.slice(2)) ? `B-${tag.slice(2)}` : tag;
  });
}
