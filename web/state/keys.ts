/** Keys: which ones there are, what they do where, and the one listener that hears them. */

import { useEffect, useRef } from 'react';

import { keysAreOn } from './settings.ts';

/** One line of the help: keys and what they do. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every key by the place where it works. A letter means one thing on one page. */
export const KEY_HELP: readonly { readonly where: string; readonly keys: readonly KeyHelp[] }[] = [
  {
    where: 'Everywhere',
    keys: [
      { keys: ['/'], does: 'Search' },
      { keys: ['g', 'c'], does: 'Go to the chronicle' },
      { keys: ['g', 'p'], does: 'Go to the speakers (people)' },
      { keys: ['g', 's'], does: 'Go to the sources' },
      { keys: ['?'], does: 'Show these keys' },
      { keys: ['Esc'], does: 'Close, or clear the selection' },
    ],
  },
  {
    where: 'In a list',
    keys: [
      { keys: ['j'], does: 'Next line' },
      { keys: ['k'], does: 'Previous line' },
      { keys: ['o'], does: 'Open the line (Enter does the same)' },
    ],
  },
  {
    where: 'In an article',
    keys: [
      { keys: ['n'], does: 'Next claim' },
      { keys: ['p'], does: 'Previous claim' },
      { keys: ['t'], does: 'Tree of the sentence of the selected claim' },
      { keys: ['['], does: 'Earlier revision' },
      { keys: [']'], does: 'Later revision' },
      { keys: ['u'], does: 'Back to the list' },
    ],
  },
];

/** What to do for a key (`j`) or two keys in a row (`g c`). */
export type KeyActions = Readonly<Record<string, () => void>>;

/** A second key counts as one of a pair when it comes this soon after the first. */
const PAIR_MS = 1200;

/**
 * Hears keys while the component is shown. Nothing fires in a text field, in an
 * open dialog, with a modifier held, or when the reader has switched keys off.
 */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });

  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (!isForUs(event)) return;
      const pair = event.timeStamp - first.at < PAIR_MS ? `${first.key} ${event.key}` : '';
      const action = current.current[pair] ?? current.current[event.key];
      first = { key: event.key, at: event.timeStamp };
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  if (event.target instanceof Element && isTextField(event.target)) return false;
  return event.key === 'Escape' || keysAreOn();
}

function isTextField(element: Element): boolean {
  return (
    element.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]',
    ) !== null
  );
}

/** Moves focus `step` lines along everything on the page that is marked as a line of a list. */
export function moveAlongLines(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = lines[at === -1 ? (step === 1 ? 0 : lines.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Opens the line that has focus. */
export function openLine(): void {
  const line = document.activeElement?.closest<HTMLElement>('[data-line]');
  line?.click();
}
