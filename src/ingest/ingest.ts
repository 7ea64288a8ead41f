/** Ingest: from what the user names (files, folders, URLs, standard input) to pages, one stream, one order. */

import { stat } from 'node:fs/promises';

import { NO_GIVEN_FACTS } from '../document/page.ts';
import { AnnalistError, fetchFailed, folderEmpty } from '../errors.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { listFolder, type Listed } from './files/list-folder.ts';
import { fileChunks, fileFailure } from './files/read-file.ts';
import { inOrder } from './in-order.ts';
import type { Ingested, IngestOptions } from './ingested.ts';
import { fetchedOrigin, localOrigin } from './origin.ts';
import { readBytes, readStream, withFailures } from './read-bytes.ts';
import { openRun, type Run } from './run.ts';

/** What standard input is called in locations. */
export const STANDARD_INPUT = 'standard input';

/**
 * The articles of all inputs, in the order of the inputs.
 *
 * An input is a path to a file or folder, a URL of a page or feed, or `-` for standard input. What cannot
 * be had is an item of its own and stops nothing else. The only throws are the reason of an aborted
 * `signal` and faults of annalist itself. Ending the iteration early ends what is still being fetched.
 */
export async function* ingest(
  inputs: readonly string[],
  options: IngestOptions = {},
): AsyncGenerator<Ingested> {
  const run = openRun(inputs.length, options);
  try {
    const opened = inOrder(inputs, run.settings.fetches, async (input) => ({
      input,
      fetched: await prefetch(input, run),
    }));
    for await (const { input, fetched } of opened) {
      run.signal.throwIfAborted();
      const items = fetched === null ? readLocal(input, run) : readFetched(input, fetched, run);
      yield* withFailures(items, locationOf(input), run);
    }
  } finally {
    await run.close();
  }
}

function locationOf(input: string): string {
  return input === '-' ? STANDARD_INPUT : input;
}

/** Starts a fetch before its turn, since others may be waited for meanwhile; null for what is not fetched. */
async function prefetch(input: string, run: Run): Promise<Fetched | AnnalistError | null> {
  if (!/^https?:/i.test(input)) return null;
  try {
    return await run.fetcher.fetch(input, run.signal);
  } catch (error) {
    if (error instanceof AnnalistError) return error;
    throw error;
  }
}

async function* readFetched(
  url: string,
  fetched: Fetched | AnnalistError,
  run: Run,
): AsyncGenerator<Ingested> {
  if (fetched instanceof AnnalistError) throw fetched;
  if (fetched.kind === 'unchanged') {
    yield { unchanged: true, location: url };
    run.count.done(url);
    return;
  }
  const given = { ...NO_GIVEN_FACTS, published: run.settings.published };
  yield* readBytes(fetched.bytes, fetchedOrigin(url, url, given, fetched), run);
}

async function* readLocal(input: string, run: Run): AsyncGenerator<Ingested> {
  if (input === '-') {
    yield* readStream(
      asBytes(run.standardInput),
      localOrigin(STANDARD_INPUT, STANDARD_INPUT, null, run),
      run,
    );
    return;
  }
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(input)?.[1];
  if (scheme !== undefined) throw fetchFailed(input, `only http: and https: are fetched, not ${scheme}:`);
  if (await isFolder(input)) yield* readFolder(input, run);
  else yield* readStream(fileChunks(input), localOrigin(input, input, input, run), run);
}

async function* asBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileFailure(path, error);
  }
}

async function* readFolder(folder: string, run: Run): AsyncGenerator<Ingested> {
  const listed = await listFolder(folder, { withFeeds: run.settings.offline });
  const found = listed.filter((one) => !('skipped' in one)).length;
  run.count.expect(listed.length - 1 + (found === 0 ? 1 : 0));
  for (const one of listed) yield* withFailures(readListed(one, folder, run), one.path, run);
  if (found === 0) throw folderEmpty(folder);
}

async function* readListed(listed: Listed, folder: string, run: Run): AsyncGenerator<Ingested> {
  run.signal.throwIfAborted();
  const { path } = listed;
  if ('failure' in listed) throw listed.failure;
  if ('skipped' in listed) {
    yield { skipped: listed.skipped, location: path };
    run.count.done(path);
    return;
  }
  yield* readStream(fileChunks(path), localOrigin(path, folder, path, run), run);
}
