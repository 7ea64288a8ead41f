/** `annalist parse`: prints the grammar of what is read, as trees for people or as CoNLL-U and JSON for programs. */

import { toConllu } from '../../annotate/engine/doc.ts';
import type { Doc } from '../../annotate/engine/doc.ts';
import { optionInvalid } from '../../errors.ts';
import { loadEngine } from '../../nlp.ts';
import { loadPageParser } from '../../worker/parse-page.ts';
import type { TextAnalyzer } from '../../worker/parse-page.ts';
import { DONE, SOME_FAILED, parseWords } from '../command.ts';
import type { Command, CommandIo } from '../command.ts';
import { INPUT_HELP, INPUT_OPTIONS, pagesOf, toldInsteadOfPage } from '../inputs.ts';
import { drawnSentence } from '../print-tree.ts';
import { printable } from '../terminal.ts';

const FORMATS = ['tree', 'conllu', 'json'] as const;

export const parseCommand = parseCommandWith(loadEngine);

/** The command with an engine of the caller's. The engine is loaded when the command runs. */
export function parseCommandWith(load: () => TextAnalyzer): Command {
  const command: Command = {
    name: 'parse',
    summary: 'Print the grammar of articles: sentences, words, dependency trees and names; nothing is kept.',
    usage: '[options] INPUT…',
    help: `${INPUT_HELP}\n\nEach sentence is drawn as a tree: a word stands below the word that it depends on, with its part of speech, its relation (Universal Dependencies) and, in a name, the type of the name. "conllu" prints CoNLL-U with names in the last column (NER=B-PER), "json" one object a line for each article, with its text and the offsets of every token in UTF-16 code units. Only what is read as prose is parsed: no bylines, notices or furniture of the page. The model knows English.`,
    options: [
      {
        name: 'format',
        kind: 'choice',
        default: 'tree',
        unit: null,
        choices: FORMATS,
        sentence: 'What is printed.',
      },
      ...INPUT_OPTIONS,
    ],
    examples: [
      ['annalist parse article.html', 'a drawing of every sentence'],
      ['annalist parse --format conllu article.txt > article.conllu', 'for tools that read treebanks'],
      ['echo "The ferry sank." | annalist parse -', 'one sentence'],
      ['annalist parse - --input jsonl --format json < articles.jsonl', 'a batch: one object a line'],
    ],
    async run(args, io) {
      const words = parseWords(args, command.options);
      if (words.positionals.length === 0)
        throw optionInvalid('INPUT', 'name what to parse; - is standard input');
      const print = PRINTERS[String(words.own('format')) as (typeof FORMATS)[number]];
      const parse = await loadPageParser(load());
      let failed = false;
      for await (const item of pagesOf(words.positionals, words.settings, io)) {
        const told = toldInsteadOfPage(item);
        if (told !== null) io.warn(told.line);
        failed ||= told?.failed === true;
        if (!('page' in item)) continue;
        const { location } = item.page;
        const parsed = parse(item.page);
        if ('rejected' in parsed) {
          io.warn(parsed.rejected.message);
          failed = true;
          continue;
        }
        if (!MEANT_FOR.has(parsed.language))
          io.warn(
            `${location}: this text is in "${parsed.language}"; the model knows English, so expect errors`,
          );
        await print(parsed.doc, location, io);
      }
      io.status('');
      return failed ? SOME_FAILED : DONE;
    },
  };
  return command;
}

/** Languages that the model is meant for; `und` is said of texts too short to tell. */
const MEANT_FOR: ReadonlySet<string> = new Set(['en', 'und']);

type Printer = (doc: Doc, location: string, io: CommandIo) => Promise<void>;

const PRINTERS: Readonly<Record<(typeof FORMATS)[number], Printer>> = {
  async tree(doc, _location, io) {
    for (const sentence of doc.sentences) await io.write(`${drawnSentence(sentence, io)}\n`);
  },
  conllu: (doc, location, io) => io.write(`# newdoc id = ${printable(location)}\n${toConllu(doc)}`),
  json: (doc, location, io) => io.write(`${JSON.stringify({ location, ...withoutRoots(doc) })}\n`),
};

/** The analysis without the root of each sentence, which is among its tokens already. */
function withoutRoots({ text, sentences, names }: Doc) {
  return { text, sentences: sentences.map(({ start, end, tokens }) => ({ start, end, tokens })), names };
}
