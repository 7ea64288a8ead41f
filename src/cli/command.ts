/** The command contract: what every command is, and how its words are read. */

import { parseArgs } from 'node:util';

import { checkedOption, loadSettings } from '../config/load.ts';
import { OPTIONS } from '../config/options.ts';
import type { Option, OptionName, Settings } from '../config/options.ts';
import { optionInvalid } from '../errors.ts';
import { nearest } from './nearest.ts';

/** Exit statuses: all done; some input failed; called wrongly. */
export const DONE = 0;
export const SOME_FAILED = 1;
export const CALLED_WRONGLY = 2;

/** The streams of a command. Results go to `write`, words for people to `warn`. */
export interface CommandIo {
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Writes to standard output; resolves when more may be written. */
  write(text: string): Promise<void>;
  /** Writes one line to standard error. */
  warn(line: string): void;
  /** Rewrites the last line of standard error where it is a terminal; writes nothing elsewhere. */
  status(line: string): void;
  /** Whether colours and weights may be used on standard output. */
  readonly styled: boolean;
  /** Width of the page in columns. */
  readonly columns: number;
  /** Resolves when the person asks to stop (Ctrl-C). */
  readonly stopped: Promise<void>;
}

export interface Command {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Words after `annalist NAME`. */
  readonly usage: string;
  /** Rows of the table of options that it takes, and rows of its own. */
  readonly options: readonly Option[];
  /** Lines to try, each with what it does. */
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** What `--help` teaches beside that. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** The words of a call, told apart and checked. */
export interface ParsedWords {
  readonly positionals: readonly string[];
  /** A value for every row of the table of options. */
  readonly settings: Settings;
  /** The value of an option that the command has for itself: its default when it is not given. */
  own(name: string): string | number | boolean | null;
  /** Whether the option was given. */
  has(name: string): boolean;
}

/** Rows of the table of options, by name. */
export function sharedOptions(...names: readonly OptionName[]): Option[] {
  return names.map((name) => OPTIONS.find((row) => row.name === name) as Option);
}

/** Reads the words after a command's name. Throws `option-invalid` for one that the command does not take. */
export function parseWords(args: readonly string[], options: readonly Option[]): ParsedWords {
  const config = Object.fromEntries(
    options.map(({ name, kind }) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { values, positionals } = parsed(args, config, options);
  const shared = Object.fromEntries(OPTIONS.map(({ name }) => [name, values[name]]));
  return {
    positionals,
    settings: loadSettings(shared),
    own(name) {
      const row = options.find((option) => option.name === name);
      if (row === undefined) throw new Error(`the command has no option ${name}`);
      const value = values[name];
      return value === undefined ? row.default : checkedOption(row, value);
    },
    has: (name) => values[name] !== undefined,
  };
}

type ParseConfig = Record<string, { type: 'boolean' | 'string' }>;

function parsed(args: readonly string[], config: ParseConfig, options: readonly Option[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals };
  } catch (error) {
    throw wordError(error, options);
  }
}

function wordError(error: unknown, options: readonly Option[]): Error {
  const message = error instanceof Error ? error.message : String(error);
  const name = /'(--?[^' ,]*)/.exec(message)?.[1];
  if (name === undefined) return optionInvalid('options', message);
  if (message.includes('argument missing')) return optionInvalid(name, 'wants a value after it');
  if (message.includes('does not take')) return optionInvalid(name, 'takes no value');
  const near = nearest(
    name.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  return optionInvalid(
    name,
    near === null ? 'no such option; see --help' : `no such option; did you mean --${near}?`,
  );
}
