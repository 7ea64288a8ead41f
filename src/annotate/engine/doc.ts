/** What the language engine gives: an analysed text with its sentences and tokens. */

import type { Span } from '../../document/span.ts';

/**
 * A word or mark. `start` and `end` are UTF-16 code units in the whole text, so
 * that `doc.text.slice(start, end) === text`.
 */
export interface AnalyzedToken extends Span {
  /** Number within its sentence, from 1, as in CoNLL-U. */
  readonly i: number;
  readonly text: string;
  readonly lemma: string;
  /** Part of speech, Universal Dependencies. */
  readonly upos: string;
  /** Part of speech, Penn Treebank. */
  readonly xpos: string;
  /** Morphological features, `_` for none. */
  readonly feats: string;
  /** Number of the head in the sentence, 0 for the root. */
  readonly head: number;
  readonly deprel: string;
  /** `B-` or `I-` and the type of the name it is in (PER ORG LOC FAC NORP DATE MONEY MISC), else `O`. */
  readonly ner: string;
}

export interface AnalyzedSentence extends Span {
  readonly tokens: readonly AnalyzedToken[];
  /** The token whose head is 0. */
  readonly root: AnalyzedToken;
}

/** A name in the text. */
export interface NamedSpan extends Span {
  readonly type: string;
  readonly text: string;
}

export interface Doc {
  readonly text: string;
  readonly sentences: readonly AnalyzedSentence[];
  readonly names: readonly NamedSpan[];
}

/** The tokens that hang directly on `token`, in text order. */
export function children(sentence: AnalyzedSentence, token: AnalyzedToken): AnalyzedToken[] {
  return sentence.tokens.filter(({ head }) => head === token.i);
}

/** `token` and everything below it, in text order. */
export function subtree(sentence: AnalyzedSentence, token: AnalyzedToken): AnalyzedToken[] {
  return sentence.tokens.filter((other) => isWithin(sentence, other, token));
}

function isWithin({ tokens }: AnalyzedSentence, token: AnalyzedToken, top: AnalyzedToken): boolean {
  let at: AnalyzedToken | undefined = token;
  while (at !== undefined && at !== top) at = tokens[at.head - 1];
  return at === top;
}

/** The whole analysis in CoNLL-U, with names in the last column (`NER=B-PER`). */
export function toConllu(doc: Doc): string {
  return doc.sentences.map((sentence, i) => sentenceToConllu(doc, sentence, i + 1)).join('');
}

function sentenceToConllu({ text }: Doc, sentence: AnalyzedSentence, number: number): string {
  const shown = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
  const lines = sentence.tokens.map((token, i) => {
    const next = sentence.tokens[i + 1];
    const misc = [
      ...(token.ner === 'O' ? [] : [`NER=${token.ner}`]),
      ...(next !== undefined && next.start === token.end ? ['SpaceAfter=No'] : []),
    ];
    const { i: id, upos, xpos, feats, head, deprel } = token;
    const cells = [id, cell(token.text), cell(token.lemma), upos, xpos, feats, head, deprel, '_'];
    return [...cells, misc.length === 0 ? '_' : misc.join('|')].join('\t');
  });
  return `# sent_id = ${number}\n# text = ${shown}\n${lines.join('\n')}\n\n`;
}

/** A value that may stand in a column: never empty, without tabulators or line ends. */
function cell(value: string): string {
  const clean = value.replace(/[\t\r\n\u2028\u2029]/g, ' ');
  return clean === '' ? '_' : clean;
}
