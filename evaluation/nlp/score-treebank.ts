/** Scores of the engine on a treebank: with gold words, and from raw text as the CoNLL 2018 shared task did. In percent. */

import type { AnalyzedToken, Engine } from '../../src/nlp.ts';
import type { Span } from '../../src/document/span.ts';
import { paragraphsOf } from '../../src/annotate/engine/paragraphs.ts';
import { documentsOf } from '../../training/data/documents.ts';
import type { TreeDocument } from '../../training/data/documents.ts';
import type { TreeSentence, TreeWord } from '../../training/data/read-conllu.ts';
import { laidOut } from './laid-out.ts';

/** Precision, recall and F1 of one relation, head and full label right. */
export interface RelationScore {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface TreebankScores {
  readonly tokens_f1: number;
  readonly sentences_f1: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  /** Heads and universal relations (what follows a colon does not count), with gold words. */
  readonly las: number;
  readonly las_nopunct: number;
  /** Content words only, F1. */
  readonly clas: number;
  /** F1 over words from raw text, own sentences and tokens. */
  readonly raw_las: number;
  /** `las` when the words are given in small letters and in capitals. */
  readonly las_lower: number;
  readonly las_upper: number;
  readonly relations: Readonly<Record<string, RelationScore>>;
}

export function scoreTreebank(engine: Engine, sentences: readonly TreeSentence[]): TreebankScores {
  const documents = documentsOf(sentences);
  const gold = new GoldWordScore();
  const lower = new GoldWordScore();
  const upper = new GoldWordScore();
  const raw = new RawScore();
  for (const document of documents) {
    gold.add(engine, document.sentences, (form) => form);
    lower.add(engine, document.sentences, (form) => form.toLowerCase());
    upper.add(engine, document.sentences, (form) => form.toUpperCase());
    raw.add(engine, document);
  }
  return {
    ...raw.scores(),
    ...gold.scores(),
    las_lower: gold.percentOf(lower.right.las),
    las_upper: gold.percentOf(upper.right.las),
  };
}

/** Relations between content words, by the CoNLL 2018 definition. */
const CONTENT = new Set(
  (
    'nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl ' +
    'amod conj fixed flat list parataxis orphan goeswith reparandum root dep compound'
  ).split(' '),
);

interface Count {
  right: number;
  found: number;
  gold: number;
}

class GoldWordScore {
  readonly right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, lasNoPunct: 0 };
  #words = 0;
  #notPunct = 0;
  readonly #content: Count = { right: 0, found: 0, gold: 0 };
  readonly #relations = new Map<string, Count>();

  add(engine: Engine, sentences: readonly TreeSentence[], vary: (form: string) => string): void {
    const { text, spans } = laidOut(sentences.map(({ words }) => words.map(({ form }) => vary(form))));
    const doc = engine.analyzeSentences(text, spans);
    for (const [s, { words }] of sentences.entries()) {
      for (const [i, word] of words.entries()) this.#compare(word, doc.sentences[s]?.tokens[i]);
    }
  }

