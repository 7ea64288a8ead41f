/** The language engine: from text to sentences, tokens, tags, trees, lemmas and names. */

import type { Span } from '../../document/span.ts';
import type { Asset } from '../../model/asset.ts';
import { predict } from '../../model/network/predict.ts';
import type { Predictor } from '../../model/network/predict.ts';
import type { SparseWeights } from '../../model/sparse-weights.ts';
import { tokensOf } from '../tokenize.ts';
import type { AnalyzedSentence, AnalyzedToken, Doc, NamedSpan } from './doc.ts';
import { piecesOf } from './long-sentences.ts';
import { NameTagger } from './name-tagger.ts';
import { paragraphsOf } from './paragraphs.ts';
import { formsOf, parserOf, splitterOf } from './parts.ts';
import type { ParserPart } from './parts.ts';
import { boundariesAfter } from './sentence-boundaries.ts';
import type { WordForms } from './word-forms.ts';

/** Rows of the network's input that are computed together; more would only take more memory. */
const BATCH_ROWS = 400;

/** The tokens of one sentence, before they are analysed. */
type TokenSpans = readonly Span[];

/** What the parser says of a token. */
interface Parsed {
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

export class Engine {
  readonly #parser: ParserPart;
  readonly #predictor: Predictor;
  readonly #splitter: SparseWeights;
  readonly #forms: WordForms;
  readonly #names: NameTagger;

  constructor(asset: Asset) {
    this.#parser = parserOf(asset);
    this.#predictor = this.#parser.predictor;
    this.#splitter = splitterOf(asset);
    this.#forms = formsOf(asset);
    this.#names = NameTagger.from(asset);
  }

  /**
   * Analyses a text. Sentences never cross the end of a block; without blocks, empty
   * lines part paragraphs. Blocks are in text order and do not overlap.
   */
  analyze(text: string, blocks: readonly Span[] = paragraphsOf(text)): Doc {
    return this.analyzeSentences(text, this.sentencesOf(text, blocks));
  }

  /** The tokens of each sentence of the blocks. */
  sentencesOf(text: string, blocks: readonly Span[]): Span[][] {
    return blocks.flatMap(({ start, end }) => this.splitTokens(text, tokensOf(text, start, end)));
  }

  /** Cuts the tokens of one block into sentences. */
  splitTokens<Token extends Span>(text: string, tokens: readonly Token[]): Token[][] {
    if (tokens.length === 0) return [];
    const ends = [...boundariesAfter(this.#splitter, text, tokens), tokens.length - 1];
    return ends.map((end, i) => tokens.slice((ends[i - 1] ?? -1) + 1, end + 1));
  }

  /** Analyses sentences whose tokens are known, all of one article. None may be empty. */
  analyzeSentences(text: string, sentences: readonly TokenSpans[]): Doc {
    const forms = sentences.map((tokens) => tokens.map(({ start, end }) => text.slice(start, end)));
    const parses = this.#parse(forms);
    const upos = parses.map((parse) => parse.map((word) => word.upos));
    const names = this.#names.tag(forms.map((words, s) => ({ forms: words, upos: upos[s] ?? [] })));
    const analyzed = sentences.map((tokens, s) =>
      this.#sentence(text, tokens, parses[s] ?? [], names[s] ?? []),
    );
    return { text, sentences: analyzed, names: analyzed.flatMap((sentence) => namesOf(text, sentence)) };
  }

  #sentence(
    text: string,
    spans: TokenSpans,
    parse: readonly Parsed[],
    names: readonly string[],
  ): AnalyzedSentence {
    const tokens = spans.map(({ start, end }, k): AnalyzedToken => {
      const form = text.slice(start, end);
      const { upos, xpos, head, deprel } = parse[k] ?? LOST;
      const { lemma, feats } = this.#forms.formOf(form, `${upos}|${xpos}`);
      return {
        i: k + 1,
        start,
        end,
        text: form,
        lemma,
        upos,
        xpos,
        feats,
        head,
        deprel,
        ner: names[k] ?? 'O',
      };
    });
    const root = tokens.find(({ head }) => head === 0) ?? tokens[0];
    if (root === undefined) throw new Error('a sentence without tokens');
    return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, tokens, root };
  }

  /** Parses in batches; sentences over the cap in pieces, the roots of later pieces hanging on the first as `parataxis`. */
  #parse(sentences: readonly (readonly string[])[]): Parsed[][] {
    const pieces = sentences.flatMap((forms, sentence) =>
      piecesOf(forms).map(({ from, to }) => ({ sentence, from, forms: forms.slice(from, to) })),
    );
    const result: Parsed[][] = sentences.map(() => []);
    for (const batch of batchesOf(pieces)) {
      const inputs = batch.map(({ forms }) => forms.map((form) => this.#parser.lookup.rowsOf(form)));
      const predictions = predict(this.#predictor, inputs);
      for (const [k, { sentence, from, forms }] of batch.entries()) {
        const prediction = predictions[k];
        const words = result[sentence];
        if (prediction === undefined || words === undefined) continue;
        const root = words.findIndex(({ head }) => head === 0) + 1;
        for (const i of forms.keys()) {
          const head = prediction.heads[i] ?? 0;
          const isLaterRoot = head === 0 && from > 0;
          words.push({
            ...this.#parser.tagOf(prediction.tags[i] ?? 0),
            head: isLaterRoot ? root : head === 0 ? 0 : head + from,
            deprel: isLaterRoot ? 'parataxis' : this.#parser.labelOf(prediction.labels[i] ?? 0),
          });
        }
      }
    }
    return result;
  }
}

/** Stands in where nothing was predicted, which does not happen for sentences with tokens. */
const LOST: Parsed = { upos: 'X', xpos: 'FW', head: 0, deprel: 'root' };

function batchesOf<Piece extends { readonly forms: readonly string[] }>(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let rows = Infinity;
  for (const piece of pieces) {
    if (rows + piece.forms.length > BATCH_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(piece);
    rows += piece.forms.length + 1;
  }
  return batches;
}

/** Names of a sentence, from their BIO tags. */
function namesOf(text: string, { tokens }: AnalyzedSentence): NamedSpan[] {
  const names: { start: number; end: number; type: string }[] = [];
  for (const { ner, start, end } of tokens) {
    const last = names.at(-1);
    if (ner.startsWith('B-')) names.push({ start, end, type: ner.slice(2) });
    else if (ner.startsWith('I-') && last !== undefined) last.end = end;
  }
  return names.map((name) => ({ ...name, text: text.slice(name.start, name.end) }));
}
