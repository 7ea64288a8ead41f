/** A claim in the list beside the text: who, stance, what; on demand how sure it is and which rule made it. */

import { memo } from 'react';

import type { WireClaim, WireRevision } from '../../src/serve/wire.ts';
import {
  mannerOf,
  outletOf,
  placeOf,
  SOURCE_KIND_WORDS,
  speakerNote,
  speakerOf,
  stanceOf,
  statedTime,
} from '../wording/claims.ts';
import { inWords } from '../wording/dates.ts';
import { CopyButton } from './copyable.tsx';

interface Props {
  readonly claim: WireClaim;
  readonly number: number;
  /** Number of the claim that this one lies in. */
  readonly outer: number | null;
  readonly revision: WireRevision;
  readonly selected: boolean;
  readonly lit: boolean;
  readonly onPoint: (id: string | null) => void;
  readonly onSelect: (id: string | null) => void;
  /** Shows the tree of the claim's sentence; null where the engine cannot read the language. */
  readonly onTree: ((claim: WireClaim) => void) | null;
}

export const ClaimCard = memo(function ClaimCard(props: Props) {
  const { claim, number, outer, revision, selected, lit, onPoint, onSelect, onTree } = props;
  const stance = stanceOf(claim);
  const note = speakerNote(claim);
  return (
    <li
      data-card={claim.id}
      className={`card${lit ? ' is-lit' : ''}${claim.inside === null ? '' : ' is-inside'}`}
      onPointerEnter={(event) => onPoint(event.pointerType === 'mouse' ? claim.id : null)}
    >
      <button
        type="button"
        className="card-select"
        data-line=""
        aria-pressed={selected}
        onClick={() => onSelect(selected ? null : claim.id)}
        onFocus={(event) => onPoint(event.target.matches(':focus-visible') ? claim.id : null)}
        onBlur={() => onPoint(null)}
      >
        <span className="card-number">{number}</span>
        <span className="card-words" dir="auto">
          <bdi className={claim.source.text === null ? 'speaker is-missing' : 'speaker'}>
            {speakerOf(claim)}
          </bdi>
          {note !== null && <span className="speaker-note"> ({note})</span>}
          {stance !== null && (
            <>
              {' '}
              <strong className="stance">{stance}</strong>
            </>
          )}
          : {claim.content.text}
        </span>
      </button>
      <details className="why">
        <summary>
          <span className="claim-manner">
            <span>{mannerOf(claim)}</span>
            {claim.hedge !== null && <span className="hedge">hedged: {claim.hedge.lemma}</span>}
            {claim.inside !== null && (
              <span>{outer === null ? 'inside another claim' : `inside claim ${outer}`}</span>
            )}
          </span>{' '}
          <span className="why-word">
            why<span className="unseen"> claim {number}</span>
          </span>
        </summary>
        <Reasons claim={claim} />
        <CopyButton
          text={citationOf(claim, revision)}
          what="this claim with its source"
          label="Copy citation"
        />
        {onTree !== null && (
          <button type="button" className="quiet" onClick={() => onTree(claim)}>
            Tree<span className="unseen"> of the sentence of claim {number}</span>
          </button>
        )}
      </details>
    </li>
  );
});

function Reasons({ claim }: { readonly claim: WireClaim }) {
  return (
    <dl className="facts">
      <div>
        <dt>Confidence</dt>
        <dd>{claim.confidence.toFixed(2)} of 1</dd>
      </div>
      <div>
        <dt>Because</dt>
        <dd>
          <code dir="ltr">{claim.because}</code>
        </dd>
      </div>
      <div>
        <dt>Cue</dt>
        <dd>
          <bdi>{claim.cue.text}</bdi> (<bdi>{claim.cue.lemma}</bdi>)
        </dd>
      </div>
      <div>
        <dt>Speaker</dt>
        <dd>{SOURCE_KIND_WORDS[claim.source.kind]}</dd>
      </div>
      <div>
        <dt>Id</dt>
        <dd>
          <code dir="ltr">{claim.id}</code>
        </dd>
      </div>
    </dl>
  );
}

/** The claim with everything that somebody needs to find it again, as plain text. */
function citationOf(claim: WireClaim, { article, revisionId }: WireRevision): string {
  const stance = stanceOf(claim);
  const place = `${outletOf(article)}, ${article.headline ?? 'no headline'}, ${inWords(statedTime(article))}`;
  const address = placeOf(article);
  return (
    `${speakerOf(claim)}${stance === null ? '' : ` ${stance}`}: ${claim.content.text}\n` +
    `In: ${claim.sentence.text}\n` +
    `${place}. ${address} (fetched ${inWords(article.retrieved)}; ${revisionId}, ${claim.id})`
  );
}
