/** A process that adds many articles to a record and prints each id once it is told as added. For tests that kill it. */

import { openStore } from '../../src/store/store.ts';
import { addPages } from '../../src/worker/add.ts';
import { articleOf } from './articles.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);

async function* pages() {
  for (let number = 1; number <= Number(count); number += 1) {
    const article = made(number);
    yield { page: article.page, reading: article };
  }
}

function made(number: number) {
  const url = `https://paper.example/${name}/${number}`;
  // Two revisions of every third article, so that a kill may fall between them.
  const version = number % 3 === 0 ? number - 1 : number;
  return articleOf({
    paragraphs: [`Article ${number} of ${name}. The mayor said the bridge was shut.`, 'x'.repeat(2000)],
    claims: [{ source: 'The mayor', cue: 'said', content: 'the bridge was shut' }],
    facts: { url: `https://paper.example/${name}/${version}` },
    page: { location: url },
    capture: { bytes: Buffer.from(`bytes of ${number}`.repeat(100)) },
  });
}

const store = openStore(path);
await addPages(pages(), {
  store,
  onResult: (result) => {
    if ('articleId' in result) process.stdout.write(`${result.outcome} ${result.articleId}\n`);
    else process.stdout.write(`${result.outcome} ${result.message}\n`);
  },
});
await store.close();
process.stdout.write('end\n');
