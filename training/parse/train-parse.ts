/** Trains the tagger and parser: reads treebanks, runs the epochs, keeps a checkpoint, writes weights and scores. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT_ROWS, WordLookup } from '../../src/annotate/engine/word-features.ts';
import type { Predictor } from '../../src/model/network/predict.ts';
import { normalized } from '../../src/model/quantized-table.ts';
import { readCheckpoint, writeCheckpoint } from '../checkpoint.ts';
import { readConllu } from '../data/read-conllu.ts';
import type { TreeSentence } from '../data/read-conllu.ts';
import { readVectors } from '../data/vectors.ts';
import type { FrozenVectors } from '../data/vectors.ts';
import { Progress } from '../progress.ts';
import { Random } from '../random.ts';
import { batchesOf, inventoryOf, learnable } from './corpus.ts';
import type { Inventory } from './corpus.ts';
import { ParserTrainer } from './parser-trainer.ts';
import type { Losses } from './parser-trainer.ts';
import { scoreParser } from './score.ts';
import type { ParseScores } from './score.ts';
import type { ParseSettings } from './settings.ts';

/** Treebanks of texts that may not be used commercially have this in their names; they are never learnt from. */
const NOT_OPEN = /-nc-/;

/** Files of the treebanks in `data/ud` that are learnt from (`train`) or scored on (`dev`). */
export function treebanksIn(data: string, part: 'train' | 'dev'): string[] {
  return readdirSync(join(data, 'ud'))
    .filter((name) => /\.conllu(?:\.gz)?$/.test(name) && name.includes(part) && !NOT_OPEN.test(name))
    .sort();
}

/** File that holds the finished weights, in the form of a checkpoint. */
export const WEIGHTS_FILE = 'parse.weights';
const CHECKPOINT_FILE = 'parse.checkpoint';

/** Weights are taken into the average every so many steps. */
const AVERAGE_EVERY_STEPS = 100;

/** The learning rate never falls below this share of the highest. */
const LEAST_RATE_SHARE = 0.02;

export interface ParseTask {
  readonly data: string;
  readonly out: string;
  readonly settings: ParseSettings;
  /** Goes on from the checkpoint in `out`. */
  readonly resume: boolean;
  readonly write: (line: string) => void;
}

/** Scores by treebank. */
export type ScoresByTreebank = Readonly<Record<string, ParseScores>>;

export function trainParse(task: ParseTask): ScoresByTreebank {
  const { data, settings } = task;
  mkdirSync(task.out, { recursive: true });
  const sentences = treebanksIn(data, 'train').flatMap((name) => readConllu(join(data, 'ud', name)));
  const inventory = inventoryOf(sentences, settings);
  const run = new ParseRun(task, inventory, readVectors(data, settings.vectors), scoredSets(data));
  run.learn(sentences);
  return run.finish();
}

function scoredSets(data: string): Map<string, TreeSentence[]> {
  return new Map(treebanksIn(data, 'dev').map((name) => [name, readConllu(join(data, 'ud', name))]));
}

/** One training from start or checkpoint to finish. */
class ParseRun {
  readonly #task: ParseTask;
  readonly #inventory: Inventory;
  readonly #scored: ReadonlyMap<string, TreeSentence[]>;
  readonly #random: Random;
  readonly #trainer: ParserTrainer;
  readonly #lookup: WordLookup;
  readonly #average: Float32Array[];
  #averaged = 0;
  #epoch = 0;

