/** The list of commands. A command that is not here does not exist. */

import type { Command } from './command.ts';
import { addCommand } from './commands/add.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { parseCommand } from './commands/parse.ts';
import { readCommand } from './commands/read.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { startCommand } from './commands/start.ts';

export const COMMANDS: readonly Command[] = [
  readCommand,
  addCommand,
  serveCommand,
  searchCommand,
  explainCommand,
  parseCommand,
  doctorCommand,
  startCommand,
];
