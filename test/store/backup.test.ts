/** One file to back up: once everybody has closed the record, a copy of that file is the record. */

import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openStore } from '../../src/store/store.ts';
import { articleOf } from '../support/articles.ts';
import { everythingOf } from '../support/everything.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ARTICLES = 5;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-backup-'));
  path = join(folder, 'record.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Adds articles and gives everything that the record then says. */
async function filled(): Promise<string> {
  const store = openStore(path);
  for (let number = 1; number <= ARTICLES; number += 1)
    await store.addArticle(articleOf({ facts: { url: `https://paper.example/${number}` } }));
  const everything = await everythingOf(store);
  await store.close();
  return everything;
}

/** What a copy of the one file says. */
async function copied(): Promise<string> {
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  const store = openStore(copy);
  const everything = await everythingOf(store);
  await store.close();
  return everything;
}

test('a closed record is one file, and its copy says the same', async () => {
  const everything = await filled();
  expect(readdirSync(folder)).toEqual(['record.db']);
  expect(await copied()).toBe(everything);
});

test('a copy is whole although somebody still reads when the writer closes', async () => {
  await openStore(path).close();
  const reader = openStore(path, { readOnly: true });
  expect((await reader.counts()).articles).toBe(0);
  const everything = await filled();
  expect(await copied()).toBe(everything);
  expect((await reader.counts()).articles).toBe(ARTICLES);
  await reader.close();
});

test('what a killed process left in the log is in the file after the next close', async () => {
  const everything = await filled();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'test/support/add-many.ts'), path, 'a', '10000'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.once('data', () => child.kill('SIGKILL'));
  await new Promise((resolve) => child.once('close', resolve));
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  const store = openStore(path);
  const after = await everythingOf(store);
  await store.close();
  expect(readdirSync(folder)).toEqual(['record.db']);
  expect(after).not.toBe(everything);
  expect(await copied()).toBe(after);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'serving that is ended by %s leaves one file and status 0',
  { timeout: 60_000 },
  async (signal) => {
    const everything = await filled();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'serve', path, '--port', '0'],
      { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'] },
    );
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const url = await addressOf(child.stderr);
    // Asked once, so that the server has read, and written to meanwhile, so that there is a log.
    expect((await fetch(`${url}/api/v1/overview`)).status).toBe(200);
    const writer = openStore(path);
    await writer.addArticle(articleOf({ facts: { url: 'https://paper.example/late' } }));
    const after = await everythingOf(writer);
    await writer.close();
    expect(existsSync(`${path}-wal`)).toBe(true);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(readdirSync(folder)).toEqual(['record.db']);
    expect(after).not.toBe(everything);
    expect(await copied()).toBe(after);
  },
);

/** The address that the server says it shows the record on. */
function addressOf(stderr: NodeJS.ReadableStream): Promise<string> {
  let told = '';
  return new Promise((resolve, reject) => {
    stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const url = /https?:\/\/[\d.]+:\d+/.exec(told)?.[0];
      if (url !== undefined) resolve(url);
    });
    stderr.on('end', () => reject(new Error(`no address was told: ${told}`)));
  });
}
