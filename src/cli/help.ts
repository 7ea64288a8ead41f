/** The words of `--help`, made from the commands themselves. */

import type { Option } from '../config/options.ts';
import type { Command } from './command.ts';
import { wrap } from './terminal.ts';

/** Width of a page of help. */
const COLUMNS = 88;

/** Width of the left column in lists of commands and options. */
const NAME_COLUMNS = 26;

/** What annalist is, and its commands. */
export function overviewOf(commands: readonly Command[]): string {
  const lines = [
    'annalist reads the news and keeps the record: who said what, with the sentence that says so.',
    '',
    'Usage: annalist COMMAND [words]',
    '',
    ...commands.flatMap(({ name, summary }) => entry(name, summary)),
    '',
    'annalist COMMAND --help   explains one command with examples',
    'annalist --version        prints the version',
    '',
    'Exit status: 0 done, 1 some input failed, 2 called wrongly.',
  ];
  return `${lines.join('\n')}\n`;
}

/** How one command is called. */
export function helpOf({ name, summary, usage, help, options, examples }: Command): string {
  const lines = [
    ...wrap(summary, COLUMNS),
    '',
    `Usage: annalist ${name} ${usage}`.trimEnd(),
    '',
    ...help.split('\n\n').flatMap((paragraph) => [...wrap(paragraph, COLUMNS), '']),
    ...(options.length === 0 ? [] : ['Options:', ...options.flatMap(optionEntry), '']),
    'Examples:',
    ...examples.flatMap(([command, meaning]) => [
      `  ${command}`,
      ...wrap(meaning, COLUMNS - 6).map((line) => `      ${line}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function optionEntry(option: Option): string[] {
  const value = option.kind === 'switch' ? '' : ` ${valueWord(option)}`;
  const fallback =
    option.default === null || option.default === false ? '' : ` Default: ${defaultOf(option)}.`;
  const choices = option.choices === undefined ? '' : ` One of ${option.choices.join(', ')}.`;
  return entry(`--${option.name}${value}`, `${option.sentence}${choices}${fallback}`);
}

function defaultOf({ kind, default: value }: Option): string {
  return kind === 'size' && typeof value === 'number' ? `${value / 1_000_000} MB` : String(value);
}

function valueWord({ kind }: Option): string {
  const words = {
    text: 'TEXT',
    count: 'N',
    number: 'N',
    size: 'SIZE',
    date: 'DATE',
    switch: '',
    choice: 'WORD',
  };
  return words[kind];
}

function entry(name: string, sentence: string): string[] {
  const [first = '', ...others] = wrap(sentence, COLUMNS - NAME_COLUMNS - 2);
  const gap = ' '.repeat(NAME_COLUMNS);
  const head =
    name.length < NAME_COLUMNS
      ? [`  ${name.padEnd(NAME_COLUMNS)}${first}`]
      : [`  ${name}`, `  ${gap}${first}`];
  return [...head, ...others.map((line) => `  ${gap}${line}`)];
}
