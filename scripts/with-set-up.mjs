/** Runs a TypeScript file of the workbench (evaluation, bench, training, scripts) after setting up what is missing. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ROOT, runScript, setUpPackages } from './set-up.mjs';

await runScript(() => {
  setUpPackages();
  const [file, ...args] = process.argv.slice(2);
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return spawnSync(process.execPath, [tsx, join(ROOT, file), ...args], { stdio: 'inherit' }).status ?? 1;
});
