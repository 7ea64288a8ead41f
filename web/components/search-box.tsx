/** The search of the masthead. In the chronicle it narrows while one types; elsewhere it leads there. */

import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

import { chronicleAddress, filterFrom, NO_FILTER } from '../state/filter.ts';

/** A pause in typing as long as this is taken for the end of a word. */
const PAUSE_MS = 300;

export function SearchBox() {
  const [path, navigate] = useLocation();
  const filter = filterFrom(useSearch());
  const inChronicle = path === '/';
  const asked = inChronicle ? filter.q : '';
  const [draft, setDraft] = useState(asked);
  const committed = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stepTaken = useRef(false);

  useEffect(() => {
    if (asked === committed.current) return;
    committed.current = asked;
    setDraft(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), [path]);

  // All words typed in one visit to the field are one step of the history, so that "back" undoes the search at once.
  const commit = (words: string) => {
    clearTimeout(timer.current);
    const q = words.trim();
    if (inChronicle && q === committed.current) return;
    committed.current = q;
    navigate(chronicleAddress({ ...(inChronicle ? filter : NO_FILTER), q }), { replace: stepTaken.current });
    stepTaken.current = true;
  };
  const onType = (words: string) => {
    setDraft(words);
    clearTimeout(timer.current);
    if (inChronicle) timer.current = setTimeout(() => commit(words), PAUSE_MS);
  };

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        commit(draft);
      }}
    >
      <label className="unseen" htmlFor="search">
        Search the record
      </label>
      <input
        id="search"
        type="search"
        value={draft}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={'Words, "a phrase", -without'}
        onFocus={() => {
          stepTaken.current = false;
        }}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft === '') event.currentTarget.blur();
        }}
      />
      <button>Search</button>
    </form>
  );
}
