/** The reader's own settings, kept in this browser and nowhere else. */

import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export interface Settings {
  readonly theme: Theme;
  /** Whether keys without a modifier do something (WCAG 2.1.4 asks for a switch). */
  readonly keys: boolean;
}

/** `theme.js` reads the first of these before the page is painted. */
const THEME_KEY = 'annalist.theme';
const KEYS_KEY = 'annalist.keys';

let settings: Settings = { theme: storedTheme(), keys: stored(KEYS_KEY) !== 'off' };
const listeners = new Set<() => void>();

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, () => settings);
}

export function keysAreOn(): boolean {
  return settings.keys;
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  keep(THEME_KEY, theme === 'system' ? null : theme);
  change({ ...settings, theme });
}

export function setKeys(keys: boolean): void {
  keep(KEYS_KEY, keys ? null : 'off');
  change({ ...settings, keys });
}

function change(next: Settings): void {
  settings = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedTheme(): Theme {
  const theme = stored(THEME_KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Storage can be switched off or full; a setting then lasts as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The setting holds for this page; there is nowhere to keep it.
  }
}
