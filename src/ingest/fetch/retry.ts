/** How long to wait before asking a server again. */

/** Longest wait, in milliseconds, that a server may ask for; beyond it the page is reported as failed. */
export const MAX_RETRY_AFTER_MS = 30_000;

const FIRST_BACKOFF_MS = 1_000;

/** 1 s, 2 s, 4 s … The turn of the host comes on top, so no jitter is needed to keep callers apart. */
export function backoffMs(retries: number): number {
  return FIRST_BACKOFF_MS * 2 ** retries;
}

/**
 * The wait that a `retry-after` header asks for, in seconds or as a date; the backoff when it says
 * nothing that can be read; null when it asks for more than MAX_RETRY_AFTER_MS.
 */
export function retryAfterMs(header: string | undefined, retries: number, nowMs: number): number | null {
  const asked = header === undefined ? NaN : secondsOrDate(header.trim(), nowMs);
  if (Number.isNaN(asked)) return backoffMs(retries);
  return asked > MAX_RETRY_AFTER_MS ? null : Math.max(asked, 0);
}

function secondsOrDate(value: string, nowMs: number): number {
  return /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
}
