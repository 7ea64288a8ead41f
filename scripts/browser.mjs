/** Finds the browser that the browser tests drive; on Debian, as root, installs it when there is none. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { say } from './set-up.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of a Chromium, or null. `ANNALIST_CHROMIUM` outranks the search. */
export function findBrowser() {
  const named = process.env.ANNALIST_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return existsSync(MAC) ? MAC : null;
}

/** Installs Chromium where that can be done without asking; says how to where it cannot. */
export function setUpBrowser() {
  if (findBrowser() !== null) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium for the browser tests …');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
    if (findBrowser() !== null) return;
  }
  say('no Chromium found: the browser tests will fail.');
  say(
    '  Debian, Ubuntu: sudo apt-get install chromium; elsewhere install Chrome or set ANNALIST_CHROMIUM to its path.',
  );
}