  scores(): Omit<TreebankScores, 'tokens_f1' | 'sentences_f1' | 'raw_las' | 'las_lower' | 'las_upper'> {
    const { right } = this;
    return {
      upos: this.percentOf(right.upos),
      xpos: this.percentOf(right.xpos),
      lemma: this.percentOf(right.lemma),
      uas: this.percentOf(right.uas),
      las: this.percentOf(right.las),
      las_nopunct: percent(right.lasNoPunct, this.#notPunct),
      clas: percent(2 * this.#content.right, this.#content.found + this.#content.gold),
      relations: Object.fromEntries(
        [...this.#relations].sort(byGold).map(([name, count]) => [name, scoreOf(count)]),
      ),
    };
  }

  percentOf(count: number): number {
    return percent(count, this.#words);
  }

  #compare(gold: TreeWord, token: AnalyzedToken | undefined): void {
    const isHead = token?.head === gold.head;
    const isRelation = isHead && universal(token.deprel) === universal(gold.deprel);
    const isPunct = universal(gold.deprel) === 'punct';
    this.#words += 1;
    if (!isPunct) this.#notPunct += 1;
    if (token?.upos === gold.upos) this.right.upos += 1;
    if (token?.xpos === gold.xpos) this.right.xpos += 1;
    if (token?.lemma === gold.lemma) this.right.lemma += 1;
    if (isHead) this.right.uas += 1;
    if (isRelation) this.right.las += 1;
    if (isRelation && !isPunct) this.right.lasNoPunct += 1;
    if (CONTENT.has(universal(gold.deprel))) this.#content.gold += 1;
    if (token !== undefined && CONTENT.has(universal(token.deprel))) this.#content.found += 1;
    if (isRelation && CONTENT.has(universal(gold.deprel))) this.#content.right += 1;
    this.#countOf(gold.deprel).gold += 1;
    if (token === undefined) return;
    const found = this.#countOf(token.deprel);
    found.found += 1;
    if (isHead && token.deprel === gold.deprel) found.right += 1;
  }

  #countOf(relation: string): Count {
    let count = this.#relations.get(relation);
    if (count === undefined) this.#relations.set(relation, (count = { right: 0, found: 0, gold: 0 }));
    return count;
  }
}

/** Counts from raw text: words and sentences are right when their spans are. */
class RawScore {
  readonly #tokens: Count = { right: 0, found: 0, gold: 0 };
  readonly #sentences: Count = { right: 0, found: 0, gold: 0 };
  #relations = 0;

  add(engine: Engine, document: TreeDocument): void {
    const { text, sentences, starts } = document;
    const doc = engine.analyze(text, paragraphsOf(text));
    const goldSentences = new Set(
      sentences.map((s, i) => keyOf(starts[i] ?? 0, (starts[i] ?? 0) + s.text.length)),
    );
    this.#sentences.gold += goldSentences.size;
    this.#sentences.found += doc.sentences.length;
    this.#sentences.right += doc.sentences.filter(({ start, end }) =>
      goldSentences.has(keyOf(start, end)),
    ).length;
    const gold = goldWords(document);
    this.#tokens.gold += sentences.reduce((sum, { words }) => sum + words.length, 0);
    for (const { tokens } of doc.sentences) {
      this.#tokens.found += tokens.length;
      for (const token of tokens) {
        const word = gold.get(keyOf(token.start, token.end));
        if (word === undefined) continue;
        this.#tokens.right += 1;
        const head = tokens[token.head - 1];
        const headKey = head === undefined ? 'root' : keyOf(head.start, head.end);
        if (headKey === word.head && universal(token.deprel) === word.relation) this.#relations += 1;
      }
    }
  }

  scores(): Pick<TreebankScores, 'tokens_f1' | 'sentences_f1' | 'raw_las'> {
    return {
      tokens_f1: percent(2 * this.#tokens.right, this.#tokens.found + this.#tokens.gold),
      sentences_f1: percent(2 * this.#sentences.right, this.#sentences.found + this.#sentences.gold),
      raw_las: percent(2 * this.#relations, this.#tokens.found + this.#tokens.gold),
    };
  }
}

/** By the span of a word in the document: the span of its head and its relation. */
function goldWords({ sentences, starts }: TreeDocument): Map<string, { head: string; relation: string }> {
  const words = new Map<string, { head: string; relation: string }>();
  for (const [s, sentence] of sentences.entries()) {
    const shift = starts[s] ?? 0;
    const keys = sentence.words.map(({ start, end }) => keyOf(start + shift, end + shift));
    for (const [i, { head, deprel, start }] of sentence.words.entries()) {
      if (start < 0) continue;
      const headKey = head === 0 ? 'root' : (keys[head - 1] ?? '');
      words.set(keys[i] ?? '', { head: headKey, relation: universal(deprel) });
    }
  }
  return words;
}

function keyOf(start: Span['start'], end: Span['end']): string {
  return `${start}-${end}`;
}

function universal(deprel: string): string {
  return deprel.split(':')[0] ?? deprel;
}

function byGold([, a]: [string, Count], [, b]: [string, Count]): number {
  return b.gold - a.gold;
}

function scoreOf({ right, found, gold }: Count): RelationScore {
  return { p: percent(right, found), r: percent(right, gold), f1: percent(2 * right, found + gold) };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
}
