/** The time that one page may take. */

/** Time that is left. Waiting for one's turn or for a retry is not taken from it. */
export interface Budget {
  /** Runs a request with a signal that aborts when the time is over. */
  spend<Result>(run: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

/** `stop` ends a request before its time is over. */
export function createBudget(timeoutMs: number, stop: AbortSignal | undefined): Budget {
  let leftMs = timeoutMs;
  return {
    async spend(run) {
      const started = performance.now();
      const timeout = AbortSignal.timeout(Math.max(0, Math.round(leftMs)));
      try {
        return await run(stop === undefined ? timeout : AbortSignal.any([timeout, stop]));
      } finally {
        leftMs -= performance.now() - started;
      }
    },
  };
}
