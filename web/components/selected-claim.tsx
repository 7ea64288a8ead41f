/** On narrow screens, where the list is out of sight: the selected claim at the foot, with steps to its neighbours. */

import type { WireClaim } from '../../src/serve/wire.ts';
import { selectClaim } from '../state/navigation.ts';
import { speakerOf, stanceOf } from '../wording/claims.ts';

interface Props {
  readonly claims: readonly WireClaim[];
  /** Index of the selected claim, -1 for none. */
  readonly at: number;
  readonly onStep: (by: 1 | -1) => void;
}

export function SelectedClaim({ claims, at, onStep }: Props) {
  const claim = claims[at];
  if (claim === undefined) return null;
  const stance = stanceOf(claim);
  return (
    <section className="selected-claim" aria-label="Selected claim">
      <p dir="auto">
        <bdi className="speaker">{speakerOf(claim)}</bdi>
        {stance !== null && (
          <>
            {' '}
            <strong className="stance">{stance}</strong>
          </>
        )}
        : {claim.content.text}
      </p>
      <div className="selected-claim-steps">
        <button type="button" disabled={at === 0} onClick={() => onStep(-1)}>
          Previous
        </button>
        <span>
          {at + 1} of {claims.length}
        </span>
        <button type="button" disabled={at === claims.length - 1} onClick={() => onStep(1)}>
          Next
        </button>
        <button type="button" className="quiet" onClick={() => selectClaim(null)}>
          Close
        </button>
      </div>
    </section>
  );
}
