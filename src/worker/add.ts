/** Adding many articles to a record, one at a time: each is on the disk before it is told. */

import { AnnalistError } from '../errors.ts';
import type { Page } from '../document/page.ts';
import type { Store } from '../store/store.ts';
import type { SourceOrigin } from '../store/views.ts';
import type { Reading } from './read-page.ts';
import type { ReadItem } from './read-pages.ts';

/** What became of one input. */
export type AddResult =
  | {
      readonly outcome: 'new' | 'revised' | 'unchanged';
      readonly location: string;
      readonly articleId: string | null;
    }
  | { readonly outcome: 'failed'; readonly location: string; readonly code: string; readonly message: string }
  | { readonly outcome: 'told'; readonly location: string; readonly message: string };

/** How many inputs came to what, and why each that failed did. */
export interface Tally {
  readonly new: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly failures: readonly {
    readonly location: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export interface AddOptions {
  readonly store: Store;
  /** Said of every article; told from its page unless given. */
  readonly origin?: SourceOrigin | undefined;
  /** Called after each input, when what it says is on the disk. */
  readonly onResult?: (result: AddResult) => void;
}

/** After these the record takes nothing more, so that going on would only repeat the message. */
const ENDING: ReadonlySet<string> = new Set(['disk-full', 'record-read-only', 'record-unreadable']);

/**
 * Adds every page that was read. An input that fails is counted and stops nothing; only a record that can take no
 * more ends the call, and then what was told before stays added.
 */
export async function addPages(items: AsyncIterable<ReadItem>, options: AddOptions): Promise<Tally> {
  const counts = { new: 0, revised: 0, unchanged: 0, failed: 0 };
  const failures: Tally['failures'][number][] = [];
  for await (const item of items) {
    const result = await resultOf(item, options);
    if (result.outcome === 'failed') {
      const { location, code, message } = result;
      failures.push({ location, code, message });
    }
    if (result.outcome !== 'told') counts[result.outcome] += 1;
    options.onResult?.(result);
    if (result.outcome === 'failed' && ENDING.has(result.code)) break;
  }
  return { ...counts, failures };
}

async function resultOf(item: ReadItem, options: AddOptions): Promise<AddResult> {
  if ('page' in item) return addPage(item, options);
  const { location } = item;
  if ('failure' in item) return failed(location, item.failure);
  if ('unchanged' in item) return { outcome: 'unchanged', location, articleId: null };
  const message = 'notice' in item ? item.notice : `skipped, ${item.skipped}`;
  return { outcome: 'told', location, message: `${location}: ${message}` };
}

interface ReadPage {
  readonly page: Page;
  readonly reading: Reading;
}

async function addPage({ page, reading }: ReadPage, { store, origin }: AddOptions): Promise<AddResult> {
  const { location } = page;
  if ('rejected' in reading) return failed(location, reading.rejected);
  try {
    const { outcome, articleId } = await store.addArticle({ page, ...reading, origin });
    return { outcome, location, articleId };
  } catch (error) {
    if (error instanceof AnnalistError) return failed(location, error);
    throw error;
  }
}

function failed(location: string, { code, message }: AnnalistError): AddResult {
  return { outcome: 'failed', location, code, message };
}
