/**
 * Set-up: puts in place what a checkout needs to run (packages, build), and says what is missing when it cannot.
 *
 * Plain JavaScript on Node's own modules alone, because it runs before anything is installed.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that every dependency supports. */
const OLDEST_NODE = [20, 19];

/** How long one process waits for another that is setting up the same checkout. */
const LOCK_TIMEOUT_MS = 10 * 60 * 1000;
const LOCK_POLL_MS = 250;

/** What a failed installation printed, and what that means. The first match is told. */
const INSTALL_REMEDIES = [
  [
    /not found: make|gyp ERR! (stack Error: not found: (make|g\+\+)|find Python)|No C\+\+ compiler|Could not find any Python|make: \S*(g\+\+|cc): (No such file|Command not found)/i,
    'A native module (the SQLite driver) had to be compiled and no compiler was found.\n' +
      '  Debian, Ubuntu: sudo apt-get install python3 make g++\n' +
      '  macOS:          xcode-select --install\n' +
      '  Windows:        npm config set msvs_version 2022, with the Visual Studio Build Tools installed',
  ],
  [
    /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|network/i,
    'The package registry could not be reached. Set-up needs a network once; afterwards annalist runs offline.\n' +
      '  Behind a proxy: npm config set proxy http://HOST:PORT',
  ],
  [/ENOSPC/, 'The disk is full. Set-up needs about 600 MB.'],
  [/EACCES|EPERM|EROFS/, 'A file or folder cannot be written. Check who owns this folder.'],
];

/** A set-up step that failed; its message is meant for people. */
export class SetUpError extends Error {}

/** Runs `main` and turns a set-up failure into a message and exit status 1. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`\nannalist: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Node is new enough, packages are installed as the lock file says. */
export function setUpPackages() {
  checkNode();
  const stampFile = join(ROOT, 'node_modules', '.annalist-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(process.version)
    .digest('hex');
  if (readIfThere(stampFile) === wanted) return;
  withLock(() => {
    if (readIfThere(stampFile) === wanted) return;
    say('installing packages (once; a minute or two) …');
    install();
    writeFileSync(stampFile, wanted);
  });
}

/** The programme and the web application are built from the sources as they are now. */
export function setUpBuild() {
  const stampFile = join(ROOT, 'dist', '.stamp');
  if (readIfThere(stampFile) === sourceStamp()) return;
  withLock(() => {
    const wanted = sourceStamp();
    if (readIfThere(stampFile) === wanted) return;
    say('building …');
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
    const { status, output } = run('npm', ['run', '--silent', 'build']);
    if (status !== 0) throw new SetUpError(`the build failed:\n${output}`);
    writeFileSync(stampFile, wanted);
  });
}

export function say(message) {
  process.stderr.write(`annalist: ${message}\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetUpError(
    `this is Node ${process.versions.node}; annalist needs ${OLDEST_NODE.join('.')} or newer.\n  Get it from https://nodejs.org or your package manager.`,
  );
}

function install() {
  const { status, output } = run('npm', ['ci', '--no-audit', '--no-fund']);
  if (status === 0) return;
  const remedy = INSTALL_REMEDIES.find(([pattern]) => pattern.test(output))?.[1];
  const last = output.trimEnd().split('\n').slice(-15).join('\n');
  throw new SetUpError(
    remedy === undefined ? `"npm ci" failed:\n${last}` : `${remedy}\n\nWhat "npm ci" said last:\n${last}`,
  );
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error !== undefined) return { status: 1, output: `${command}: ${error.message}` };
  return { status, output: `${stdout}${stderr}` };
}

/** Changes whenever a file that the build reads was added, removed or written. */
function sourceStamp() {
  const hash = createHash('sha256');
  for (const name of [
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'src',
    'web',
  ]) {
    for (const file of filesUnder(join(ROOT, name))) {
      if (file.endsWith('.test.ts')) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** One process at a time sets up a checkout; a lock left by a dead process is taken over. */
function withLock(work) {
  const lock = join(ROOT, '.annalist-set-up.lock');
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  while (!take(lock)) {
    if (Date.now() > deadline)
      throw new SetUpError(`another set-up has been running for too long; if there is none, delete ${lock}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new SetUpError(`this folder cannot be written (${error.message})`);
    const owner = Number(readIfThere(join(lock, 'pid')) ?? 0);
    if (owner > 0 && !isAlive(owner)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
