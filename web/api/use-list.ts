/** A list of the API, page by page: the first at once, the next on request, all of them again on the way back. */

import { useCallback, useEffect, useRef, useState } from 'react';

import type { WireList, WireProblem } from '../../src/serve/wire.ts';
import { isFresh, read, remembered } from './client.ts';
import { problemOf } from './use-resource.ts';

export interface List<T> {
  /** Rows of all pages read so far; undefined until the first has come. */
  readonly items: readonly T[] | undefined;
  /** Rows in all pages, read or not. */
  readonly count: number;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Whether the rows are still those of the list asked for before, shown until the new ones come. */
  readonly stale: boolean;
  readonly problem: WireProblem | null;
  readonly more: () => void;
  readonly retry: () => void;
}

interface State<T> {
  readonly path: string;
  readonly pages: readonly WireList<T>[];
  readonly loadingMore: boolean;
  readonly problem: WireProblem | null;
}

/** Cursors whose pages a reader has opened, by list, so that going back shows the same rows at the same height. */
const opened = new Map<string, readonly string[]>();

/** Reads the list at `path`, whose query may be empty but must not hold a cursor. */
export function useList<T>(path: string): List<T> {
  const [held, setState] = useState<State<T>>(() => startOf<T>(path));
  const [attempt, setAttempt] = useState(0);
  const state = held.path === path ? held : startOf<T>(path);
  const moreRequest = useRef<AbortController | null>(null);

  useEffect(() => {
    if (attempt === 0 && isFresh(path)) return undefined;
    const abort = new AbortController();
    read<WireList<T>>(path, abort.signal)
      .then((page) => setState((before) => refreshed(before, path, page)))
      .catch((cause: unknown) => {
        if (!abort.signal.aborted) setState({ ...startOf<T>(path), pages: [], problem: problemOf(cause) });
      });
    return () => abort.abort();
  }, [path, attempt]);

  useEffect(() => () => moreRequest.current?.abort(), [path]);

  const next = state.pages.at(-1)?.next ?? null;
  const more = useCallback(() => {
    if (next === null) return;
    moreRequest.current?.abort();
    const abort = new AbortController();
    moreRequest.current = abort;
    setState((before) => ({
      ...(before.path === path ? before : startOf<T>(path)),
      loadingMore: true,
      problem: null,
    }));
    read<WireList<T>>(pathOfPage(path, next), abort.signal)
      .then((page) => {
        opened.set(path, [...(opened.get(path) ?? []), next]);
        setState((before) => ({ ...before, pages: [...before.pages, page], loadingMore: false }));
      })
      .catch((cause: unknown) => {
        if (!abort.signal.aborted)
          setState((before) => ({ ...before, loadingMore: false, problem: problemOf(cause) }));
      });
  }, [path, next]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const shown = state.pages.length > 0 || state.problem !== null ? state : held;
  const stale = shown !== state;
  return { ...rowsOf(shown), stale, problem: state.problem, hasMore: !stale && next !== null, more, retry };
}

function rowsOf<T>({ pages, loadingMore }: State<T>) {
  const [first] = pages;
  const items = first === undefined ? undefined : pages.flatMap((page) => page.items);
  return { items, count: first?.count ?? 0, loadingMore };
}

/** What is remembered of a list: its first page and those opened after it, as far as they follow one another. */
function startOf<T>(path: string): State<T> {
  const first = remembered<WireList<T>>(path);
  const pages: WireList<T>[] = first === undefined ? [] : [first];
  for (const cursor of opened.get(path) ?? []) {
    const page = remembered<WireList<T>>(pathOfPage(path, cursor));
    if (page === undefined || pages.at(-1)?.next !== cursor) break;
    pages.push(page);
  }
  return { path, pages, loadingMore: false, problem: null };
}

/** Puts a first page read anew in its place; the later pages stay only while they still follow it. */
function refreshed<T>(before: State<T>, path: string, page: WireList<T>): State<T> {
  const later = before.path === path && before.pages[0]?.next === page.next ? before.pages.slice(1) : [];
  return { path, pages: [page, ...later], loadingMore: false, problem: null };
}

function pathOfPage(path: string, cursor: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}
