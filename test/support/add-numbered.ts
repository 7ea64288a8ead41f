/**
 * A process of its own that adds numbered articles to a record and tells each on
 * standard output when it is added: `add-numbered.ts RECORD FIRST COUNT`.
 */

import { writeSync } from 'node:fs';

import { openStore } from '../../src/store/store.ts';
import { numberedArticle } from './numbered-articles.ts';

const [path = '', first = '0', count = '0'] = process.argv.slice(2);
const store = openStore(path);
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const { outcome } = await store.addArticle(numberedArticle(number));
  // Synchronous, so that a line is out before anything else is done.
  writeSync(1, `${number} ${outcome}\n`);
}
await store.close();
