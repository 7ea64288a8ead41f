/** `npm run bench`: articles and words a second, time by stage and memory, over copies of the sample case. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { loadSettings } from '../src/config/load.ts';
import type { Page } from '../src/document/page.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { loadReader } from '../src/worker/read-page.ts';
import type { Reader } from '../src/worker/read-page.ts';

const SAMPLE = fileURLToPath(new URL('../samples/thirteen-days/dispatches/', import.meta.url));
const BASELINE = new URL('baseline.json', import.meta.url);

const HELP = `npm run bench -- [options]

Reads the sample case over and over, on one core, and prints what it takes. Ratios are against bench/baseline.json,
which was measured on one machine: compare runs of one machine, not numbers of two.

  --copies N    how many copies of the sample case are read (default 20)
  --pin         write this run to bench/baseline.json
  --json        print the figures as JSON
`;

/** One run. Times are milliseconds, memory is megabytes. */
interface Figures {
  readonly articlesPerSecond: number;
  readonly wordsPerSecond: number;
  readonly loadMs: number;
  readonly residentMb: number;
  /** Milliseconds for a thousand words, by stage. */
  readonly msPerThousandWords: Readonly<Record<string, number>>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      copies: { type: 'string' },
      pin: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return console.log(HELP);
  const figures = await measure(Number(values.copies ?? 20));
  if (values.pin === true) writeFileSync(BASELINE, `${JSON.stringify(figures, null, 2)}\n`);
  if (values.json === true) console.log(JSON.stringify(figures));
  else print(figures, JSON.parse(readFileSync(BASELINE, 'utf8')) as Figures);
}

async function measure(copies: number): Promise<Figures> {
  const pages: Page[] = [];
  for await (const item of ingest([SAMPLE], { settings: loadSettings({ offline: true }) }))
    if ('page' in item) pages.push(item.page);
  const started = performance.now();
  const reader = await loadReader();
  const loadMs = performance.now() - started;
  // Once over everything first, so that compilation by the engine is not measured.
  timed(reader, pages, 1);
  const { ms, words, byStage } = timed(reader, pages, copies);
  return {
    articlesPerSecond: round((pages.length * copies * 1000) / ms),
    wordsPerSecond: Math.round((words * 1000) / ms),
    loadMs: Math.round(loadMs),
    residentMb: Math.round(process.memoryUsage.rss() / 1e6),
    msPerThousandWords: Object.fromEntries(
      [...byStage].map(([name, time]) => [name, round((time * 1000) / words)]),
    ),
  };
}

function timed(reader: Reader, pages: readonly Page[], copies: number) {
  const byStage = new Map<string, number>();
  let words = 0;
  let stageStarted = 0;
  const observer = {
    before: () => void (stageStarted = performance.now()),
    after: ({ name }: { name: string }) =>
      void byStage.set(name, (byStage.get(name) ?? 0) + performance.now() - stageStarted),
  };
  const started = performance.now();
  for (let copy = 0; copy < copies; copy += 1) {
    for (const page of pages) {
      const reading = reader.read(page, observer);
      if ('record' in reading) words += reading.record.article.text.match(/\S+/g)?.length ?? 0;
    }
  }
  const ms = performance.now() - started;
  const inStages = [...byStage.values()].reduce((sum, time) => sum + time, 0);
  return { ms, words, byStage: new Map([['clean and record', ms - inStages], ...byStage]) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(now: Figures, then: Figures): void {
  const row = (name: string, a: number, b: number | undefined, unit: string) => {
    const ratio = b === undefined || b === 0 ? '' : `  × ${(a / b).toFixed(2)} of the baseline`;
    console.log(`${name.padEnd(22)} ${a.toLocaleString('en').padStart(12)} ${unit.padEnd(20)}${ratio}`);
  };
  row('articles', now.articlesPerSecond, then.articlesPerSecond, 'a second');
  row('words', now.wordsPerSecond, then.wordsPerSecond, 'a second');
  row('load', now.loadMs, then.loadMs, 'ms');
  row('resident memory', now.residentMb, then.residentMb, 'MB');
  for (const [name, ms] of Object.entries(now.msPerThousandWords)) {
    row(name, ms, then.msPerThousandWords[name], 'ms / 1,000 words');
  }
}

await main();
