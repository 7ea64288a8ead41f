/** Article extraction: main text and facts of saved pages, scored by `score_articles.py`. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ArticleRecord } from '../../src/document/record.ts';
import { decodeHtml } from '../../src/ingest/charset.ts';
import { readJsonLines } from '../json-lines.ts';
import { htmlPage, recordOf, wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

/** The blocks that make up what the scorer calls the body. */
const BODY = new Set(['dateline', 'paragraph', 'heading', 'quote', 'listItem']);

interface GoldPage {
  readonly id: string;
  readonly html?: string;
  readonly url?: string | null;
}

export const articles: Task = {
  name: 'articles',
  matches: (name) => name.startsWith('articles_'),
  async run(gold, reader, folder) {
    const path = join(folder, `${gold.name}.system.jsonl`);
    const lines: string[] = [];
    let words = 0;
    for (const { id, html, url } of readJsonLines(join(gold.path, 'gold.jsonl')) as GoldPage[]) {
      const file = join(gold.path, html ?? `html/${id}.html`);
      if (!existsSync(file)) throw new Error(`${gold.name}: ${file} is not there`);
      const record = recordOf(reader, htmlPage(id, decodeHtml(readFileSync(file)), url ?? null));
      words += wordsOf(record?.article.text ?? '');
      lines.push(JSON.stringify({ id, ...(record === null ? {} : systemRow(record)) }));
    }
    writeFileSync(path, `${lines.join('\n')}\n`);
    return { path, words };
  },
  scorer: (gold, output) => ['score_articles.py', join(gold.path, 'gold.jsonl'), output.path],
  figures: (stdout) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '{}') as Record<string, unknown>,
  shown: [
    'body.f1',
    'body.accuracy',
    'segments.f1',
    'headline.exact',
    'standfirst.exact',
    'standfirst.given_where_none',
    'authors.same_list',
    'published.minute',
    'images.caption_recall',
    'images.caption_precision',
    'images.credit_recall',
  ],
};

function systemRow({ article }: ArticleRecord): object {
  const body = article.blocks.filter(({ kind }) => BODY.has(kind));
  return {
    body: body.map(({ start, end }) => article.text.slice(start, end)).join('\n'),
    headline: article.headline ?? '',
    standfirst: article.standfirst ?? '',
    authors: article.byline,
    published: article.published,
    images: article.images.map(({ caption, credit }) => ({ caption: caption ?? '', credit: credit ?? '' })),
  };
}