  constructor(
    task: ParseTask,
    inventory: Inventory,
    vectors: FrozenVectors,
    scored: ReadonlyMap<string, TreeSentence[]>,
  ) {
    const { settings } = task;
    this.#task = task;
    this.#inventory = inventory;
    this.#scored = scored;
    this.#random = new Random(settings.seed);
    this.#trainer = new ParserTrainer({
      shape: { ...settings.widths, tags: inventory.tags.length, labels: inventory.labels.length },
      vectors: normalized(vectors.values, vectors.width, VECTOR_LENGTH),
      vocabulary: inventory.words.length,
      counts: inventory.counts,
      settings,
      random: this.#random,
    });
    this.#lookup = new WordLookup(rowsOf(inventory.words), rowsOf(vectors.words), settings.buckets);
    this.#average = this.#trainer.weights().map(({ length }) => new Float32Array(length));
    if (task.resume) this.#restore();
  }

  learn(sentences: readonly TreeSentence[]): void {
    const { settings, write } = this.#task;
    const examples = sentences
      .filter(({ words }) => words.length <= settings.longest)
      .map((sentence) => learnable(sentence, this.#inventory));
    const rows = examples.reduce((sum, { forms }) => sum + forms.length + 1, 0);
    const total = Math.ceil((rows / settings.batchRows) * settings.epochs);
    write(`${examples.length} sentences, ${rows} rows, ${this.#describe()}\n`);
    const progress = new Progress(total, this.#trainer.steps, write);
    for (; this.#epoch < settings.epochs;) {
      const losses = { tags: 0, arcs: 0, labels: 0, words: 0 };
      for (const batch of batchesOf(examples, this.#lookup, settings.batchRows, this.#random)) {
        addLosses(losses, this.#trainer.update(batch, this.#rate(total)));
        this.#maybeAverage(total);
        progress.at(this.#trainer.steps, `epoch ${this.#epoch + 1}, ${shown(losses)}`);
      }
      this.#epoch += 1;
      write(
        `epoch ${this.#epoch}: ${shown(losses)} ${JSON.stringify(this.#scores())}, ${progress.seconds().toFixed(0)} s\n`,
      );
      this.#save();
    }
  }

  /** Writes the weights, the last ones or their average, whichever parse better, and returns their scores. */
  finish(): ScoresByTreebank {
    const { out, write, settings } = this.#task;
    const scores = this.#averaged > 0 ? this.#betterOfLastAndAverage() : this.#scores();
    write(`finished: ${JSON.stringify(scores)}\n`);
    const { tags, labels, words } = this.#inventory;
    const facts = { tags, labels, words, settings, scores, shape: this.#trainer.network.shape };
    writeCheckpoint(join(out, WEIGHTS_FILE), { facts, arrays: this.#trainer.weights() });
    writeFileSync(join(out, 'parse.metrics.json'), `${JSON.stringify({ settings, scores }, null, 2)}\n`);
    return scores;
  }

  /** Leaves the better weights in place and returns their scores. */
  #betterOfLastAndAverage(): ScoresByTreebank {
    const { write } = this.#task;
    const last = this.#trainer.weights().map((weights) => weights.slice());
    const lastScores = this.#scores();
    write(`last weights: ${JSON.stringify(lastScores)}\n`);
    this.#trainer.weights().forEach((weights, i) => weights.set(this.#average[i] as Float32Array));
    const averageScores = this.#scores();
    write(`averaged weights (${this.#averaged}): ${JSON.stringify(averageScores)}\n`);
    if (meanLas(averageScores) >= meanLas(lastScores)) return averageScores;
    this.#trainer.weights().forEach((weights, i) => weights.set(last[i] as Float32Array));
    return lastScores;
  }

  #rate(total: number): number {
    const { settings } = this.#task;
    const { steps } = this.#trainer;
    const warm = Math.min(1, (steps + 1) / settings.warmUp);
    return settings.rate * warm * Math.max(LEAST_RATE_SHARE, 1 - steps / total);
  }

  #maybeAverage(total: number): void {
    const { steps } = this.#trainer;
    if (steps < total * (1 - this.#task.settings.averagedShare)) {
      // A training that was made longer begins its average anew.
      this.#averaged = 0;
      return;
    }
    if (steps % AVERAGE_EVERY_STEPS !== 0) return;
    this.#averaged += 1;
    for (const [i, weights] of this.#trainer.weights().entries()) {
      const average = this.#average[i] as Float32Array;
      for (let k = 0; k < weights.length; k++) {
        average[k] =
          (average[k] as number) + ((weights[k] as number) - (average[k] as number)) / this.#averaged;
      }
    }
  }

  #scores(): ScoresByTreebank {
    const predictor: Predictor = {
      network: this.#trainer.network,
      tables: this.#trainer.tables,
      root: ROOT_ROWS,
      rootLabel: this.#inventory.labels.indexOf('root'),
      kept: null,
    };
    return Object.fromEntries(
      [...this.#scored].map(([name, sentences]) => [
        name,
        scoreParser(predictor, this.#lookup, this.#inventory, sentences),
      ]),
    );
  }

  #save(): void {
    const facts = {
      epoch: this.#epoch,
      steps: this.#trainer.steps,
      random: this.#random.state,
      averaged: this.#averaged,
      settings: this.#task.settings,
    };
    writeCheckpoint(join(this.#task.out, CHECKPOINT_FILE), {
      facts,
      arrays: [...this.#trainer.state(), ...this.#average],
    });
  }

  #restore(): void {
    const checkpoint = readCheckpoint(join(this.#task.out, CHECKPOINT_FILE));
    if (checkpoint === null) return;
    const { facts, arrays } = checkpoint;
    const { epochs, dropout } = this.#task.settings;
    const before = facts['settings'] as ParseSettings;
    if (JSON.stringify({ ...before, epochs, dropout }) !== JSON.stringify(this.#task.settings)) {
      throw new Error(
        `${CHECKPOINT_FILE} was made with other settings than epochs and dropout; train without --resume or into another folder`,
      );
    }
    for (const [i, target] of [...this.#trainer.state(), ...this.#average].entries())
      target.set(arrays[i] as Float32Array);
    this.#epoch = Number(facts['epoch']);
    // Weights under another dropout are not of the same kind, so their average begins anew.
    this.#averaged = before.dropout === dropout ? Number(facts['averaged']) : 0;
    this.#random.state = Number(facts['random']);
    this.#trainer.resumeAt(Number(facts['steps']));
    this.#task.write(`goes on after epoch ${this.#epoch}\n`);
  }

  #describe(): string {
    const { tags, labels, words } = this.#inventory;
    const { count } = this.#trainer.network.parameters;
    return `${tags.length} tags, ${labels.length} labels, ${words.length} words, ${count} dense weights`;
  }
}

/** Frozen vectors are all given this length, about that of the trained ones after a while. */
export const VECTOR_LENGTH = 3;

function meanLas(scores: ScoresByTreebank): number {
  const all = Object.values(scores);
  return all.reduce((sum, { las }) => sum + las, 0) / Math.max(1, all.length);
}

function rowsOf(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, row) => [word, row]));
}

function addLosses(sum: { -readonly [Name in keyof Losses]: number }, losses: Losses): void {
  sum.tags += losses.tags;
  sum.arcs += losses.arcs;
  sum.labels += losses.labels;
  sum.words += losses.words;
}

function shown({ tags, arcs, labels, words }: Losses): string {
  const each = [tags, arcs, labels].map((loss) => (loss / Math.max(1, words)).toFixed(3));
  return `losses tag ${each[0]} arc ${each[1]} label ${each[2]}`;
}
