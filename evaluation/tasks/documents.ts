/** Whole articles of world news: events and claims, scored by `score_documents.py`. */

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { lastJsonLine, recordOf, textPage, wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

export const documents: Task = {
  name: 'documents',
  matches: (name) => name.startsWith('documents.'),
  async run(gold, reader, folder) {
    const path = join(folder, `${gold.name}.system`);
    mkdirSync(path, { recursive: true });
    let words = 0;
    for (const file of readdirSync(join(gold.path, 'texts')).sort()) {
      // The annotations count a line end as one character, whatever the file has.
      const text = readFileSync(join(gold.path, 'texts', file), 'utf8').replace(/\r\n/g, '\n');
      words += wordsOf(text);
      const record = recordOf(reader, textPage(basename(file, '.txt'), text));
      if (record !== null)
        writeFileSync(join(path, `${basename(file, '.txt')}.json`), JSON.stringify(record));
    }
    return { path, words };
  },
  scorer: (gold, output) => ['score_documents.py', join(gold.path, 'gold'), output.path],
  figures: lastJsonLine,
  shown: [
    'claims.f1',
    'claims.r',
    'fields.c_source.acc',
    'fields.c_content.acc',
    'fields.c_stance.acc',
    'fields.c_speech.acc',
  ],
};
