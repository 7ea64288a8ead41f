/** The article reader: one revision of an article, with everything that is claimed in it. */

import { useEffect, useMemo, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';

import type { WireClaim, WireRevision } from '../../src/serve/wire.ts';
import { useResource } from '../api/use-resource.ts';
import { ArticleFacts } from '../components/article-facts.tsx';
import { ArticleText } from '../components/article-text.tsx';
import { CaptureFacts } from '../components/capture-facts.tsx';
import { ClaimRail } from '../components/claim-rail.tsx';
import { PrintRecord } from '../components/print-record.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { RevisionBar } from '../components/revision-bar.tsx';
import { SelectedClaim } from '../components/selected-claim.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { hasTrees, TreeDialog } from '../components/tree-dialog.tsx';
import { useKeys } from '../state/keys.ts';
import { announce } from '../state/live.ts';
import { goBack, selectClaim, useClaimInAddress } from '../state/navigation.ts';
import { openingWords } from '../text/blocks.ts';
import { speakerOf, STANCE_WORDS } from '../wording/claims.ts';

/** `path` is the API's: `/articles/AR-…` for the current revision, `/revisions/RV-…` for that one. */
export function ArticleView({ path }: { readonly path: string }) {
  const { data: revision, problem, retry } = useResource<WireRevision>(path);
  useKeys({ u: goBack });
  if (problem !== null) {
    return (
      <div className="plain-page">
        <title>Article – annalist</title>
        <ProblemNotice problem={problem} onRetry={retry} />
      </div>
    );
  }
  if (revision === undefined) {
    return (
      <div className="plain-page">
        <title>Article – annalist</title>
        <Skeleton of="the article" entries={5} />
      </div>
    );
  }
  return <Reader key={revision.revisionId} revision={revision} />;
}

function Reader({ revision }: { readonly revision: WireRevision }) {
  const claims = useMemo(() => inTextOrder(revision.claims), [revision]);
  const selected = useClaimInAddress();
  const [pointed, setPointed] = useState<string | null>(null);
  const [inTree, setInTree] = useState<WireClaim | null>(null);
  const at = claims.findIndex(({ id }) => id === selected);
  const step = (by: 1 | -1) => {
    const next = claims[at === -1 ? (by === 1 ? 0 : claims.length - 1) : at + by];
    if (next !== undefined) selectClaim(next.id);
  };
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    t: () => setInTree(treeOf(revision, claims[at])),
    Escape: () => selectClaim(null),
    '[': () => openRevision(revision, -1),
    ']': () => openRevision(revision, 1),
  });
  useEffect(() => {
    const claim = claims[at];
    if (claim !== undefined) announce(inOneSentence(claim, at, claims.length));
  }, [claims, at]);

  const title = revision.headline ?? openingWords(revision.text);
  return (
    <article className="reader">
      <title>{`${title} – annalist`}</title>
      <header className="reader-head">
        <ArticleFacts revision={revision} />
        <RevisionBar revision={revision} />
        {selected !== null && at === -1 && <ClaimElsewhere id={selected} />}
      </header>
      <ArticleText
        revision={revision}
        claims={claims}
        title={title}
        selected={selected}
        lit={pointed ?? selected}
        onPoint={setPointed}
        onSelect={selectClaim}
      />
      <ClaimRail
        claims={claims}
        selected={selected}
        lit={pointed ?? selected}
        onPoint={setPointed}
        onSelect={selectClaim}
        onTree={hasTrees(revision) ? setInTree : null}
        revision={revision}
      />
      <CaptureFacts revision={revision} />
      <PrintRecord revision={revision} />
      <SelectedClaim claims={claims} at={at} onStep={step} />
      <TreeDialog claim={inTree} revision={revision} onClose={() => setInTree(null)} />
    </article>
  );
}

/** The claim whose sentence is to be drawn; null, said aloud, where there is nothing to draw. */
function treeOf(revision: WireRevision, claim: WireClaim | undefined): WireClaim | null {
  if (hasTrees(revision) && claim !== undefined) return claim;
  announce(
    hasTrees(revision) ? 'Select a claim first: n selects the next' : 'There are trees of English texts only',
  );
  return null;
}

function ClaimElsewhere({ id }: { readonly id: string }) {
  return (
    <p className="notice" role="note">
      The claim <code>{id}</code> is not in this revision. It may belong to an earlier or later one, or the
      text was read again since.
    </p>
  );
}

/** Claims by where they begin; of two that begin together, the one that reaches further stands first. */
function inTextOrder(claims: readonly WireClaim[]): WireClaim[] {
  const extent = ({ source, cue, content }: WireClaim) => {
    const spans = [...source.spans, ...cue.spans, ...content.spans];
    return {
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
    };
  };
  return claims
    .map((claim) => ({ claim, ...extent(claim) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ claim }) => claim);
}

function inOneSentence(claim: WireClaim, at: number, of: number): string {
  return `Claim ${at + 1} of ${of}: ${speakerOf(claim)} ${STANCE_WORDS[claim.stance]}: ${claim.content.text}`;
}

/** Opens the revision before or after this one in time, when there is one. */
function openRevision({ revisions, revisionId }: WireRevision, by: 1 | -1): void {
  const here = revisions.find(({ id }) => id === revisionId)?.number ?? 0;
  const next = revisions.find(({ number }) => number === here + by);
  if (next !== undefined) navigate(`/revisions/${next.id}`);
}
