/** One claim as a line: who first, with what stance, then what; it opens its sentence in the article. */

import { Link } from 'wouter';

import type { WireClaim } from '../../src/serve/wire.ts';
import type { Filter } from '../state/filter.ts';
import { chronicleAddress, exactly } from '../state/filter.ts';
import { MEDIUM_WORDS, speakerNote, speakerOf, stanceOf } from '../wording/claims.ts';

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
        <Attribution claim={claim} outer={outer} filter={filter} />{' '}
        <Link
          href={`${address}#${claim.id}`}
          className="claim-content"
          data-line=""
          title="Open the sentence"
        >
          {claim.content.text}
        </Link>{' '}
        <Manner claim={claim} />
      </p>
    </li>
  );
}

/** What the words themselves do not show: where it was said, and a hedge. Quotation marks say the rest. */
function Manner({ claim: { medium, hedge } }: Pick<Props, 'claim'>) {
  if (medium === null && hedge === null) return null;
  return (
    <bdi className="claim-manner" dir="ltr">
      {medium !== null && <span>{MEDIUM_WORDS[medium]}</span>}
      {hedge !== null && (
        <span className="hedge">
          hedged: <bdi>{hedge.lemma}</bdi>
        </span>
      )}
    </bdi>
  );
}

/** "Harbour Authority denies:", the speaker a link that narrows the list to it; a claim in a claim names both speakers. */
function Attribution({ claim, outer, filter }: Omit<Props, 'address'>) {
  const note = speakerNote(claim);
  const stance = stanceOf(claim);
  const name = claim.source.text;
  return (
    <span>
      {name === null || claim.source.kind === 'pronoun' ? (
        <bdi className={name === null ? 'speaker is-missing' : 'speaker'}>{speakerOf(claim)}</bdi>
      ) : (
        <Link
          className="speaker"
          href={chronicleAddress({ ...filter, speaker: [exactly(speakerOf(claim))] })}
          title={`Only what is according to ${speakerOf(claim)}`}
        >
          <bdi>{speakerOf(claim)}</bdi>
        </Link>
      )}
      {note !== null && <span className="speaker-note"> ({note})</span>}
      {stance !== null && (
        <>
          {' '}
          <strong className="stance">{stance}</strong>
        </>
      )}
      {claim.inside !== null && (
        <span className="speaker-note">
          {outer === null ? (
            ', inside another claim'
          ) : (
            <>
              , according to <bdi>{speakerOf(outer)}</bdi>
            </>
          )}
        </span>
      )}
      :
    </span>
  );
}
