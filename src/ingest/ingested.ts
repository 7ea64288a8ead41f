/** What ingest gives and what it is told: the items of its stream, and its options. */

import type { LookupFunction } from 'node:net';

import type { Settings } from '../config/options.ts';
import type { Page } from '../document/page.ts';
import type { AnnalistError } from '../errors.ts';
import type { Clock } from './clock.ts';
import type { Validators } from './fetch/validators.ts';

/**
 * One item of the stream; exactly one of the first keys is there.
 *
 * A `failure` concerns only its own `location`: everything else in the same call is still done.
 * `skipped` is why a file in a folder was passed over. `unchanged` is a page that is as it was at the
 * last fetch. A `notice` goes before the page that it is about and loses nothing.
 */
export type Ingested =
  | { readonly page: Page }
  | { readonly failure: AnnalistError; readonly location: string }
  | { readonly skipped: string; readonly location: string }
  | { readonly unchanged: true; readonly location: string }
  | { readonly notice: string; readonly location: string };

/** How far a call is. `total` is null as long as nobody can know it, as with JSON lines. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly location: string;
}

export interface IngestOptions {
  /** Checked options, from `loadSettings`; the defaults of the table when left out. */
  readonly settings?: Settings | undefined;
  /** What `-` reads. Strings are taken for UTF-8. */
  readonly standardInput?: AsyncIterable<Uint8Array | string> | undefined;
  readonly validators?: Validators | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends the call: the generator throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** How host names become addresses; the system's way when left out. Private answers are refused all the same. */
  readonly lookup?: LookupFunction | undefined;
}
