/** The speakers: everybody whom the articles quote, by how often. */

import { useState } from 'react';
import { Link } from 'wouter';

import type { WireSpeaker } from '../../src/serve/wire.ts';
import { useList } from '../api/use-list.ts';
import { MoreButton } from '../components/more-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { chronicleAddress } from '../state/filter.ts';
import { counted, SOURCE_KIND_WORDS, trimmedName } from '../wording/claims.ts';
import type { SourceKind } from '../wording/claims.ts';

/** Speakers read: the most that the API gives at once. */
const MAX_SPEAKERS = 500;

/** A pronoun names nobody across articles, so those claims are found through their articles only. */
const KINDS: readonly SourceKind[] = ['named', 'unnamed', 'document'];

export function SpeakersView() {
  const [kind, setKind] = useState<SourceKind | ''>('');
  const list = useList<WireSpeaker>(
    `/speakers?limit=${MAX_SPEAKERS}${kind === '' ? '' : `&source_kind=${kind}`}`,
  );
  return (
    <section className="plain-page">
      <title>Speakers – annalist</title>
      <h1>Speakers</h1>
      <p className="lead">Everybody whom the articles quote, by the name that they print.</p>
      <p>
        <label>
          Kind{' '}
          <select
            value={kind}
            onChange={(event) => setKind(KINDS.find((name) => name === event.target.value) ?? '')}
          >
            <option value="">all</option>
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {SOURCE_KIND_WORDS[name]}
              </option>
            ))}
          </select>
        </label>
      </p>
      {list.problem !== null && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.items === undefined && list.problem === null && <Skeleton of="the speakers" />}
      {list.items?.length === 0 && <p>Nobody is quoted here yet.</p>}
      {list.items !== undefined && list.items.length > 0 && (
        <>
          <ul className="index is-large">
            {list.items.map((speaker) => (
              <SpeakerLine key={speaker.filter} speaker={speaker} />
            ))}
          </ul>
          <MoreButton list={list} of="speakers" />
        </>
      )}
    </section>
  );
}

function SpeakerLine({ speaker }: { readonly speaker: WireSpeaker }) {
  return (
    <li>
      <Link href={chronicleAddress({ speaker: [speaker.filter] })} data-line="">
        <bdi>{trimmedName(speaker.name)}</bdi>
      </Link>
      <span className="leader" aria-hidden="true" />
      <span className="count">
        {counted(speaker.claims, 'claim')} in {counted(speaker.articles, 'article')}
      </span>
    </li>
  );
}
