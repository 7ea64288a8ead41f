/** Durability: what was told as added is there, whoever dies and whoever else is at work. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openStore } from '../../src/store/store.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-durability-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a process that adds `count` articles; gives what it told when it ended or was killed after `killAfter` lines. */
function adding(path: string, name: string, count: number, killAfter = Infinity): Promise<string[]> {
  const script = join(ROOT, 'test', 'support', 'add-many.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, name, String(count)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    lines += chunk.toString().split('\n').length - 1;
    if (lines >= killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    // Only whole lines count as told.
    child.on('close', () => resolve(told.split('\n').slice(0, -1)));
  });
}

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const KILLS = 25;

/** Processes that run at once: as many as the smallest machine has cores. */
const AT_ONCE = 2;

test(
  `of ${KILLS} processes killed at any moment, none loses what it has told`,
  { timeout: 180_000 },
  async () => {
    const chance = seeded(7);
    const moments = Array.from({ length: KILLS }, () => 1 + Math.floor((chance.next().value as number) * 60));
    const runs = moments.map((moment, run) => ({ moment, path: join(folder, `${run}.db`) }));
    const work = runs.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { moment, path } of work) {
          const told = await adding(path, 'a', 10_000, moment);
          expect(told.length).toBeGreaterThanOrEqual(moment);
          expect(told).not.toContain('end');
          await expectWhole(path, told);
        }
      }),
    );
  },
);

async function expectWhole(path: string, told: readonly string[]): Promise<void> {
  const store = openStore(path);
  try {
    await store.checkIntegrity();
    for (const line of told) {
      const id = line.split(' ')[1] ?? '';
      const article = await store.getArticle(id);
      expect(article?.claims).toBe(1);
      expect((await store.getCapture(article?.revision.id ?? ''))?.bytes.length).toBeGreaterThanOrEqual(1000);
    }
    const { articles } = await store.counts();
    const told_ = new Set(told.map((line) => line.split(' ')[1])).size;
    // One more may have been stored just before it could be told.
    expect(articles - told_).toBeLessThanOrEqual(1);
  } finally {
    await store.close();
  }
}

test('two processes add at once while a third reads', { timeout: 120_000 }, async () => {
  const path = join(folder, 'shared.db');
  await openStore(path).close();
  const COUNT = 150;
  const writers = Promise.all([adding(path, 'a', COUNT), adding(path, 'b', COUNT)]);
  const reader = openStore(path, { readOnly: true });
  let isDone = false;
  let most = 0;
  const reading = (async () => {
    while (!isDone) {
      const { articles } = await reader.counts();
      const { items } = await reader.chronicle({}, { limit: 5 });
      expect(articles).toBeGreaterThanOrEqual(most);
      for (const { claims } of items) expect(claims).toHaveLength(1);
      most = articles;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const told = await writers;
  isDone = true;
  await reading;
  for (const lines of told) expect(lines.at(-1)).toBe('end');
  // Every third article is a second revision of the one before it.
  expect((await reader.counts()).articles).toBe((2 * COUNT * 2) / 3);
  expect((await reader.counts()).revisions).toBe(2 * COUNT);
  await reader.checkIntegrity();
  await reader.close();
});
