/** Moving between pages: where a new page starts, and what stays put on the way back. */

import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';

/** The id of the claim named in the address (`#CL-…`), else null. */
export function useClaimInAddress(): string | null {
  const hash = useLocationProperty(() => location.hash);
  return /^#(CL-[\w-]+)$/.exec(hash)?.[1] ?? null;
}

/** Puts a claim into the address, or takes it out, without a new step in the history. */
export function selectClaim(id: string | null): void {
  const { pathname, search } = location;
  navigate(`${pathname}${search}${id === null ? '' : `#${id}`}`, { replace: true });
}

/** How many pages of ours lie before this one in the history. */
let pagesBefore = 0;

/**
 * A page that was opened starts at its top with its heading in focus; a page
 * that was gone back to is where it was left, which is the browser's work.
 */
export function useStartOfPage(): void {
  const [path] = useLocation();
  const last = useRef(path);
  const wentBack = useRef(false);

  useEffect(() => {
    const onPop = () => {
      wentBack.current = true;
    };
    const onPush = () => {
      wentBack.current = false;
    };
    window.addEventListener('popstate', onPop);
    window.addEventListener('pushState', onPush);
    return () => {
      window.removeEventListener('popstate', onPop);
      window.removeEventListener('pushState', onPush);
    };
  }, []);

  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    pagesBefore = Math.max(0, pagesBefore + (wentBack.current ? -1 : 1));
    if (!wentBack.current) {
      if (location.hash === '') window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    }
  }, [path]);
}

/** Back to where the reader came from; to the chronicle when this page was opened directly. */
export function goBack(): void {
  if (pagesBefore > 0) history.back();
  else navigate('/');
}
