/** `annalist serve`: shows a record in the browser and over HTTP. */

import { openStore } from '../../store/store.ts';
import { parseWords, sharedOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { optionInvalid } from '../../errors.ts';
import { serveStore } from '../serve-store.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Show a record in the browser and over HTTP.',
  usage: '[options] [RECORD]',
  help: 'Serves until you press Ctrl-C. The page and the API under /api/v1 show the same record with the same filters; /api/v1/openapi.json describes the API. Other processes may add to the record meanwhile. Only this machine can reach the server unless --host says otherwise: there are no passwords, so think before you do.',
  options: sharedOptions('record', 'host', 'port'),
  examples: [
    ['annalist serve', 'the record in annalist.db, on http://127.0.0.1:4173'],
    ['annalist serve strikes.db --port 0', 'another record, on any free port'],
  ],
  async run(args, io) {
    const { positionals, settings } = parseWords(args, serveCommand.options);
    if (positionals.length > 1) throw optionInvalid('RECORD', 'one record is served at a time');
    const store = openStore(positionals[0] ?? settings.record);
    return serveStore(store, settings, io);
  },
};
