/** `npm run evaluate`: runs annalist over gold texts, calls the scorers, prints one table, compares with the floors. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { loadReader } from '../src/worker/read-page.ts';
import type { Reader } from '../src/worker/read-page.ts';
import { belowFloor, digestOf, figureAt, floorsFrom, readFloors, writeFloors } from './floors.ts';
import type { FloorFile, Floors } from './floors.ts';
import { findGold, tenthOf } from './gold-sets.ts';
import { evaluateNlp } from './nlp/evaluate-nlp.ts';
import { actors } from './tasks/actors.ts';
import { articles } from './tasks/articles.ts';
import { attribution } from './tasks/attribution.ts';
import { documents } from './tasks/documents.ts';
import { places } from './tasks/places.ts';
import { timex } from './tasks/timex.ts';
import type { GoldSet, Task } from './task.ts';

const TASKS: readonly Task[] = [actors, articles, attribution, documents, timex, places];

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));
const SCORERS = join(SHARED, 'eval');

const HELP = `npm run evaluate -- [options]

Runs annalist on every set of gold texts in a folder, in memory, and scores what it gives.

  --gold DIR           folder of gold sets (default ../shared/gold)
  --nlp DIR            folder of treebanks and names (ud/*.conllu[.gz], ner/*): dev and test parts are measured
  --task NAME          only sets whose name begins with NAME; may be given several times
  --quick              a fixed tenth of each set
  --json FILE          write one object: set name -> the scorer's figures, seconds and words
  --keep DIR           leave the system files in DIR
  --train              training splits too (they are left out otherwise)
  --update-floors      raise the floors in evaluation/floors.json to what this run gives
  --allow-regression   with --update-floors: lower them too
  --help               this text
`;

interface Options {
  readonly gold: string;
  /** Folder of treebanks and names; null when it is not asked for. */
  readonly nlp: string | null;
  readonly tasks: readonly string[];
  readonly quick: boolean;
  readonly train: boolean;
  readonly json: string | null;
  readonly folder: string;
}

interface Result {
  readonly set: string;
  readonly task: Task;
  readonly digest: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      gold: { type: 'string' },
      nlp: { type: 'string' },
      task: { type: 'string', multiple: true },
      quick: { type: 'boolean' },
      json: { type: 'string' },
      keep: { type: 'string' },
      train: { type: 'boolean' },
      'update-floors': { type: 'boolean' },
      'allow-regression': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(HELP);
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'annalist-evaluate-'));
  const options: Options = {
    gold: resolve(values.gold ?? join(SHARED, 'gold')),
    nlp: values.nlp === undefined ? null : resolve(values.nlp),
    tasks: values.task ?? [],
    quick: values.quick === true,
    train: values.train === true,
    json: values.json ?? null,
    folder: values.keep === undefined ? join(scratch, 'system') : resolve(values.keep),
  };
  try {
    // Asking for the language engine alone measures nothing else.
    const results = options.nlp !== null && values.gold === undefined ? [] : await evaluate(options, scratch);
    const language = options.nlp === null ? {} : await measureLanguage(options.nlp);
    const object = { ...objectOf(results), ...language };
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(object, null, 2)}\n`);
    return settleFloors(results, options.quick ? 'quick' : 'full', values);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function evaluate(options: Options, scratch: string): Promise<Result[]> {
  if (!existsSync(options.gold)) {
    console.log(`${options.gold}: no such folder; nothing is measured`);
    return [];
  }
  mkdirSync(options.folder, { recursive: true });
  const reader = await loadReader();
  const results: Result[] = [];
  for (const gold of findGold(options.gold, scratch).filter((set) => isWanted(set, options))) {
    const task = TASKS.find(({ matches }) => matches(gold.name));
    if (task === undefined) {
      console.log(`${gold.name.padEnd(26)} skipped: annalist has no layer for it yet`);
      continue;
    }
    const result = await evaluateSet(
      task,
      options.quick ? tenthOf(gold, scratch) : gold,
      reader,
      options.folder,
    );
    print(result);
    results.push(result);
  }
  return results;
}

/** Scores of the language engine, printed and given by the name of the file. */
async function measureLanguage(folder: string): Promise<Record<string, object>> {
  if (!existsSync(folder)) {
    console.log(`${folder}: no such folder; the language engine is not measured`);
    return {};
  }
  const scores = await evaluateNlp(folder);
  for (const [name, figures] of Object.entries(scores)) {
    const shown = Object.entries(figures).filter(([, value]) => typeof value === 'number');
    console.log(`${name.padEnd(34)} ${shown.map(([key, value]) => `${key} ${value}`).join('  ')}`);
  }
  return scores;
}

function isWanted({ name }: GoldSet, { tasks, train }: Options): boolean {
  if (tasks.length > 0) return tasks.some((task) => name.startsWith(task));
  return train || !name.endsWith('.train');
}

async function evaluateSet(task: Task, gold: GoldSet, reader: Reader, folder: string): Promise<Result> {
  const started = performance.now();
  const output = await task.run(gold, reader, folder);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const [script, ...args] = task.scorer(gold, output);
  const { status, stdout, stderr, error } = spawnSync('python3', [join(SCORERS, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw new Error(`the scorers need Python 3 on the path (${error.message})`);
  if (status !== 0) throw new Error(`${script} failed on ${gold.name}:\n${stderr}`);
  const figures = { ...task.figures(stdout), seconds, words: output.words };
  return { set: gold.name, task, digest: digestOf(gold.path), figures };
}

function print({ set, task, figures }: Result): void {
  const shown = task.shown.flatMap((path) => {
    const value = figureAt(figures, path);
    return value === null
      ? []
      : [`${path} ${Number.isInteger(value) ? value : value.toFixed(value > 1 ? 1 : 3)}`];
  });
  const seconds = figureAt(figures, 'seconds') ?? 0;
  const words = figureAt(figures, 'words') ?? 0;
  const speed = seconds > 0 ? `${Math.round(words / seconds).toLocaleString('en')} words/s` : '';
  console.log(`${set.padEnd(26)} ${shown.join('  ')}  (${speed})`);
}

function objectOf(results: readonly Result[]): object {
  return Object.fromEntries(results.map(({ set, figures }) => [set, figures]));
}

type FloorSwitches = { readonly 'update-floors'?: boolean; readonly 'allow-regression'?: boolean };

/** Says which figures are below their floors, or moves the floors when asked to. Gives the exit status. */
function settleFloors(results: readonly Result[], mode: 'full' | 'quick', switches: FloorSwitches): number {
  const floors = readFloors();
  const below = results.flatMap(({ set, digest, figures }) =>
    belowFloor(set, floors[mode][set], digest, figures),
  );
  if (switches['update-floors'] === true && (below.length === 0 || switches['allow-regression'] === true)) {
    writeFloors(movedFloors(floors, mode, results));
    console.log(`floors of ${results.length} sets written`);
    return 0;
  }
  for (const line of below) console.error(line);
  if (below.length === 0) console.log('no figure is below its floor');
  return below.length === 0 ? 0 : 1;
}

function movedFloors(floors: FloorFile, mode: 'full' | 'quick', results: readonly Result[]): FloorFile {
  const moved: Record<string, Floors> = { ...floors[mode] };
  for (const { set, task, digest, figures } of results) moved[set] = floorsFrom(digest, task.shown, figures);
  return { ...floors, [mode]: moved };
}

process.exitCode = await main();
