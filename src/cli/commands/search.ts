/** `annalist search`: claims of a record that match words, for the terminal or as JSON lines. */

import { optionInvalid } from '../../errors.ts';
import { openStore } from '../../store/store.ts';
import type { Filter } from '../../store/filter.ts';
import type { ListedClaim } from '../../store/views.ts';
import { DONE, SOME_FAILED, parseWords, sharedOptions } from '../command.ts';
import type { Command, CommandIo } from '../command.ts';
import { printable, styler, wrap } from '../terminal.ts';

const FILTERS = ['speaker', 'publisher', 'stance', 'from', 'to'] as const;

export const searchCommand: Command = {
  name: 'search',
  summary: 'Find claims in a record by their words, their speaker, their date.',
  usage: '[options] [QUERY]',
  help: 'QUERY is words that must all occur; "a phrase"; this OR that; -without; prefix*. It looks at what was said and at who said it. Nothing found is exit status 1.',
  options: [
    ...sharedOptions('record'),
    {
      name: 'speaker',
      kind: 'text',
      default: null,
      unit: null,
      sentence: 'Words of the name of who is quoted.',
    },
    { name: 'publisher', kind: 'text', default: null, unit: null, sentence: 'Name of the outlet.' },
    {
      name: 'stance',
      kind: 'text',
      default: null,
      unit: null,
      sentence: 'What the speaker does: asserts, denies, predicts …',
    },
    { name: 'from', kind: 'text', default: null, unit: null, sentence: 'First day, as 1962-10-22.' },
    { name: 'to', kind: 'text', default: null, unit: null, sentence: 'Last day, itself included.' },
    {
      name: 'limit',
      kind: 'count',
      default: 20,
      unit: 'claims',
      min: 1,
      max: 100_000,
      sentence: 'At most this many.',
    },
    { name: 'json', kind: 'switch', default: false, unit: null, sentence: 'One JSON object a line.' },
  ],
  examples: [
    ['annalist search missile bases --speaker gromyko', 'what somebody said about something'],
    [
      'annalist search --stance denies --from 1962-10-20 --json',
      'all denials since a day, for another program',
    ],
  ],
  async run(args, io) {
    const words = parseWords(args, searchCommand.options);
    const query = words.positionals.join(' ');
    const filter: Filter = {
      q: query,
      ...Object.fromEntries(FILTERS.map((name) => [name, words.own(name) ?? undefined])),
    };
    if (query === '' && FILTERS.every((name) => words.own(name) === null)) {
      throw optionInvalid('QUERY', 'say what to look for, in words or by an option');
    }
    const store = openStore(words.settings.record, { readOnly: true });
    try {
      return await print(
        store.listClaims.bind(store),
        filter,
        Number(words.own('limit')),
        words.own('json') === true,
        io,
      );
    } finally {
      await store.close();
    }
  },
};

/** Rows fetched at once. */
const ROWS = 500;

type List = (
  filter: Filter,
  page: { limit: number; cursor: string | null },
) => Promise<{
  readonly items: readonly ListedClaim[];
  readonly next: string | null;
}>;

async function print(
  list: List,
  filter: Filter,
  limit: number,
  asJson: boolean,
  io: CommandIo,
): Promise<number> {
  let printed = 0;
  let cursor: string | null = null;
  do {
    const page = await list(filter, { limit: Math.min(ROWS, limit - printed), cursor });
    for (const claim of page.items) await io.write(asJson ? `${JSON.stringify(claim)}\n` : shown(claim, io));
    printed += page.items.length;
    cursor = page.next;
  } while (cursor !== null && printed < limit);
  if (printed === 0) io.warn('nothing found');
  else if (cursor !== null) io.warn(`${printed} shown, there are more; raise --limit`);
  return printed === 0 ? SOME_FAILED : DONE;
}

function shown(claim: ListedClaim, io: CommandIo): string {
  const style = styler(io.styled);
  const who = claim.source.kind === 'none' ? 'nobody named' : printable(claim.source.text);
  const stance = claim.stance === 'asserts' ? '' : ` — ${claim.stance}`;
  const where = [claim.article.sortTime, claim.article.publisher, claim.article.headline].filter(
    (part) => part !== null,
  );
  const lines = [
    `${style('bold', who)}  ${style('underline', printable(claim.cue.text))}${stance}`,
    ...wrap(printable(claim.content.text), Math.min(io.columns, 96) - 4).map((line) => `    ${line}`),
    `    ${style('dim', `${claim.id}  ${printable(where.join(' · '))}`)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}
