/** Who is quoted most and where it was printed, as an index beside the chronicle. */

import { Link } from 'wouter';

import type { WireList, WirePublisher, WireSource, WireSpeaker } from '../../src/serve/wire.ts';
import { useResource } from '../api/use-resource.ts';
import type { Filter, ListField } from '../state/filter.ts';
import { chronicleAddress, holds, queryOf, toggled } from '../state/filter.ts';
import { inDigits, trimmedName } from '../wording/claims.ts';

/** Lines of each index; the pages of speakers and sources hold the rest. */
const MAX_LINES = 12;

export function Facets({ filter }: { readonly filter: Filter }) {
  const query = queryOf({ ...filter, speaker: [], order: 'desc' });
  const speakers = useResource<WireList<WireSpeaker>>(
    `/speakers?${query}${query === '' ? '' : '&'}limit=${MAX_LINES}`,
  );
  const publishers = useResource<WireList<WirePublisher>>('/publishers');
  const sources = useResource<WireList<WireSource>>('/sources');
  return (
    <aside className="facets" aria-label="Index">
      <Facet
        title="Who is quoted"
        field="speaker"
        filter={filter}
        lines={speakers.data?.items.map(({ name, filter: value, claims }) => ({
          value,
          words: trimmedName(name),
          count: claims,
        }))}
        all={{ href: '/speakers', words: 'All speakers' }}
      />
      <Facet
        title="Where it was printed"
        field="publisher"
        filter={filter}
        lines={publishers.data?.items.map(({ name, claims }) => ({
          value: name,
          words: name,
          count: claims,
        }))}
      />
      <Facet
        title="Where it was found"
        field="source"
        filter={filter}
        lines={sources.data?.items.map(({ location, claims }) => ({
          value: location,
          words: location,
          count: claims,
        }))}
        all={{ href: '/sources', words: 'All sources' }}
      />
    </aside>
  );
}

interface Line {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

interface FacetProps {
  readonly title: string;
  readonly field: ListField;
  readonly filter: Filter;
  readonly lines: readonly Line[] | undefined;
  readonly all?: { readonly href: string; readonly words: string };
}

function Facet({ title, field, filter, lines, all }: FacetProps) {
  if (lines === undefined || lines.length === 0) return null;
  const held: readonly string[] = filter[field];
  return (
    <section className="facet">
      <h2>{title}</h2>
      <ul className="index">
        {lines.slice(0, MAX_LINES).map(({ value, words, count }) => (
          <li key={value}>
            <Link
              href={chronicleAddress(toggled(filter, field, value))}
              aria-current={holds(held, value) ? 'true' : undefined}
            >
              <bdi>{words}</bdi>
            </Link>
            <span className="leader" aria-hidden="true" />
            <span className="count" title={`${count} claims`}>
              {inDigits(count)}
              <span className="unseen"> claims</span>
            </span>
          </li>
        ))}
      </ul>
      {all !== undefined && (
        <p className="fine">
          <Link href={all.href}>{all.words}</Link>
        </p>
      )}
    </section>
  );
}
