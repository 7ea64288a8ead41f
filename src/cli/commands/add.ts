/** `annalist add`: reads articles into a record, for ever. */

import { optionInvalid } from '../../errors.ts';
import { openStore } from '../../store/store.ts';
import { DONE, SOME_FAILED, parseWords, sharedOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { addInputs } from '../add-inputs.ts';
import { INPUT_HELP, READING_OPTIONS } from '../inputs.ts';

export const addCommand: Command = {
  name: 'add',
  summary: 'Read articles into a record: one file that keeps every revision with the bytes it was read from.',
  usage: '[options] INPUT…',
  help: `${INPUT_HELP}\n\nAn article is known by its URL, or by its text when it has none. Adding the same article twice changes nothing; a changed text becomes a new revision and the old one stays. What has been told as added is on the disk, whatever happens afterwards. Pages of the web are asked for with what the server gave last time, so that an unchanged page is not sent again.`,
  options: [...sharedOptions('record'), ...READING_OPTIONS],
  examples: [
    ['annalist add saved-pages/ notes.txt', 'a folder of saved pages and a file, into annalist.db'],
    ['annalist add --record strikes.db https://example.org/feed.xml', 'every article that a feed lists'],
    ['annalist add - --input jsonl < articles.jsonl', 'a batch from another program'],
  ],
  async run(args, io) {
    const { positionals, settings } = parseWords(args, addCommand.options);
    if (positionals.length === 0) throw optionInvalid('INPUT', 'name what to add; - is standard input');
    const store = openStore(settings.record);
    try {
      const tally = await addInputs(store, positionals, settings, io);
      return tally.failed === 0 ? DONE : SOME_FAILED;
    } finally {
      await store.close();
    }
  },
};
