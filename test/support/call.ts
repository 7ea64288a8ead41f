/** Calls `annalist` in this process with streams that can be looked at afterwards. */

import { Readable } from 'node:stream';

import { runCall, runCommand } from '../../src/cli/call.ts';
import type { Command, CommandIo } from '../../src/cli/command.ts';

export interface Called {
  readonly status: number;
  /** What went to standard output. */
  readonly out: string;
  /** What went to standard error. */
  readonly err: string;
}

/** Runs `annalist WORDS…` with an empty standard input. */
export async function call(...words: string[]): Promise<Called> {
  return callWith('', ...words);
}

/** Runs `annalist WORDS…` with `input` on standard input. */
export async function callWith(input: string | Uint8Array, ...words: string[]): Promise<Called> {
  return runWith(input, (io) => runCall(words, io));
}

/** Runs a command that need not be in the list of commands, as a call would. */
export async function callCommand(
  command: Command,
  input: string | Uint8Array,
  ...words: string[]
): Promise<Called> {
  return runWith(input, (io) => runCommand(command, words, io));
}

async function runWith(input: string | Uint8Array, run: (io: CommandIo) => Promise<number>): Promise<Called> {
  let out = '';
  let err = '';
  const status = await run({
    input: Readable.from(input.length === 0 ? [] : [Buffer.from(input)]),
    write: async (text) => void (out += text),
    warn: (line) => void (err += `${line}\n`),
    status: () => {},
    styled: false,
    columns: 80,
    stopped: Promise.resolve(),
  });
  return { status, out, err };
}
