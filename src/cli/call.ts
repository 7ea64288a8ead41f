/** A call of annalist: finds the command that is called, runs it, and tells its errors. */

import { AnnalistError } from '../errors.ts';
import { VERSION } from '../config/version.ts';
import { CALLED_WRONGLY, DONE, SOME_FAILED } from './command.ts';
import type { Command, CommandIo } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpOf, overviewOf } from './help.ts';
import { nearest } from './nearest.ts';

/** Runs a call; the words are those after `annalist`. Gives the exit status. */
export async function runCall(words: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...args] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = COMMANDS.find((command) => command.name === args[0]);
    await io.write(about === undefined ? overviewOf(COMMANDS) : helpOf(about));
    return DONE;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    await io.write(`annalist ${VERSION}\n`);
    return DONE;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const near = nearest(
      name,
      COMMANDS.map((one) => one.name),
    );
    io.warn(`annalist: no command "${name}"${near === null ? '' : `; did you mean ${near}?`}`);
    io.warn('annalist --help lists them all');
    return CALLED_WRONGLY;
  }
  if (args.includes('--help') || args.includes('-h')) {
    await io.write(helpOf(command));
    return DONE;
  }
  return runCommand(command, args, io);
}

/** Runs a command and tells its errors. Gives the exit status. */
export async function runCommand(command: Command, args: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof AnnalistError)) throw error;
    io.status('');
    io.warn(`annalist ${command.name}: ${error.message}`);
    if (error.code !== 'option-invalid') return SOME_FAILED;
    io.warn(`annalist ${command.name} --help says how to call it`);
    return CALLED_WRONGLY;
  }
}
