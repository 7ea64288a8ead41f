/** The frame that every page stands in: masthead, main part, keys, announcements; and which page is which address. */

import { useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

import { FaultBoundary } from './components/fault-boundary.tsx';
import { HelpDialog } from './components/help-dialog.tsx';
import { LiveRegion } from './components/live-region.tsx';
import { Masthead } from './components/masthead.tsx';
import { moveAlongLines, openLine, useKeys } from './state/keys.ts';
import { useStartOfPage } from './state/navigation.ts';
import { ArticleView } from './views/article.tsx';
import { ChronicleView } from './views/chronicle.tsx';
import { NotFoundView } from './views/not-found.tsx';
import { SourcesView } from './views/sources.tsx';
import { SpeakersView } from './views/speakers.tsx';

export function Application() {
  const [path] = useLocation();
  const help = useRef<HTMLDialogElement>(null);
  const showHelp = () => help.current?.showModal();
  useStartOfPage();
  useKeys({
    '/': focusSearch,
    '?': showHelp,
    'g c': () => navigate('/'),
    'g p': () => navigate('/speakers'),
    'g s': () => navigate('/sources'),
    j: () => moveAlongLines(1),
    k: () => moveAlongLines(-1),
    o: openLine,
  });

  return (
    <>
      <a className="skip-link" href="#main" onClick={focusMain}>
        Skip to the main part
      </a>
      <Masthead onHelp={showHelp} />
      <main id="main" tabIndex={-1}>
        <FaultBoundary key={path}>
          <Switch>
            <Route path="/" component={ChronicleView} />
            <Route path="/articles/:id">{({ id }) => <ArticleView path={`/articles/${id}`} />}</Route>
            <Route path="/revisions/:id">{({ id }) => <ArticleView path={`/revisions/${id}`} />}</Route>
            <Route path="/speakers" component={SpeakersView} />
            <Route path="/sources" component={SourcesView} />
            <Route component={NotFoundView} />
          </Switch>
        </FaultBoundary>
      </main>
      <HelpDialog ref={help} />
      <LiveRegion />
    </>
  );
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
}

/** Moves focus itself, since a changed `#` would take the selected claim out of the address. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main')?.focus();
}
