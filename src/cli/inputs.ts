/** Inputs of a call: from words and settings to pages, with progress for people. */

import type { Settings } from '../config/options.ts';
import type { Option } from '../config/options.ts';
import { ingest } from '../ingest/ingest.ts';
import type { IngestOptions, Ingested } from '../ingest/ingested.ts';
import type { ReadItem } from '../worker/read-pages.ts';
import type { CommandIo } from './command.ts';
import { sharedOptions } from './command.ts';

/** The options of every command that takes inputs. */
export const INPUT_OPTIONS: readonly Option[] = sharedOptions(
  'input',
  'published',
  'allow-private-network',
  'fetches',
  'offline',
  'max-bytes',
  'max-file-bytes',
  'max-redirects',
  'requests-per-second',
  'timeout',
  'user-agent',
);

/** The options of the commands that read what they take in, several pages at once. */
export const READING_OPTIONS: readonly Option[] = [...sharedOptions('jobs'), ...INPUT_OPTIONS];

/** What an input may be, for the help of every command that takes some. */
export const INPUT_HELP =
  'An INPUT is a file (plain text, Markdown, HTML, JSON lines, a feed), a folder (read with all folders in it), a URL of an article ' +
  'or of a feed (RSS, Atom, RDF, JSON Feed), or - for standard input. Several may be given; one that fails is told and the others are ' +
  'still read. A line of JSON lines is {"id", "text" or "html", "url"?, "published"?, "updated"?, "publisher"?, "language"?}.';

type Validators = IngestOptions['validators'];

/** The pages of all inputs, with progress told on the way. `validators` makes fetching conditional. */
export function pagesOf(
  inputs: readonly string[],
  settings: Settings,
  io: CommandIo,
  validators?: Validators,
): AsyncGenerator<Ingested> {
  return ingest(inputs, {
    settings,
    standardInput: io.input,
    validators,
    onProgress: ({ done, total, location }) => {
      io.status(`${done}${total === null ? '' : ` of ${total}`}  ${location}`);
    },
  });
}

/** A line for each input that gave no page, and whether that is a failure. Null for a page. */
export function toldInsteadOfPage(
  item: Ingested | ReadItem,
): { readonly line: string; readonly failed: boolean } | null {
  if ('page' in item) return null;
  if ('failure' in item) return { line: item.failure.message, failed: true };
  if ('notice' in item) return { line: `${item.location}: ${item.notice}`, failed: false };
  if ('skipped' in item) return { line: `${item.location}: skipped, ${item.skipped}`, failed: false };
  return { line: `${item.location}: not changed since it was last fetched`, failed: false };
}
