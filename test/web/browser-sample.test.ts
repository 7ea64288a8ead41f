/** The whole way, as the first start goes it: the sample case is read, kept, served, and a claim opens its sentence. */

import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { loadSettings } from '../../src/config/load.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { startServer } from '../../src/serve/server.ts';
import type { RunningServer } from '../../src/serve/server.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store } from '../../src/store/store.ts';
import { addPages } from '../../src/worker/add.ts';
import { loadReader } from '../../src/worker/read-page.ts';
import { readPages } from '../../src/worker/read-pages.ts';
import { startBrowser } from './support/browser.ts';
import { buildWeb } from './support/site.ts';

/** As a person would name it, since the page shows where an article came from. */
const SAMPLE = relative(
  process.cwd(),
  fileURLToPath(new URL('../../samples/thirteen-days/dispatches', import.meta.url)),
);
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** A build, thirty articles and a browser have to be ready first. */
const START_MS = 180_000;

let browser: Browser;
let server: RunningServer;
let store: Store;
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const web = await buildWeb();
  undo.push(() => web.remove());
  const folder = await mkdtemp(join(tmpdir(), 'annalist-sample-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  store = openStore(join(folder, 'thirteen-days.db'));
  undo.push(() => store.close());
  const reader = await loadReader();
  const pages = ingest([SAMPLE], { settings: loadSettings({ offline: true }) });
  const tally = await addPages(readPages(pages, { reader, jobs: 1 }), { store, origin: 'sample' });
  expect(tally).toMatchObject({ new: 34, revised: 1, unchanged: 0, failed: 0 });
  server = await startServer({ store, version: '0.1.0', host: '127.0.0.1', port: 0, webRoot: web.folder });
  undo.push(() => server.close());
  browser = await startBrowser();
  undo.push(() => browser.close());
}, START_MS);

afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

test('a claim of the chronicle opens the article with its sentence lit', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/?stance=denies`);
  const { items } = await store.chronicle({ stance: 'denies' }, { limit: 1 });
  const claim = items[0]?.claims.find(({ stance }) => stance === 'denies');
  const content = claim?.content.text.slice(0, 40) ?? 'no claim';
  await page.getByText(content).first().click();
  await page.waitForURL(/\/articles\/AR-\w+#CL-\w+/);
  await page.locator('.card').first().waitFor();
  expect(await page.locator('article').textContent()).toContain(claim?.sentence.text.slice(0, 40));
  await page.close();
});

test('the edited article shows both its states, each with the time it gives', async () => {
  const { items } = await store.listArticles();
  const edited = items.find(({ revisions }) => revisions === 2);
  const page = await browser.newPage();
  await page.goto(`${server.url}/articles/${edited?.id}`);
  const states = page.locator('.revisions li');
  await states.first().waitFor();
  expect(await states.count()).toBe(2);
  expect(await page.locator('.revisions').textContent()).toContain('1962');
  await states.first().locator('a').click();
  await page.getByText('You are reading an earlier state of this article.').waitFor();
  await page.close();
});

/** With `UPDATE_IMAGES=1` the picture of the README is taken again. */
test('the chronicle can be pictured', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${server.url}/?from=1962-10-22&to=1962-10-24`);
  await page.locator('.facet').first().waitFor();
  const update = process.env['UPDATE_IMAGES'] === '1';
  if (update) mkdirSync(IMAGES, { recursive: true });
  const picture = await page.screenshot(update ? { path: `${IMAGES}chronicle.png` } : {});
  expect(picture.length).toBeGreaterThan(10_000);
  await page.close();
});
