/** The task contract: how one kind of gold is read, run through annalist, and scored. */

import type { Page } from '../src/document/page.ts';
import type { ArticleRecord } from '../src/document/record.ts';
import type { Reader } from '../src/worker/read-page.ts';

/** One set of gold found in a folder: a file or folder named `task.split`. */
export interface GoldSet {
  /** File name without its ending, as `polnear.dev`: the key in `--json`. */
  readonly name: string;
  /** Where it lies, unpacked and cut to a tenth where that was asked for. */
  readonly path: string;
}

/** What a run over one set gave, before it is scored. */
export interface SystemOutput {
  /** What the scorer is given beside the gold: a file or a folder. */
  readonly path: string;
  /** Words read, for the speed figure. */
  readonly words: number;
}

export interface Task {
  readonly name: string;
  /** Whether a set of this name is of this task. */
  matches(name: string): boolean;
  /** Reads the inputs of a set (never its answers) and writes what annalist makes of them. */
  run(gold: GoldSet, reader: Reader, folder: string): Promise<SystemOutput>;
  /** File of the scorer in `../shared/eval` and its arguments. */
  scorer(gold: GoldSet, output: SystemOutput): readonly [script: string, ...args: string[]];
  /** Lines of JSON that the scorer printed last, as an object. */
  figures(stdout: string): Readonly<Record<string, unknown>>;
  /** The figures that the table shows and floors hold, by path in the scorer's object. */
  readonly shown: readonly string[];
}

/** A page as a plain-text input makes it. */
export function textPage(id: string, text: string): Page {
  return page(id, 'text', text, null);
}

/** A page as a saved HTML file makes it. */
export function htmlPage(id: string, html: string, url: string | null): Page {
  return page(id, 'html', html, url);
}

function page(id: string, format: Page['format'], body: string, url: string | null): Page {
  return {
    location: id,
    source: 'evaluation',
    givenId: id,
    format,
    body,
    given: {
      url,
      headline: null,
      published: null,
      updated: null,
      publisher: null,
      language: null,
      byline: [],
    },
    capture: {
      bytes: new Uint8Array(),
      retrieved: '1970-01-01T00:00:00Z',
      finalUrl: url,
      status: null,
      headers: {},
      charset: 'utf-8',
    },
  };
}

/** The record of a page; null where annalist found no article in it. */
export function recordOf(reader: Reader, input: Page): ArticleRecord | null {
  const reading = reader.read(input);
  return 'record' in reading ? reading.record : null;
}

/** Words of a text, counted as stretches between white space. */
export function wordsOf(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The last line of JSON in a scorer's output. */
export function lastJsonLine(stdout: string): Record<string, unknown> {
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  return JSON.parse(line) as Record<string, unknown>;
}
