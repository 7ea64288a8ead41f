/** `npm run train`: makes the parts of the language model from treebanks, name corpora and word vectors. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConllu } from './data/read-conllu.ts';
import { learnForms } from './forms/learn-forms.ts';
import { NAME_BITS, NEWS_CORPUS, OPEN_CORPORA, SCORED_CORPUS } from './names/corpora.ts';
import { trainNameTagger } from './names/run.ts';
import { pack } from './pack/pack.ts';
import { writePart } from './pack/parts.ts';
import { PARSE_SETTINGS } from './parse/settings.ts';
import { trainParse, treebanksIn } from './parse/train-parse.ts';
import { SPLIT_EPOCHS, trainSplit } from './split/train-split.ts';

const USAGE = `npm run train -- --task split|parse|ner|lemma|pack [options]

  --task NAME      split: sentence ends; parse: tags and trees; lemma: lemmas and features;
                   ner: names (after parse); pack: the model file (after all others)
  --data DIR       treebanks, corpora and vectors (default ../shared/data/nlp); training/README.md
                   says where they come from
  --out DIR        gets the parts and their scores (default training/out)
  --models DIR     gets the model file and the manifest of pack (default training/out)
  --epochs N       passes over the data
  --dropout X      share of activations dropped in parse
  --resume         parse goes on from the checkpoint in --out
  --lists DIR      folder with the packages humannames and cities-list, for ner and pack
  --open-only      names from sets under open licences only
`;

/** One seed for all parts, so that a training can be repeated. */
const SEED = 7;
const NAME_EPOCHS = 6;

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    data: { type: 'string', default: '../shared/data/nlp' },
    out: { type: 'string', default: 'training/out' },
    models: { type: 'string', default: 'training/out' },
    epochs: { type: 'string' },
    dropout: { type: 'string' },
    resume: { type: 'boolean', default: false },
    lists: { type: 'string' },
    'open-only': { type: 'boolean', default: false },
  },
});

const { data, out, models, resume } = values;
const write = (line: string): void => void process.stdout.write(line);
const lists = values.lists ?? null;
const corpora = values['open-only'] ? OPEN_CORPORA : [NEWS_CORPUS];
const epochs = values.epochs === undefined ? null : Number(values.epochs);
const dropout = values.dropout === undefined ? PARSE_SETTINGS.dropout : Number(values.dropout);

const TASKS: Readonly<Record<string, () => void>> = {
  parse: () =>
    void trainParse({
      data,
      out,
      resume,
      write,
      settings: { ...PARSE_SETTINGS, epochs: epochs ?? PARSE_SETTINGS.epochs, dropout },
    }),
  split: () =>
    writePart(
      out,
      'split.weights',
      trainSplit(treebanks(), { epochs: epochs ?? SPLIT_EPOCHS, seed: SEED, write }),
    ),
  lemma: () => {
    const { lemmas, feats } = learnForms(treebanks());
    writePart(out, 'lemmas.txt', Buffer.from(lemmas.join('\n')));
    writePart(out, 'feats.txt', Buffer.from(feats.join('\n')));
    write(`${lemmas.length} lemma rows, ${feats.length} feature rows\n`);
  },
  ner: () =>
    void trainNameTagger({
      data,
      out,
      lists,
      corpora,
      scored: SCORED_CORPUS,
      bits: NAME_BITS,
      epochs: epochs ?? NAME_EPOCHS,
      seed: SEED,
      write,
    }),
  pack: () => pack({ data, out, models, lists, corpora, bits: NAME_BITS, write }),
};

const task = TASKS[values.task ?? ''];
if (task === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  mkdirSync(out, { recursive: true });
  task();
}

function treebanks(): ReturnType<typeof readConllu> {
  return treebanksIn(data, 'train').flatMap((name) => readConllu(join(data, 'ud', name)));
}
