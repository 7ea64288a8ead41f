#!/usr/bin/env node
/** The `annalist` command. In a checkout it first builds what is missing or out of date. */

import { existsSync } from 'node:fs';

const sources = new URL('../src/', import.meta.url);
const setUp = new URL('../scripts/set-up.mjs', import.meta.url);

async function main() {
  if (existsSync(sources) && existsSync(setUp)) {
    const { setUpBuild, setUpPackages } = await import(setUp.href);
    setUpPackages();
    setUpBuild();
  }
  await import(new URL('../dist/cli/main.js', import.meta.url).href);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`annalist: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
