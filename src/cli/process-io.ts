/** The streams of the running process, as commands see them. */

import type { CommandIo } from './command.ts';

/** Columns of a page where the width of the terminal is not known. */
const DEFAULT_COLUMNS = 80;

export function processIo(): CommandIo {
  const { stdin, stdout, stderr } = process;
  // A reader that has seen enough (`| head`) closes the pipe: that ends the programme and is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const clear = stderr.isTTY ? '\r\u001b[K' : '';
  return {
    input: stdin,
    write: (text) =>
      new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve()))),
    warn: (line) => void stderr.write(`${clear}${line}\n`),
    status: (line) => {
      if (stderr.isTTY) stderr.write(`${clear}${line.slice(0, (stderr.columns ?? DEFAULT_COLUMNS) - 1)}`);
    },
    styled: stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    // Listened for only by who waits for it: elsewhere Ctrl-C ends the process at once, as it should.
    get stopped() {
      return new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
    },
  };
}
