/** What a screen reader is told when a page changes without being loaded. */

import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something politely, once. The same words twice in a row are said twice. */
export function announce(words: string): void {
  // A region that does not change is not read out; a no-break space makes a repeated message a new one.
  message = words === message ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

/** The latest announcement. */
export function useAnnouncement(): string {
  return useSyncExternalStore(subscribe, () => message);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
