/** `npm run train`: makes the parts of the language model from treebanks, name corpora and word vectors. */

import { parseArgs } from 'node:util';

import { trainParse } from './parse/train-parse.ts';
import { PARSE_SETTINGS } from './parse/settings.ts';

const USAGE =
  'npm run train -- --task split|parse|ner|lemma [--data DIR] [--out DIR] [--epochs N] [--resume]';

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    data: { type: 'string', default: '../shared/data/nlp' },
    out: { type: 'string', default: 'training/out' },
    epochs: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
});

const write = (line: string): void => void process.stdout.write(line);
const common = { data: values.data, out: values.out, resume: values.resume, write };
const epochs = values.epochs === undefined ? {} : { epochs: Number(values.epochs) };

switch (values.task) {
  case 'parse':
    trainParse({ ...common, settings: { ...PARSE_SETTINGS, ...epochs } });
    break;
  default:
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
}
