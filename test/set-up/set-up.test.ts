/** Set-up on machines that lack something: what is said, and that a second start does nothing again. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let checkout = '';

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'annalist-set-up-'));
  mkdirSync(join(checkout, 'scripts'));
  mkdirSync(join(checkout, 'fake'));
  mkdirSync(join(checkout, 'src'));
  for (const name of ['set-up.mjs', 'start.mjs'])
    cpSync(join(ROOT, 'scripts', name), join(checkout, 'scripts', name));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(ROOT, name), join(checkout, name));
  }
  writeFileSync(join(checkout, 'src', 'main.ts'), '/** Nothing. */\n');
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

/** An `npm` that notes its calls and does what the script says. */
function fakeNpm(script: string): void {
  const file = join(checkout, 'fake', 'npm');
  writeFileSync(file, `#!/bin/sh\necho "$1" >> "${checkout}/calls"\n${script}\n`);
  chmodSync(file, 0o755);
}

/** An `npm` that installs and builds: the built programme prints what it is started with. */
function workingNpm(): void {
  const build = `mkdir -p dist/cli && echo 'console.log("started", process.argv.slice(2).join(" "))' > dist/cli/main.js`;
  fakeNpm(`if [ "$1" = ci ]; then mkdir -p node_modules; else ${build}; fi`);
}

function start(...args: string[]) {
  const path = `${join(checkout, 'fake')}:${process.env['PATH']}`;
  return spawnSync(process.execPath, [...nodeOptions, join(checkout, 'scripts', 'start.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
}

let nodeOptions: string[] = [];
afterEach(() => (nodeOptions = []));

function calls(): string[] {
  const file = join(checkout, 'calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

test('the first start installs and builds, the second does neither', () => {
  workingNpm();
  expect(start('a.txt').stdout).toBe('started start a.txt\n');
  expect(calls()).toEqual(['ci', 'run']);
  expect(start().stdout).toBe('started start\n');
  expect(calls()).toEqual(['ci', 'run']);
});

test('a changed source is built again, a changed test is not', () => {
  workingNpm();
  start();
  writeFileSync(join(checkout, 'src', 'main.test.ts'), '/** T. */\n');
  start();
  expect(calls()).toEqual(['ci', 'run']);
  utimesSync(join(checkout, 'src', 'main.ts'), 1, 1);
  start();
  expect(calls()).toEqual(['ci', 'run', 'run']);
});

test('without a compiler the message names what to install', () => {
  fakeNpm('echo "gyp ERR! stack Error: not found: make" >&2; exit 1');
  const { stderr, status } = start();
  expect(stderr).toContain('no compiler was found');
  expect(stderr).toContain('apt-get install python3 make g++');
  expect(status).toBe(1);
});

test('without a network the message says that set-up needs one once', () => {
  fakeNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
  const { stderr, status } = start();
  expect(stderr).toContain('could not be reached');
  expect(stderr).toContain('npm error code ENOTFOUND');
  expect(status).toBe(1);
});

test('a full disk is said', () => {
  fakeNpm('echo "npm error ENOSPC: no space left on device" >&2; exit 1');
  expect(start().stderr).toContain('The disk is full');
});

test('an old Node is said with the version that is wanted', () => {
  const preload = join(checkout, 'old.mjs');
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.2.0' } });\n`,
  );
  nodeOptions = ['--import', preload];
  const { stderr, status } = start();
  expect(stderr).toContain('this is Node 18.2.0; annalist needs 20.19 or newer');
  expect(status).toBe(1);
});

test('a failed build shows what the compiler said', () => {
  fakeNpm('if [ "$1" = ci ]; then mkdir -p node_modules; else echo "main.ts(1,1): error TS1005"; exit 2; fi');
  const { stderr, status } = start();
  expect(stderr).toContain('error TS1005');
  expect(status).toBe(1);
});

test('a lock left by a dead process is taken over', () => {
  workingNpm();
  mkdirSync(join(checkout, '.annalist-set-up.lock'));
  writeFileSync(join(checkout, '.annalist-set-up.lock', 'pid'), '999999999');
  expect(start().stdout).toBe('started start\n');
});
