/** The head of every page: the name, what the record holds, the pages, the search, the reader's settings. */

import { Link, useLocation } from 'wouter';

import type { WireOverview } from '../../src/serve/wire.ts';
import { useResource } from '../api/use-resource.ts';
import { setTheme, THEMES, useSettings } from '../state/settings.ts';
import type { Theme } from '../state/settings.ts';
import { counted } from '../wording/claims.ts';
import { SearchBox } from './search-box.tsx';

const PAGES = [
  { path: '/', name: 'Chronicle' },
  { path: '/speakers', name: 'Speakers' },
  { path: '/sources', name: 'Sources' },
] as const;

export function Masthead({ onHelp }: { readonly onHelp: () => void }) {
  const { data: overview } = useResource<WireOverview>('/overview', { whenBack: true });
  return (
    <header className="masthead">
      <div className="masthead-top">
        <p className="wordmark">
          <Link href="/">annalist</Link>
        </p>
        <p className="holding">{overview === undefined ? '\u00a0' : <Holding overview={overview} />}</p>
        <div className="masthead-settings">
          <ThemeChoice />
          <button type="button" className="quiet" onClick={onHelp}>
            Keys
          </button>
        </div>
      </div>
      <div className="masthead-bar">
        <Pages />
        <SearchBox />
      </div>
    </header>
  );
}

function Holding({ overview }: { readonly overview: WireOverview }) {
  return (
    <>
      {overview.sample && <strong className="tag">Sample case</strong>}
      <span className="record-name" dir="auto">
        {overview.record}
      </span>
      <span>{counted(overview.articles, 'article')}</span>
      <span>{counted(overview.claims, 'claim')}</span>
    </>
  );
}

function Pages() {
  const [path] = useLocation();
  return (
    <nav aria-label="Pages">
      <ul>
        {PAGES.map((page) => (
          <li key={page.path}>
            <Link href={page.path} aria-current={path === page.path ? 'page' : undefined}>
              {page.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'System colours',
  light: 'Light',
  dark: 'Dark',
};

function ThemeChoice() {
  const { theme } = useSettings();
  return (
    <label className="theme-choice">
      <span className="unseen">Colours</span>
      <select
        value={theme}
        onChange={(event) => setTheme(THEMES.find((name) => name === event.target.value) ?? 'system')}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {THEME_WORDS[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
