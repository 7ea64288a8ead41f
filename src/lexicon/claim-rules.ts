/** The claim rules that no verb makes, and the nouns that attribute. */

import type { Stance } from '../document/claim.ts';
import { readTable } from './table.ts';

/** How a rule's words attribute: before a source, beside a verb, or after a speaker's name. */
export type RuleForm = 'preposition' | 'adverb' | 'label';

export interface ClaimRule {
  readonly name: string;
  readonly form: RuleForm;
  /** Lower case, in order. */
  readonly words: readonly string[];
  readonly stance: Stance;
  readonly example: string;
}

export interface SpeechNoun {
  /** Singular; names the row. */
  readonly noun: string;
  readonly stance: Stance;
  /** What links it to a content: "that", "to" or a preposition. */
  readonly takes: ReadonlySet<string>;
  readonly example: string;
}

let rules: readonly ClaimRule[] | null = null;
let rulesByWord: Map<string, readonly ClaimRule[]> | null = null;
let nouns: readonly SpeechNoun[] | null = null;
let nounsByForm: Map<string, SpeechNoun> | null = null;

/** Every rule of `claim-rules.tsv`, in its order. */
export function claimRules(): readonly ClaimRule[] {
  rules ??= readTable('claim-rules.tsv', ['rule', 'form', 'words', 'stance', 'example']).map((row) => ({
    name: row.rule,
    form: row.form as RuleForm,
    words: row.words.split(' '),
    stance: row.stance as Stance,
    example: row.example,
  }));
  return rules;
}

/** The rules whose words begin with the lower-case word. */
export function claimRulesOf(norm: string): readonly ClaimRule[] {
  if (rulesByWord === null) {
    rulesByWord = new Map();
    for (const rule of claimRules()) {
      const first = rule.words[0] ?? '';
      rulesByWord.set(first, [...(rulesByWord.get(first) ?? []), rule]);
    }
  }
  return rulesByWord.get(norm) ?? [];
}

const NOUN_COLUMNS = ['noun', 'plural', 'stance', 'takes', 'example'] as const;

/** Every row of `speech-nouns.tsv`, in its order. */
export function speechNouns(): readonly SpeechNoun[] {
  nouns ??= readTable('speech-nouns.tsv', NOUN_COLUMNS).map((row) => ({
    noun: row.noun,
    stance: row.stance as Stance,
    takes: new Set(row.takes.split(' ')),
    example: row.example,
  }));
  return nouns;
}

/** The speech noun that a lower-case word is the singular or plural of. */
export function speechNounOf(norm: string): SpeechNoun | undefined {
  if (nounsByForm === null) {
    nounsByForm = new Map();
    for (const [i, { noun, plural }] of readTable('speech-nouns.tsv', NOUN_COLUMNS).entries()) {
      const row = speechNouns()[i];
      if (row === undefined) continue;
      nounsByForm.set(noun, row);
      if (plural !== '-') nounsByForm.set(plural, row);
    }
  }
  return nounsByForm.get(norm);
}
