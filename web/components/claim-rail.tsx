/** The claims of an article beside its text, in text order, with the legend of the patterns. */

import { useEffect, useRef } from 'react';

import type { WireClaim, WireRevision } from '../../src/serve/wire.ts';
import { counted } from '../wording/claims.ts';
import { ClaimCard } from './claim-card.tsx';

interface Props {
  readonly claims: readonly WireClaim[];
  readonly revision: WireRevision;
  readonly selected: string | null;
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onTree: ((claim: WireClaim) => void) | null;
}

export function ClaimRail({ claims, revision, selected, lit, onPoint, onSelect, onTree }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => showCard(list.current, selected), [selected]);
  const numbers = new Map(claims.map(({ id }, index) => [id, index + 1]));
  return (
    <section className="rail" aria-labelledby="rail-title">
      <h2 id="rail-title">{counted(claims.length, 'claim')}</h2>
      {claims.length === 0 ? (
        <p className="fine">
          No claims were found in this text. Headline, standfirst, captions, paragraphs, quotations and list
          items are read; notices and the page’s furniture are not.
        </p>
      ) : (
        <Legend />
      )}
      <ol ref={list} className="cards" onPointerLeave={() => onPoint(null)}>
        {claims.map((claim, index) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            number={index + 1}
            outer={claim.inside === null ? null : (numbers.get(claim.inside) ?? null)}
            revision={revision}
            selected={claim.id === selected}
            lit={claim.id === lit}
            onPoint={onPoint}
            onSelect={onSelect}
            onTree={onTree}
          />
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the list to the selected card, and never the page: the text is what the reader looks at. */
function showCard(list: HTMLElement | null, selected: string | null): void {
  if (list === null || selected === null || list.scrollHeight <= list.clientHeight) return;
  const card = list.querySelector<HTMLElement>(`[data-card="${CSS.escape(selected)}"]`);
  if (card === null) return;
  const [above, below] = [
    card.offsetTop - list.offsetTop,
    card.offsetTop - list.offsetTop + card.offsetHeight,
  ];
  if (above < list.scrollTop) list.scrollTop = above;
  else if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight;
}

function Legend() {
  return (
    <p className="legend" aria-label="How the parts of a claim are marked">
      <span className="mark is-source">who</span> <span className="mark is-cue">says</span>{' '}
      <span className="mark is-content opens closes">what</span> <span className="mark is-hedge">hedge</span>
    </p>
  );
}
