/** The engine with a small model: what it gives, and that rough text never breaks it. */

import { beforeAll, describe, expect, test } from 'vitest';

import { tinyModel } from '../../../training/smoke/tiny-model.ts';
import { children, loadEngine, subtree, toConllu } from '../../nlp.ts';
import type { AnalyzedSentence, Doc, Engine } from '../../nlp.ts';
import { LONGEST_PARSED_TOKENS } from './long-sentences.ts';

let model: Uint8Array;
let engine: Engine;

beforeAll(() => {
  ({ model } = tinyModel());
  engine = loadEngine(model);
});

/** What holds of every analysis, however odd the text. */
function expectSound(text: string, { sentences, names }: Doc): void {
  let last = 0;
  const problems: string[] = [];
  for (const sentence of sentences) {
    expect(sentence.tokens.length).toBeGreaterThan(0);
    for (const { start, end, text: form } of sentence.tokens) {
      if (start < last || end <= start || text.slice(start, end) !== form)
        problems.push(`${start}-${end} "${form}"`);
      last = end;
    }
    expectTree(sentence);
  }
  expect(problems).toEqual([]);
  for (const name of names) expect(text.slice(name.start, name.end)).toBe(name.text);
}

function expectTree(sentence: AnalyzedSentence): void {
  const { tokens, root } = sentence;
  expect(tokens.filter(({ head }) => head === 0)).toEqual([root]);
  expect(tokens.filter(({ deprel }) => deprel === 'root')).toEqual([root]);
  if (tokens.length <= 300) expect(subtree(sentence, root)).toEqual(tokens);
}

const PIECES = [
  'Norrin',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '.',
  ',',
  '"',
  '“',
  '”',
  "''",
  '’s',
  "n't",
  'ships',
  'said',
  '$5',
  '12:30',
  'U.S.',
  '-',
  '—',
  '…',
  '?!',
  'http://example.org/a?b=c',
  '@',
  '(',
  ')',
  '\u0000',
  '\ud83d',
  '\ude00',
  '😀',
  '👩‍🚀',
  '🇫🇷',
  '\u200d',
  '\u200f',
  'שלום',
  'مرحبا',
  '漢字',
  'é',
  'e\u0301',
  '\ufeff',
  '\u2028',
  'ÅÄÖ',
  'ß',
  'İ',
  '0x1F',
  '1,110',
  'A',
];

describe('the engine', () => {
  test('gives tokens with their place, part of speech, lemma, head and name', () => {
    const doc = engine.analyze(
      'Officials said that two ships left the harbour. Ada Norrin visited Port Ellery on Tuesday.',
    );
    expectSound(doc.text, doc);
    expect(doc.sentences).toHaveLength(2);
    const [first] = doc.sentences;
    const said = first?.tokens[1];
    expect(said).toMatchObject({
      i: 2,
      start: 10,
      end: 14,
      text: 'said',
      lemma: 'say',
      upos: 'VERB',
      xpos: 'VBD',
      head: 0,
    });
    expect(doc.names.map(({ type, text }) => `${type} ${text}`)).toContain('PER Ada Norrin');
  });

  test('says what hangs on a word, and all that is below it', () => {
    const doc = engine.analyze('Officials said that two ships left the harbour.');
    const sentence = doc.sentences[0] as AnalyzedSentence;
    const left = sentence.tokens.find(({ text }) => text === 'left');
    if (left === undefined) throw new Error('no such token');
    const textsOf = (tokens: readonly { text: string }[]): string => tokens.map(({ text }) => text).join(' ');
    expect(textsOf(children(sentence, left))).toBe('that ships harbour');
    expect(textsOf(subtree(sentence, left))).toBe('that two ships left the harbour');
  });

  test('writes CoNLL-U that ends each sentence with an empty line', () => {
    const doc = engine.analyze('The strike ended. Who paid?');
    const conllu = toConllu(doc);
    expect(conllu.split('\n\n')).toHaveLength(3);
    expect(conllu).toContain('# text = Who paid?');
    expect(conllu).toContain('SpaceAfter=No');
    for (const line of conllu.split('\n')) if (/^\d/.test(line)) expect(line.split('\t')).toHaveLength(10);
  });

  test('keeps sentences inside the given blocks and reads nothing between them', () => {
    const text = 'The strike ended | ignored words | Who paid?';
    const doc = engine.analyze(text, [
      { start: 0, end: 16 },
      { start: 35, end: text.length },
    ]);
    expect(doc.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The strike ended',
      'Who paid?',
    ]);
  });

  test('gives nothing for nothing', () => {
    for (const text of ['', ' \n\t ', '\u200b\u0000']) expect(engine.analyze(text).sentences).toEqual([]);
  });

  test('gives the same for the same text, whatever was analysed before', () => {
    const text = 'Norrin did not answer. The bridge was closed by the council.';
    const fresh = loadEngine(model).analyze(text);
    engine.analyze('Villagers feared the flood and fled north.\n\nWho paid?');
    expect(engine.analyze(text)).toEqual(fresh);
  });
});

describe('rough text', () => {
  let state = 99;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };

  test('of random pieces gives sound analyses', () => {
    for (let round = 0; round < 150; round++) {
      const length = 1 + Math.floor(random() * 40);
      const text = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join(
        random() < 0.5 ? '' : ' ',
      );
      const doc = engine.analyze(text);
      expectSound(text, doc);
      expect(toConllu(doc).includes('\t\t')).toBe(false);
    }
  });

  test('of a thousand words without a stop is parsed in pieces under one root', () => {
    const text = Array.from({ length: 1000 }, (_, i) => (i % 40 === 39 ? 'ships;' : 'ships')).join(' ');
    const doc = engine.analyze(text);
    const longest = Math.max(...doc.sentences.map(({ tokens }) => tokens.length));
    expect(longest).toBeGreaterThan(LONGEST_PARSED_TOKENS);
    expectSound(text, doc);
    for (const sentence of doc.sentences) expectTree(sentence);
  });

  test('of many pages on one line stays sound to its end', () => {
    const text = 'Officials said two ships left '.repeat(2_000);
    const doc = engine.analyze(text);
    const tokens = doc.sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    expect(tokens).toBe(5 * 2_000);
    const last = doc.sentences.at(-1)?.tokens.at(-1);
    expect(last?.text).toBe('left');
    expect(last?.end).toBe(text.length - 1);
  });
});
