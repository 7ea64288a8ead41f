/** A visitor of the site: opens pages in a real browser and minds that nothing goes wrong in any of them. */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

import type { AnalyzeSentences } from '../../../src/serve/routes/context.ts';
import { startBrowser } from './browser.ts';
import { DISPATCHES, OTHER_DISPATCHES } from './dispatches.ts';
import { buildWeb, serveRecord } from './site.ts';
import type { Site } from './site.ts';

/** A build, two records and a browser have to be ready first. */
const START_MS = 120_000;

/** `growing` holds one article, and a second one after `grow`. */
type RecordName = 'dispatches' | 'empty' | 'growing';

const [FIRST, SECOND] = OTHER_DISPATCHES;

export interface VisitOptions extends BrowserContextOptions {
  /** Which record is served. */
  readonly record?: RecordName;
  /** Messages of the console that belong to the test, such as an answer 404. */
  readonly expected?: readonly RegExp[];
}

export interface Visitor {
  /** Opens a page in a new session and waits for its heading. */
  open(path: string, options?: VisitOptions): Promise<Page>;
  /** Opens the long article out of the chronicle. */
  openFerry(options?: VisitOptions): Promise<Page>;
  /** Adds an article to the record `growing`, as a command in another window would. */
  grow(): Promise<void>;
}

/**
 * Registers what has to be ready before the tests of a file, and a check after
 * each: no error, no warning (a breach of the content policy is one), no
 * request to another origin.
 */
export function visitor(analyze?: AnalyzeSentences): Visitor {
  let browser: Browser | undefined;
  const undo: (() => Promise<void>)[] = [];
  const sites: Partial<Record<RecordName, Site>> = {};
  const sessions: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    const web = await buildWeb();
    undo.push(() => web.remove());
    const records = { dispatches: DISPATCHES, empty: [], growing: FIRST === undefined ? [] : [FIRST] };
    for (const [record, articles] of Object.entries(records)) {
      const site = await serveRecord(articles, web.folder, analyze);
      undo.push(() => site.close());
      sites[record as RecordName] = site;
    }
    const started = await startBrowser();
    undo.push(() => started.close());
    browser = started;
  }, START_MS);

  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close();
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  const open = async (
    path: string,
    { record = 'dispatches', expected = [], ...options }: VisitOptions = {},
  ) => {
    const site = sites[record];
    if (browser === undefined || site === undefined) throw new Error('the site is not ready');
    const session = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    sessions.push(session);
    const page = await session.newPage();
    watch(page, site.origin, (fault) => {
      if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
    });
    await page.goto(site.origin + path);
    await page.locator('h1, .problem').first().waitFor();
    return page;
  };
  const openFerry = async (options?: VisitOptions) => {
    const page = await open('/?q=%22bridge+signal%22', options);
    await page.locator('.entry-headline a').first().click();
    await page.locator('.card').first().waitFor();
    return page;
  };
  const grow = async () => {
    if (SECOND !== undefined) await sites.growing?.add(SECOND);
  };
  return { open, openFerry, grow };
}

function watch(page: Page, origin: string, report: (fault: string) => void): void {
  page.on('pageerror', (error) => report(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) report(`asked for ${request.url()}`);
  });
}
