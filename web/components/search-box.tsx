/** The search of the masthead. In the chronicle it narrows while one types; elsewhere it leads there. */

import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

import { chronicleAddress, filterFrom, NO_FILTER } from '../state/filter.ts';

/** A pause in typing as long as this is taken for the end of a word. */
const PAUSE_MS = 300;

export function SearchBox() {
  const { draft, type, commit, startVisit } = useSearchDraft();
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
        onFocus={startVisit}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft === '') event.currentTarget.blur();
        }}
      />
      <button>Search</button>
    </form>
  );
}

interface SearchDraft {
  /** The words in the field, which run ahead of the address. */
  readonly draft: string;
  readonly type: (words: string) => void;
  /** Puts the words into the address now. */
  readonly commit: (words: string) => void;
  readonly startVisit: () => void;
}

/**
 * The words of the field and those of the address, kept in step. All words typed
 * in one visit to the field are one step of the history, so that "back" undoes
 * the search at once.
 */
function useSearchDraft(): SearchDraft {
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

  const commit = (words: string) => {
    clearTimeout(timer.current);
    const q = words.trim();
    if (inChronicle && q === committed.current) return;
    committed.current = q;
    const address = chronicleAddress({ ...(inChronicle ? filter : NO_FILTER), q });
    navigate(address, { replace: inChronicle && stepTaken.current });
    stepTaken.current = true;
  };
  const type = (words: string) => {
    setDraft(words);
    clearTimeout(timer.current);
    if (inChronicle) timer.current = setTimeout(() => commit(words), PAUSE_MS);
  };
  const startVisit = () => {
    stepTaken.current = false;
  };
  return { draft, type, commit, startVisit };
}
