/** The whole site for the browser tests: the web application built as for users, before the real server and a real record. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { AnalyzeSentences } from '../../../src/serve/routes/context.ts';
import { startServer } from '../../../src/serve/server.ts';
import { openStore } from '../../../src/store/store.ts';
import type { DraftArticle } from './draft.ts';
import { makeArticle } from './draft.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

const run = promisify(execFile);

export interface Site {
  /** `http://127.0.0.1:…`, without a stroke at its end. */
  readonly origin: string;
  /** Adds one more article to the record. */
  add(article: DraftArticle): Promise<void>;
  close(): Promise<void>;
}

/** Builds the web application into a new folder, which `remove` takes away. */
export async function buildWeb(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'annalist-web-'));
  const options = ['build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir', join(ROOT, 'web')];
  // A process of its own, since the test runner sets NODE_ENV, which would put React's development build in.
  await run(process.execPath, [VITE, ...options], { env: { ...process.env, NODE_ENV: 'production' } });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Serves a record that holds the given articles, read in that order. */
export async function serveRecord(
  articles: readonly DraftArticle[],
  webRoot: string,
  analyze?: AnalyzeSentences,
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'annalist-record-'));
  const store = openStore(join(folder, 'serrano.db'));
  for (const article of articles) await store.addArticle(makeArticle(article));
  const server = await startServer({ store, version: '0.1.0', host: '127.0.0.1', port: 0, webRoot, analyze });
  return {
    origin: server.url,
    add: async (article) => {
      await store.addArticle(makeArticle(article));
    },
    close: async () => {
      await server.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
