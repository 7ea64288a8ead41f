/** One resource of the API in a view: what is known at once, then what the server says now. */

import { useCallback, useEffect, useState } from 'react';

import type { WireProblem } from '../../src/serve/wire.ts';
import { ApiProblem, isFresh, read, remembered } from './client.ts';

export interface Resource<T> {
  /** The latest answer; undefined until there is one. */
  readonly data: T | undefined;
  readonly problem: WireProblem | null;
  readonly retry: () => void;
}

interface Held<T> {
  readonly path: string | null;
  readonly data: T | undefined;
  readonly problem: WireProblem | null;
}

export interface ResourceOptions {
  /** Reads again when the reader comes back to the page from elsewhere, such as from adding articles. */
  readonly whenBack?: boolean;
}

/** Reads `path`, and again when it changes; a null path reads nothing. A request that is no longer wanted is aborted. */
export function useResource<T>(path: string | null, { whenBack = false }: ResourceOptions = {}): Resource<T> {
  const [held, setHeld] = useState<Held<T>>(() => startOf<T>(path));
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (path === null || (attempt === 0 && isFresh(path))) return undefined;
    const abort = new AbortController();
    read<T>(path, abort.signal)
      .then((data) => setHeld({ path, data, problem: null }))
      .catch((cause: unknown) => {
        if (!abort.signal.aborted) setHeld({ path, data: undefined, problem: problemOf(cause) });
      });
    return () => abort.abort();
  }, [path, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (!whenBack) return undefined;
    const onReturn = () => {
      if (document.visibilityState === 'visible') retry();
    };
    window.addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      window.removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [whenBack, retry]);
  const { data, problem } = held.path === path ? held : startOf<T>(path);
  return { data, problem, retry };
}

function startOf<T>(path: string | null): Held<T> {
  return { path, data: path === null ? undefined : remembered<T>(path), problem: null };
}

/** What was caught, as a problem that a page can show. */
export function problemOf(cause: unknown): WireProblem {
  if (cause instanceof ApiProblem) return cause.problem;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return {
    type: 'about:blank',
    title: 'A fault in this page',
    status: 0,
    detail: `${detail}. Load the page again.`,
    code: 'page-fault',
  };
}
