/** `npm start`: sets up what is missing, then reads what is named (or the sample case) and serves it. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ROOT, runScript, setUpBuild, setUpPackages } from './set-up.mjs';

await runScript(() => {
  setUpPackages();
  setUpBuild();
  const main = join(ROOT, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'start', ...process.argv.slice(2)], { stdio: 'inherit' });
  // The child hears the same Ctrl-C; this process waits for it to close the record.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal === null ? code : 0)));
});
