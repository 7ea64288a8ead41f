/** Conditional requests: asking for a page only if it has changed. */

/** What an earlier fetch of a URL left, so that the server need not send again what has not changed. */
export interface Validators {
  get(url: string): Known | null | Promise<Known | null>;
}

/** The `etag` and `last-modified` headers of an earlier answer, as they were. */
export interface Known {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** The headers of a conditional request to `url`, on the way from `start`; empty where nothing is known. */
export async function conditions(
  url: string,
  start: string,
  validators: Validators | undefined,
): Promise<Record<string, string>> {
  const own = await validators?.get(url);
  // Behind a redirect only the tag is safe: a date says nothing when the redirect leads elsewhere today.
  const kept: Known = own ?? { etag: (await validators?.get(start))?.etag ?? null };
  const headers: Record<string, string> = {};
  if (typeof kept.etag === 'string' && kept.etag !== '') headers['if-none-match'] = kept.etag;
  if (typeof kept.lastModified === 'string' && kept.lastModified !== '') {
    headers['if-modified-since'] = kept.lastModified;
  }
  return headers;
}
