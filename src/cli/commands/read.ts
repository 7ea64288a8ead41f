/** `annalist read`: reads articles and prints what they say and who says it; keeps nothing. */

import type { ArticleRecord } from '../../document/record.ts';
import { optionInvalid } from '../../errors.ts';
import { loadReader } from '../../worker/read-page.ts';
import { readPages } from '../../worker/read-pages.ts';
import { DONE, SOME_FAILED, parseWords } from '../command.ts';
import type { Command, CommandIo } from '../command.ts';
import { INPUT_HELP, READING_OPTIONS, pagesOf, toldInsteadOfPage } from '../inputs.ts';
import { printedRecord } from '../print-record.ts';

const FORMATS = ['page', 'json', 'jsonl'] as const;

export const readCommand: Command = {
  name: 'read',
  summary: 'Read articles and print what they say and who says it; nothing is kept.',
  usage: '[options] INPUT…',
  help: `${INPUT_HELP}\n\nPages for people go to standard output as "page"; "json" is one annalist/record@1 object (an array when there are several articles), "jsonl" one such object a line, in the order of the inputs, as soon as each is read. Offsets in a record are UTF-16 code units in article.text, which for plain text is the input itself.`,
  options: [
    {
      name: 'format',
      kind: 'choice',
      default: 'page',
      unit: null,
      choices: FORMATS,
      sentence: 'What is printed.',
    },
    ...READING_OPTIONS,
  ],
  examples: [
    ['annalist read article.html', 'the article and its claims, for people'],
    ['annalist read --format json https://example.org/news/1', 'the record of a page on the web'],
    ['annalist read --published 2024-03-13 pasted.txt', 'a text whose date you know'],
    ['annalist read - --input jsonl --format jsonl < articles.jsonl', 'a batch: one record a line'],
  ],
  async run(args, io) {
    const words = parseWords(args, readCommand.options);
    if (words.positionals.length === 0)
      throw optionInvalid('INPUT', 'name what to read; - is standard input');
    const print = printerOf(String(words.own('format')), io);
    const reader = await loadReader();
    let failed = false;
    const pages = pagesOf(words.positionals, words.settings, io);
    for await (const item of readPages(pages, { reader, jobs: words.settings.jobs })) {
      const told = toldInsteadOfPage(item);
      if (told !== null) io.warn(told.line);
      failed ||= told?.failed === true;
      if (!('page' in item)) continue;
      const { reading } = item;
      if ('rejected' in reading) {
        io.warn(reading.rejected.message);
        failed = true;
      } else {
        await print.one(reading.record, item.page.location);
      }
    }
    io.status('');
    await print.end();
    return failed ? SOME_FAILED : DONE;
  },
};

interface Printer {
  one(record: ArticleRecord, location: string): Promise<void>;
  end(): Promise<void>;
}

function printerOf(format: string, io: CommandIo): Printer {
  if (format === 'jsonl')
    return { one: (record) => io.write(`${JSON.stringify(record)}\n`), end: async () => {} };
  return format === 'json' ? jsonPrinter(io) : pagePrinter(io);
}

function jsonPrinter(io: CommandIo): Printer {
  const records: ArticleRecord[] = [];
  return {
    async one(record) {
      records.push(record);
    },
    async end() {
      if (records.length > 0)
        await io.write(`${JSON.stringify(records.length === 1 ? records[0] : records, null, 2)}\n`);
    },
  };
}

function pagePrinter(io: CommandIo): Printer {
  let isFirst = true;
  return {
    async one(record, location) {
      const rule = isFirst ? '' : `\n${'─'.repeat(Math.min(io.columns, 40))}\n\n`;
      isFirst = false;
      await io.write(rule + printedRecord(record, location, io));
    },
    async end() {},
  };
}
