/** Politeness: how long one host is left alone between two requests. */

import type { Clock } from '../clock.ts';

/** Waits for the turn of a host. Turns are given in the order in which they were asked for. */
export interface Pace {
  turn(host: string, delayMs: number, signal?: AbortSignal): Promise<void>;
}

export function createPace(clock: Clock): Pace {
  /** When the next request to a host may start, in milliseconds of the clock. */
  const free = new Map<string, number>();
  return {
    async turn(host, delayMs, signal) {
      const now = clock.now();
      const start = Math.max(now, free.get(host) ?? now);
      // The turn is taken before waiting, so that a second caller waits behind this one.
      free.set(host, start + delayMs);
      if (start > now) await clock.sleep(start - now, signal);
    },
  };
}
