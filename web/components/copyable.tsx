/** Text that a reader takes along: a command, a hash, a citation, each with a button that copies it. */

import { useEffect, useState } from 'react';

import { announce } from '../state/live.ts';

/** How long the button says that it has copied. */
const SHOWN_MS = 2000;

interface ButtonProps {
  readonly text: string;
  /** What the button copies, for its name: "Copy the command". */
  readonly what: string;
  readonly label?: string;
}

export function CopyButton({ text, what, label = 'Copy' }: ButtonProps) {
  const [outcome, setOutcome] = useState<string | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    const say = (words: string) => {
      setOutcome(words);
      announce(words);
    };
    copied(text).then(
      () => say('Copied'),
      () => say('Not copied: select the text instead'),
    );
  };
  return (
    <button type="button" className="quiet" onClick={copy} aria-label={`${label} ${what}`}>
      {outcome ?? label}
    </button>
  );
}

/** A browser gives no clipboard to a page that came over plain HTTP from another machine. */
async function copied(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('this page may not use the clipboard');
  await navigator.clipboard.writeText(text);
}

export function Command({ text }: { readonly text: string }) {
  return (
    <span className="command">
      <code dir="ltr">{text}</code>
      <CopyButton text={text} what="the command" />
    </span>
  );
}
