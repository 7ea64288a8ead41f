/** Calls `annalist` in this process with streams that can be looked at afterwards. */

import { Readable } from 'node:stream';

import { runCall } from '../../src/cli/call.ts';

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
  let out = '';
  let err = '';
  const status = await runCall(words, {
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
