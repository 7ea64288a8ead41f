/** The table of options: one row each. The reference page, the check at start-up and `--help` are made from it. */

import { VERSION } from './version.ts';

/** What a value may be. Sizes are whole bytes and may be written `10MB`; a switch is on when it is named. */
export type OptionKind = 'text' | 'count' | 'number' | 'size' | 'date' | 'switch' | 'choice';

/** One option. `default` is null where nothing is assumed; `min` and `max` are inclusive. */
export interface Option {
  /** As on the command line, without the two hyphens. */
  readonly name: string;
  readonly kind: OptionKind;
  readonly default: string | number | boolean | null;
  readonly unit: string | null;
  readonly sentence: string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
}

/** How an input is to be read. `auto` looks at its content, then its type header, then its name. */
export const INPUT_FORMATS = ['auto', 'text', 'html', 'markdown', 'jsonl', 'feed'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** Sorted by name. */
export const OPTIONS = [
  {
    name: 'allow-private-network',
    kind: 'switch',
    default: false,
    unit: null,
    sentence: 'Permit pages on loopback, local and other private addresses, which are refused otherwise.',
  },
  {
    name: 'fetches',
    kind: 'count',
    default: 4,
    unit: 'pages',
    min: 1,
    max: 64,
    sentence: 'How many pages are fetched at once; pages of one host still wait for one another.',
  },
  {
    name: 'host',
    kind: 'text',
    default: '127.0.0.1',
    unit: null,
    sentence: 'Address that the server listens on; the default is reachable from this machine only.',
  },
  {
    name: 'input',
    kind: 'choice',
    default: 'auto',
    unit: null,
    choices: INPUT_FORMATS,
    sentence: 'How inputs are read; auto looks at the content, then the type header, then the name.',
  },
  {
    name: 'jobs',
    kind: 'count',
    default: null,
    unit: 'pages',
    min: 1,
    max: 64,
    sentence:
      'How many pages are read at once, each in a thread of its own; as many as there are cores unless given.',
  },
  {
    name: 'max-bytes',
    kind: 'size',
    default: 10_000_000,
    unit: 'bytes',
    min: 1,
    sentence: 'Largest page that is fetched, counted after undoing compression.',
  },
  {
    name: 'max-file-bytes',
    kind: 'size',
    default: 100_000_000,
    unit: 'bytes',
    min: 1,
    max: 500_000_000,
    sentence: 'Largest file that is read, and the longest line of a JSON lines file of any size.',
  },
  {
    name: 'max-redirects',
    kind: 'count',
    default: 5,
    unit: 'redirects',
    min: 0,
    max: 20,
    sentence: 'How many redirects of one page are followed.',
  },
  {
    name: 'offline',
    kind: 'switch',
    default: false,
    unit: null,
    sentence: 'Ask nothing of the network: feeds give the texts that they hold, and pages of the web fail.',
  },
  {
    name: 'port',
    kind: 'count',
    default: 4173,
    unit: null,
    min: 0,
    max: 65_535,
    sentence: 'Port that the server listens on; 0 takes any free one.',
  },
  {
    name: 'published',
    kind: 'date',
    default: null,
    unit: null,
    sentence:
      'Publication date, in ISO 8601, of inputs that do not bring one of their own in their JSON line.',
  },
  {
    name: 'record',
    kind: 'text',
    default: 'annalist.db',
    unit: null,
    sentence: 'File that the record is kept in.',
  },
  {
    name: 'requests-per-second',
    kind: 'number',
    default: 1,
    unit: 'requests per second',
    min: 0.001,
    max: 100,
    sentence: 'How often one host is asked for a page; a longer delay in its robots.txt is kept.',
  },
  {
    name: 'timeout',
    kind: 'number',
    default: 20,
    unit: 'seconds',
    min: 0.01,
    max: 3600,
    sentence: 'Time in which a page must have arrived, redirects included and waiting for politeness not.',
  },
  {
    name: 'user-agent',
    kind: 'text',
    default: `annalist/${VERSION} (news reader; obeys robots.txt)`,
    unit: null,
    sentence:
      'Name that is told to servers and looked up in robots.txt, where the part before the slash counts.',
  },
] as const satisfies readonly Option[];

export type OptionName = (typeof OPTIONS)[number]['name'];

type ValueOf<Row extends Option> = Row['kind'] extends 'switch'
  ? boolean
  : Row['kind'] extends 'count' | 'number' | 'size'
    ? Row['default'] extends null
      ? number | null
      : number
    : Row extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : Row['default'] extends null
        ? string | null
        : string;

/** A checked value for every option, by the option's name. */
export type Settings = { readonly [Row in (typeof OPTIONS)[number] as Row['name']]: ValueOf<Row> };
