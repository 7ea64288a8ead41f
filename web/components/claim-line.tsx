/** One claim as a line: who first, with what stance, then what; it opens its sentence in the article. */

import { Link } from 'wouter';

import type { WireClaim } from '../../src/serve/wire.ts';
import type { Filter } from '../state/filter.ts';
import { chronicleAddress, exactly } from '../state/filter.ts';
import { mannerOf, speakerNote, speakerOf, stanceOf } from '../wording/claims.ts';

interface Props {
  readonly claim: WireClaim;
  /** The claim in whose content this one lies, when it is on the page. */
  readonly outer: WireClaim | null;
  readonly address: string;
  readonly filter: Filter;
}

export function ClaimLine({ claim, outer, address, filter }: Props) {
  return (
    <li className={claim.inside === null ? 'claim-line' : 'claim-line is-inside'}>
      <p className="claim-words" dir="auto">
        <Attribution claim={claim} filter={filter} />{' '}
        <Link href={`${address}#${claim.id}`} className="claim-content" data-line="" title="Open the sentence">
          {claim.content.text}
        </Link>
      </p>
      <p className="claim-manner">
        <span>{mannerOf(claim)}</span>
        {claim.hedge !== null && (
          <span className="hedge">
            hedged: <bdi>{claim.hedge.lemma}</bdi>
          </span>
        )}
        {claim.inside !== null && <span>{outer === null ? 'inside another claim' : <>inside what {speakerOf(outer)} says</>}</span>}
      </p>
    </li>
  );
}

/** "Harbour Authority denies:", the speaker a link that narrows the list to it. */
function Attribution({ claim, filter }: { readonly claim: WireClaim; readonly filter: Filter }) {
  const note = speakerNote(claim);
  const stance = stanceOf(claim);
  const name = claim.source.text;
  return (
    <span className="attribution">
      {name === null || claim.source.kind === 'pronoun' ? (
        <bdi className={name === null ? 'speaker is-missing' : 'speaker'}>{speakerOf(claim)}</bdi>
      ) : (
        <Link className="speaker" href={chronicleAddress({ ...filter, speaker: [exactly(name)] })} title={`Only what ${name} is quoted with`}>
          <bdi>{name}</bdi>
        </Link>
      )}
      {note !== null && <span className="speaker-note"> ({note})</span>}
      {stance !== null && <> <strong className={`stance stance-${claim.stance}`}>{stance}</strong></>}:
    </span>
  );
}
