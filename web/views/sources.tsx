/** The sources: where articles come from, how much each gave and when. */

import { useState } from 'react';
import { Link } from 'wouter';

import type { WireSource } from '../../src/serve/wire.ts';
import { useList } from '../api/use-list.ts';
import { Command } from '../components/copyable.tsx';
import { Instant } from '../components/instant.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { chronicleAddress } from '../state/filter.ts';
import { INPUT_KIND_WORDS, inDigits } from '../wording/claims.ts';

export function SourcesView() {
  const list = useList<WireSource>('/sources');
  return (
    <section className="plain-page is-wide">
      <title>Sources – annalist</title>
      <h1>Sources</h1>
      <p className="lead">Where the articles of this record come from. Each opens what it gave.</p>
      {list.problem !== null && <ProblemNotice problem={list.problem} onRetry={list.retry} />}
      {list.items === undefined && list.problem === null && <Skeleton of="the sources" />}
      {list.items?.length === 0 && (
        <p>
          No sources yet. Add one: <Command text="npx annalist add https://example.org/article" />
        </p>
      )}
      {list.items !== undefined && list.items.length > 0 && (
        <>
          <SourceTable sources={list.items} />
          <MoreButton list={list} of="sources" />
        </>
      )}
    </section>
  );
}

const COLUMNS = [
  { key: 'location', name: 'Source' },
  { key: 'kind', name: 'Kind' },
  { key: 'articles', name: 'Articles' },
  { key: 'claims', name: 'Claims' },
  { key: 'firstSeen', name: 'First seen' },
  { key: 'lastSeen', name: 'Last seen' },
] as const;
type Column = (typeof COLUMNS)[number]['key'];

function SourceTable({ sources }: { readonly sources: readonly WireSource[] }) {
  const [by, setBy] = useState<{ readonly column: Column; readonly descending: boolean } | null>(null);
  const rows = by === null ? sources : sorted(sources, by.column, by.descending);
  const sortBy = (column: Column) =>
    setBy({ column, descending: by?.column === column ? !by.descending : isNumber(column) });
  return (
    <table className="records" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map(({ key, name }) => (
            <th
              key={key}
              scope="col"
              role="columnheader"
              className={isNumber(key) ? 'is-number' : undefined}
              aria-sort={by?.column === key ? (by.descending ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" onClick={() => sortBy(key)}>
                {name}
                <span aria-hidden="true">{by?.column === key ? (by.descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((source) => (
          <SourceRow key={source.location} source={source} />
        ))}
      </tbody>
    </table>
  );
}

// The roles are said again because narrow screens lay the table out as blocks, which takes them away.
function SourceRow({ source }: { readonly source: WireSource }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link href={chronicleAddress({ source: [source.location] })} data-line="">
          <bdi>{source.location}</bdi>
        </Link>
      </th>
      <td role="cell" data-name="Kind">
        {INPUT_KIND_WORDS[source.kind]}
      </td>
      <td role="cell" data-name="Articles" className="is-number">
        {inDigits(source.articles)}
      </td>
      <td role="cell" data-name="Claims" className="is-number">
        {inDigits(source.claims)}
      </td>
      <td role="cell" data-name="First seen">
        <Instant value={source.firstSeen} />
      </td>
      <td role="cell" data-name="Last seen">
        <Instant value={source.lastSeen} />
      </td>
    </tr>
  );
}

function isNumber(column: Column): boolean {
  return column === 'articles' || column === 'claims';
}

function sorted(sources: readonly WireSource[], column: Column, descending: boolean): WireSource[] {
  const ascending = [...sources].sort((a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : 0));
  return descending ? ascending.reverse() : ascending;
}
