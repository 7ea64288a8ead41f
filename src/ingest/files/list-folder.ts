/** Folders: which files in them are articles, in one order on every machine. */

import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { AnnalistError } from '../../errors.ts';
import { binaryKind } from '../charset/binary-kind.ts';
import { decodeBytes } from '../charset.ts';
import { formatOfContent, formatOfName } from '../format/detect-format.ts';
import { fileFailure, fileHead } from './read-file.ts';

/** One file: to be read, passed over for a reason, or not to be had. */
export type Listed =
  | { readonly path: string }
  | { readonly path: string; readonly skipped: string }
  | { readonly path: string; readonly failure: AnnalistError };

export interface FolderOptions {
  /** Whether feeds are listed. They are not where reading one would go out to the network. */
  readonly withFeeds: boolean;
}

/**
 * Every file below `folder`, folders gone into where their names stand, names in the order of their code units.
 *
 * Names that begin with a dot, `node_modules`, and the folder of pictures and frames that a browser saves
 * beside a page (`Page_files` beside `Page.html`) are passed over. A symbolic link is followed once per
 * folder, so a circle of them ends.
 */
export async function listFolder(folder: string, options: FolderOptions): Promise<readonly Listed[]> {
  return listInto(folder, { ...options, seen: new Set() });
}

interface Walk extends FolderOptions {
  /** Real paths of the folders that have been gone into. */
  readonly seen: Set<string>;
}

async function listInto(folder: string, walk: Walk): Promise<Listed[]> {
  const listed: Listed[] = [];
  try {
    const real = await realpath(folder);
    if (walk.seen.has(real)) return [{ path: folder, skipped: 'the same folder has been read already' }];
    walk.seen.add(real);
    const names = (await readdir(folder)).sort(byCodeUnits);
    for (const name of names) {
      if (!isPassedOver(name, names)) listed.push(...(await listEntry(join(folder, name), walk)));
    }
  } catch (error) {
    listed.push(failed(folder, error));
  }
  return listed;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isPassedOver(name: string, names: readonly string[]): boolean {
  if (name.startsWith('.') || name === 'node_modules') return true;
  const page = /^(.+)_files$/.exec(name)?.[1];
  return page !== undefined && (names.includes(`${page}.html`) || names.includes(`${page}.htm`));
}

async function listEntry(path: string, walk: Walk): Promise<readonly Listed[]> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) return await listInto(path, walk);
    // Reading a pipe or a device that nobody named would wait for ever.
    if (!entry.isFile()) return [{ path, skipped: 'not an ordinary file' }];
    const reason = await reasonToSkip(path, walk);
    return [reason === null ? { path } : { path, skipped: reason }];
  } catch (error) {
    return [failed(path, error)];
  }
}

function failed(path: string, error: unknown): Listed {
  const failure = fileFailure(path, error);
  if (failure instanceof AnnalistError) return { path, failure };
  throw error;
}

/** Bytes of a file that are looked at where its name does not say what it is. */
const HEAD_BYTES = 8_192;

/** Why a file in a folder is not read; null for one that is. */
async function reasonToSkip(path: string, { withFeeds }: FolderOptions): Promise<string | null> {
  const named = formatOfName(path);
  if (named !== null && named !== 'feed') return null;
  const head = await fileHead(path, HEAD_BYTES);
  const kind = binaryKind(head);
  if (kind !== null) return `this is ${kind}, not text`;
  const content = formatOfContent(decodeBytes(head).text);
  // Pages saved by a crawler often have no ending, or `.php`.
  if (content === 'html') return null;
  // A folder of files stays a folder of files: nothing goes out to the network because one of them is a feed.
  if (content === 'feed' || named === 'feed')
    return withFeeds
      ? null
      : 'a feed; name the file itself to have its entries fetched, or read the folder with --offline';
  return `files ending in "${extname(path)}" are not read`;
}
