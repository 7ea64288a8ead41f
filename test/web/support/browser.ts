/** The browser that the browser tests drive: found on this machine, started without a window and without errands of its own. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED_PLACES = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; an error says how to get one. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: ARGUMENTS });
}

/** Path of the browser: `ANNALIST_CHROMIUM`, else the first that is found. */
export function browserPath(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['ANNALIST_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const places = [...FIXED_PLACES, ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(
    'no Chromium for the browser tests: install it (Debian, Ubuntu: sudo apt-get install chromium), ' +
      'or set ANNALIST_CHROMIUM to the path of Chromium or Chrome',
  );
}
