/** The verbs that attribute: their forms, what they take and what they do. */

import type { Stance } from '../document/claim.ts';
import { regularForms } from './inflect.ts';
import { readTable } from './table.ts';

export type SpeechClass = 'report' | 'question' | 'directive' | 'judge' | 'evidence';

/** Which form of a verb a word is; `ambiguous` words are past and participle alike. */
export type VerbForm = 'base' | 'third' | 'ing' | 'past';

export interface SpeechVerb {
  /** Base form with its particle: "say", "point out". Names the row. */
  readonly lemma: string;
  /** Words that must follow the verb, in order: "out" in "point out". */
  readonly particles: readonly string[];
  readonly class: SpeechClass;
  readonly stance: Stance;
  /** A clause with or without "that", a quotation, a to-infinitive, a noun phrase. */
  readonly takesClause: boolean;
  /** A clause only counts with "that", "whether" or a question word before it. */
  readonly needsThat: boolean;
  readonly takesQuote: boolean;
  readonly takesInfinitive: boolean;
  readonly takesObject: boolean;
  /** The object is told to be something: "call the vote a sham". */
  readonly needsComplement: boolean;
  /** Somebody spoken to may stand between verb and content. */
  readonly takesAddressee: boolean;
  /** Prepositions that link the verb to a content ("for" in "appeal for"). */
  readonly prepositions: ReadonlySet<string>;
  readonly example: string;
}

const COLUMNS = ['lemma', 'forms', 'class', 'stance', 'takes', 'example'] as const;

/** One form of a verb, and the verbs it may be a form of, those with particles first. */
export interface SpeechForm {
  readonly form: VerbForm;
  readonly verbs: readonly SpeechVerb[];
}

let byForm: ReadonlyMap<string, SpeechForm> | null = null;
let verbs: readonly SpeechVerb[] | null = null;

/** Every row of the table, in its order. */
export function speechVerbs(): readonly SpeechVerb[] {
  verbs ??= readTable('speech-verbs.tsv', COLUMNS).map((row) => speechVerbOf(row));
  return verbs;
}

/** What a lower-case word may be a form of; undefined where it is no form of a speech verb. */
export function speechFormOf(norm: string): SpeechForm | undefined {
  byForm ??= indexForms();
  return byForm.get(norm);
}

/** Whether the lower-case word is a form of a verb that takes a quotation or a clause. */
export function isSpeechForm(norm: string): boolean {
  return speechFormOf(norm)?.verbs.some(({ takesQuote, takesClause }) => takesQuote || takesClause) ?? false;
}

type SpeechRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

function speechVerbOf(row: SpeechRow): SpeechVerb {
  const takes = new Set(row.takes.split(' '));
  const take = (word: string): boolean => takes.delete(word);
  const needsThat = take('that');
  const needsComplement = take('complement');
  const [, ...particles] = row.lemma.split(' ');
  return {
    lemma: row.lemma,
    particles,
    class: row.class as SpeechClass,
    stance: row.stance as Stance,
    takesClause: take('clause') || needsThat,
    needsThat,
    takesQuote: take('quote'),
    // "to" is the infinitive for these verbs; the few that take a noun after it have the row "refer to".
    takesInfinitive: take('to'),
    takesObject: take('object') || needsComplement,
    needsComplement,
    takesAddressee: take('addressee'),
    prepositions: takes,
    example: row.example,
  };
}

function indexForms(): Map<string, SpeechForm> {
  const index = new Map<string, { form: VerbForm; verbs: SpeechVerb[] }>();
  for (const [i, row] of readTable('speech-verbs.tsv', COLUMNS).entries()) {
    const verb = speechVerbs()[i];
    if (verb === undefined) continue;
    for (const [word, form] of formsOf(row.lemma.split(' ')[0] ?? '', row.forms)) {
      const entry = index.get(word) ?? { form, verbs: [] };
      entry.verbs.push(verb);
      // Longest first, so that "point out" is tried before "point".
      entry.verbs.sort((a, b) => b.particles.length - a.particles.length);
      index.set(word, entry);
    }
  }
  return index;
}

/** The forms of a verb by word; `listed` holds all but the base form, or `-` for a regular verb. */
function formsOf(base: string, listed: string): Map<string, VerbForm> {
  const words = listed === '-' ? regularForms(base) : [base, ...listed.split(' ')];
  const forms = new Map<string, VerbForm>();
  for (const [i, word] of words.entries()) {
    const form = word.endsWith('ing') && i > 0 ? 'ing' : i === 0 ? 'base' : i === 1 ? 'third' : 'past';
    // "read" and "broadcast" are their own past; the past is what news uses.
    forms.set(word, form);
  }
  return forms;
}
