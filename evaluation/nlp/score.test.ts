/** The scorers: known answers for names, and a treebank that a small model has learnt by heart. */

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { loadEngine } from '../../src/nlp.ts';
import { parseConllu } from '../../training/data/read-conllu.ts';
import { parseNames } from '../../training/data/read-names.ts';
import { tinyModel } from '../../training/smoke/tiny-model.ts';
import { evaluateNlp } from './evaluate-nlp.ts';
import { scoreNames } from './score-names.ts';
import type { TreebankScores } from './score-treebank.ts';

const NAMES = parseNames(
  '# doc = a\nAda\tB-Person\nNorrin\tI-Person\nleft\tO\nVarnia\tB-Location\n\nThe\tO\nQuay\tB-Facility\n\n# doc = b\nMay\tB-Date\n',
);

describe('the scorer for names', () => {
  test('gives 100 for the gold labels', () => {
    const gold = new Map(NAMES.sentences.map(({ forms, tags }) => [forms.join(' '), tags]));
    const scores = scoreNames(NAMES, (sentences) =>
      sentences.map((forms) => gold.get(forms.join(' ')) ?? []),
    );
    expect(scores).toEqual({ per: 100, org: 0, loc: 100, micro3: 100, norp: 0, date: 100, money: 0 });
  });

  test('counts a name with a wrong end as wrong, and a facility as a place', () => {
    const answers = [['B-PER', 'O', 'O', 'B-LOC'], ['O', 'B-LOC'], ['O']];
    let next = 0;
    const scores = scoreNames(NAMES, (sentences) => sentences.map(() => answers[next++] ?? []));
    expect(scores).toMatchObject({ per: 0, loc: 100, micro3: 66.67, date: 0 });
  });

  test('is asked for the sentences of one article at a time', () => {
    const sizes: number[] = [];
    scoreNames(NAMES, (sentences) => {
      sizes.push(sentences.length);
      return sentences.map(() => []);
    });
    expect(sizes).toEqual([2, 1]);
  });
});

describe('names files', () => {
  test('may number their words and begin names with an inside label', () => {
    const { sentences, types } = parseNames('# newdoc id = x\n1\tAda\tB-PER\t-\ts\n2\tleft\tO\t-\t-\n');
    expect(sentences).toEqual([{ forms: ['Ada', 'left'], tags: ['B-PER', 'O'], document: 1 }]);
    expect([...types]).toEqual(['PER']);
    expect(parseNames('Ada I-PER\nBor I-ORG\nCity I-ORG\n').sentences[0]?.tags).toEqual([
      'B-PER',
      'B-ORG',
      'I-ORG',
    ]);
  });
});

test('the words of a treebank have their place in its text, contractions apart where they can be', () => {
  const [sentence] = parseConllu(
    '# text = We don’t.\n1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n' +
      '2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n3\tn’t\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n',
  );
  expect(sentence?.words.map(({ start, end }) => `${start}-${end}`)).toEqual(['0-2', '3-5', '5-8', '8-9']);
});

test('a folder of treebanks and names is scored file by file, training files left out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annalist-nlp-'));
  try {
    const smoke = fileURLToPath(new URL('../../training/smoke/', import.meta.url));
    for (const part of ['ud', 'ner']) mkdirSync(join(folder, part));
    for (const name of ['tiny-dev', 'tiny-train']) {
      cpSync(join(smoke, 'treebank.conllu'), join(folder, `ud/${name}.conllu`));
      cpSync(join(smoke, 'names.tsv'), join(folder, `ner/names-${name}.tsv`));
    }
    const scores = await evaluateNlp(folder, loadEngine(tinyModel().model));
    expect(Object.keys(scores)).toEqual(['tiny-dev', 'names-tiny-dev']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a treebank that was learnt by heart scores high, from raw text too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annalist-nlp-'));
  try {
    mkdirSync(join(folder, 'ud'));
    const smoke = fileURLToPath(new URL('../../training/smoke/', import.meta.url));
    cpSync(join(smoke, 'treebank.conllu'), join(folder, 'ud/tiny-dev.conllu'));
    const scores = (await evaluateNlp(folder, loadEngine(tinyModel().model)))['tiny-dev'] as TreebankScores;
    expect(scores.upos).toBeGreaterThan(95);
    expect(scores.las).toBeGreaterThan(85);
    expect(scores.raw_las).toBeGreaterThan(80);
    expect(scores.tokens_f1).toBe(100);
    expect(scores.relations['nsubj']?.f1).toBeGreaterThan(80);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
