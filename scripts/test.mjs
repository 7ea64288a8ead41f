/** `npm test`: sets up what is missing (the browser too), runs every test, and ends with one line of counts. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { setUpBrowser } from './browser.mjs';
import { ROOT, runScript, setUpBuild, setUpPackages } from './set-up.mjs';

await runScript(() => {
  setUpPackages();
  setUpBrowser();
  setUpBuild();
  const folder = mkdtempSync(join(tmpdir(), 'annalist-test-'));
  const report = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: ROOT, stdio: 'inherit' });
  const failedFiles = printCounts(report);
  rmSync(folder, { recursive: true, force: true });
  return status === 0 && failedFiles === 0 ? 0 : 1;
});

/** Prints `N passed, N failed`; a test file that could not even be loaded counts as one failure. */
function printCounts(report) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests + broken} failed\n`);
  return broken;
}
