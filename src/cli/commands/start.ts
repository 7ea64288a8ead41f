/** `annalist start`: reads what is named, or the bundled sample case, and shows it. */

import { existsSync, renameSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadSettings } from '../../config/load.ts';
import { openStore } from '../../store/store.ts';
import { addInputs } from '../add-inputs.ts';
import { SOME_FAILED, parseWords, sharedOptions } from '../command.ts';
import type { Command, CommandIo } from '../command.ts';
import { INPUT_HELP, READING_OPTIONS } from '../inputs.ts';
import { serveStore } from '../serve-store.ts';

const SAMPLE_FOLDER = fileURLToPath(new URL('../../../samples/thirteen-days/dispatches', import.meta.url));

/** Where the sample case is kept, so that it never mixes with a record of one's own. */
export const SAMPLE_RECORD = 'thirteen-days.db';

export const startCommand: Command = {
  name: 'start',
  summary: 'Read what is named (or the bundled sample case) and show it in the browser.',
  usage: '[options] [INPUT…]',
  help: `What "npm start" runs. Without an INPUT it shows the sample case, thirteen days in October 1962, in ${SAMPLE_RECORD}. ${INPUT_HELP}`,
  options: [...sharedOptions('record', 'host', 'port'), ...READING_OPTIONS],
  examples: [
    ['annalist start', 'the sample case'],
    ['annalist start article.txt https://example.org/news/1', 'these two, in annalist.db'],
  ],
  async run(args, io) {
    const words = parseWords(args, startCommand.options);
    const { positionals, settings } = words;
    if (positionals.length === 0 && !words.has('record')) {
      await loadSample(io);
      return serveStore(openStore(SAMPLE_RECORD), settings, io);
    }
    const store = openStore(settings.record);
    let failed = false;
    if (positionals.length > 0) {
      const tally = await addInputs(store, positionals, settings, io);
      failed = tally.failed > 0;
    }
    const status = await serveStore(store, settings, io);
    return failed ? SOME_FAILED : status;
  },
};

/** Reads the sample case once. It is built aside and renamed, so that an interrupted start leaves none half read. */
async function loadSample(io: CommandIo): Promise<void> {
  if (existsSync(SAMPLE_RECORD)) return;
  const partial = `${SAMPLE_RECORD}.partial`;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${partial}${ending}`, { force: true });
  io.warn('reading the sample case: thirteen days in October 1962 …');
  const store = openStore(partial);
  try {
    await addInputs(
      store,
      [relative(process.cwd(), SAMPLE_FOLDER)],
      loadSettings({ offline: true }),
      io,
      'sample',
    );
  } finally {
    await store.close();
  }
  renameSync(partial, SAMPLE_RECORD);
}
