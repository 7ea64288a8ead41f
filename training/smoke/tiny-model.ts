/** A very small model, trained in a few seconds on invented sentences, for tests that need a real one. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { learnForms } from '../forms/learn-forms.ts';
import { trainNameTagger } from '../names/run.ts';
import { pack } from '../pack/pack.ts';
import { writePart } from '../pack/parts.ts';
import { readConllu } from '../data/read-conllu.ts';
import { trainParse } from '../parse/train-parse.ts';
import type { ScoresByTreebank } from '../parse/train-parse.ts';
import { PARSE_SETTINGS } from '../parse/settings.ts';
import type { ParseSettings } from '../parse/settings.ts';
import { Random } from '../random.ts';
import { trainSplit } from '../split/train-split.ts';

/** Settings under which twelve sentences are learnt by heart in about a second. */
export const TINY_SETTINGS: ParseSettings = {
  ...PARSE_SETTINGS,
  widths: { vector: 104, word: 16, affix: 16, hidden: 16, layers: 2, arc: 16, label: 16 },
  buckets: 512,
  vectors: 20,
  epochs: 60,
  batchRows: 40,
  rate: 0.01,
  warmUp: 10,
  dropout: 0.1,
  rarestWord: 1,
  rarestTag: 1,
  rarestLabel: 1,
};

/** Feature buckets of the tiny name tagger: 2 to this power. */
const TINY_BITS = 15;

/** Words with vectors in the tiny data folder; their vectors are random. */
const VECTOR_WORDS = ['the', 'of', 'said', 'ships', 'norrin', 'varnia', 'council', 'harbour', 'on', '.'];

/** Runs `use` with a data folder laid out as the real one, and removes it after. */
export function withTinyData<Result>(use: (data: string, out: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'annalist-training-'));
  try {
    const data = join(folder, 'data');
    for (const part of ['ud', 'ner', 'vectors']) mkdirSync(join(data, part), { recursive: true });
    const here = fileURLToPath(new URL('./', import.meta.url));
    for (const part of ['train', 'dev']) {
      cpSync(join(here, 'treebank.conllu'), join(data, `ud/tiny-${part}.conllu`));
      cpSync(join(here, 'names.tsv'), join(data, `ner/tiny-${part}.tsv`));
    }
    writeVectors(data);
    return use(data, join(folder, 'out'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeVectors(data: string): void {
  const random = new Random(3);
  const rows = VECTOR_WORDS.length;
  const scales = Buffer.from(new Float32Array(rows).fill(0.01).buffer);
  const values = Int8Array.from({ length: rows * 100 }, () => Math.floor(random.unit() * 255) - 127);
  const file = (name: string): string => join(data, `vectors/glove6b-${name}.gz`);
  writeFileSync(file('100d-top100k.int8.bin'), gzipSync(Buffer.concat([scales, Buffer.from(values.buffer)])));
  writeFileSync(file('100d-top100k.words.txt'), gzipSync(VECTOR_WORDS.join('\n')));
  const classes = VECTOR_WORDS.map((word, i) => `${word}\t${i % 2}\t${i % 3}\t${i}`);
  writeFileSync(file('kmeans-64-300-1000-top60k.tsv'), gzipSync(classes.join('\n')));
}

export interface TinyModel {
  readonly model: Uint8Array;
  readonly parse: ScoresByTreebank;
}

/** Trains every part and packs them, as `npm run train` does task by task. */
export function tinyModel(): TinyModel {
  return withTinyData((data, out) => {
    const quiet = (): void => {};
    const parse = trainParse({ data, out, settings: TINY_SETTINGS, resume: false, write: quiet });
    const sentences = readConllu(join(data, 'ud/tiny-train.conllu'));
    writePart(out, 'split.weights', trainSplit(sentences, { epochs: 10, seed: 7, write: quiet }));
    const { lemmas, feats } = learnForms(sentences);
    writePart(out, 'lemmas.txt', Buffer.from(lemmas.join('\n')));
    writePart(out, 'feats.txt', Buffer.from(feats.join('\n')));
    const corpora = ['tiny-train.tsv'];
    trainNameTagger({
      data,
      out,
      lists: null,
      corpora,
      scored: 'tiny-dev.tsv',
      bits: TINY_BITS,
      epochs: 12,
      seed: 7,
      write: quiet,
    });
    pack({ data, out, models: out, lists: null, corpora, bits: TINY_BITS, write: quiet });
    return { model: Uint8Array.from(readFileSync(join(out, 'en/english.bin'))), parse };
  });
}
