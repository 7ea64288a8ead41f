/** `npm run check`: types, lint, form, imports, house rules, documents, tests. `--static` leaves the tests out. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ROOT, runScript, setUpPackages } from './set-up.mjs';

const MODULES = join(ROOT, 'node_modules');

const STEPS = [
  ['types', join(MODULES, 'typescript', 'bin', 'tsc'), ['-p', '.']],
  ['types of the web application', join(MODULES, 'typescript', 'bin', 'tsc'), ['-p', 'web']],
  [
    'lint',
    join(MODULES, 'eslint', 'bin', 'eslint.js'),
    ['.', '--max-warnings', '0', '--cache', '--cache-location', join(MODULES, '.cache/eslint')],
  ],
  [
    'form',
    join(MODULES, 'prettier', 'bin', 'prettier.cjs'),
    ['--check', '--log-level', 'warn', '--cache', '.'],
  ],
  [
    'imports',
    join(MODULES, 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ['src', 'web', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  ['house rules', join(MODULES, 'tsx', 'dist', 'cli.mjs'), [join(ROOT, 'scripts', 'tidy.ts')]],
  ['data files', join(MODULES, 'tsx', 'dist', 'cli.mjs'), [join(ROOT, 'scripts', 'check-data.ts')]],
  [
    'documents',
    join(MODULES, 'tsx', 'dist', 'cli.mjs'),
    [join(ROOT, 'scripts', 'generate-docs.ts'), '--check'],
  ],
];

await runScript(() => {
  setUpPackages();
  const failed = STEPS.filter(([name, script, args]) => !passes(name, script, args)).map(([name]) => name);
  if (!process.argv.includes('--static') && !passes('tests', join(ROOT, 'scripts', 'test.mjs'), []))
    failed.push('tests');
  process.stdout.write(
    failed.length === 0 ? 'check: all is well\n' : `check: failed: ${failed.join(', ')}\n`,
  );
  return failed.length === 0 ? 0 : 1;
});

function passes(name, script, args) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`check: ${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  return status === 0;
}
