/** The chronicle: articles and what is claimed in them, day by day, each line with who said it. */

import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';

import type { WireChronicleItem, WireOverview } from '../../src/serve/wire.ts';
import { useList } from '../api/use-list.ts';
import type { List } from '../api/use-list.ts';
import { useResource } from '../api/use-resource.ts';
import { ChronicleEntry } from '../components/chronicle-entry.tsx';
import { ConditionChips } from '../components/condition-chips.tsx';
import { EmptyRecord } from '../components/empty-record.tsx';
import { Facets } from '../components/facets.tsx';
import { FilterPanel } from '../components/filter-panel.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { NothingMatches } from '../components/nothing-matches.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { chronicleAddress, conditionsOf, filterFrom, queryOf } from '../state/filter.ts';
import type { Filter } from '../state/filter.ts';
import { announce } from '../state/live.ts';
import { counted } from '../wording/claims.ts';
import { dayHeading, dayOf } from '../wording/dates.ts';

/** Few enough to come at once, enough to fill a tall screen. */
const ARTICLES_A_TIME = 20;

export function ChronicleView() {
  const filter = filterFrom(useSearch());
  const [, navigate] = useLocation();
  const query = queryOf(filter);
  const list = useList<WireChronicleItem>(
    `/chronicle?${query}${query === '' ? '' : '&'}limit=${ARTICLES_A_TIME}`,
  );
  const { data: overview } = useResource<WireOverview>('/overview', { whenBack: true });
  const conditions = conditionsOf(filter);
  const apply = (next: Filter) => navigate(chronicleAddress(next));

  useEffect(() => {
    if (list.items !== undefined && !list.stale) announce(`${counted(list.count, 'article')} in the list`);
  }, [list.items === undefined, list.stale, list.count, query]);

  if (overview?.articles === 0 && conditions.length === 0) return <EmptyRecord record={overview.record} />;
  return (
    <div className="chronicle">
      <title>{titleOf(conditions.map(({ label }) => label))}</title>
      <FilterPanel filter={filter} active={conditions.length} onChange={apply} />
      <section
        className="chronicle-list"
        aria-labelledby="chronicle-title"
        aria-busy={list.items === undefined || list.stale}
      >
        <ChronicleHead filter={filter} list={list} of={overview?.articles} onChange={apply} />
        <ConditionChips filter={filter} onChange={apply} />
        {conditions.length === 0 && !list.stale && list.items !== undefined && (
          <NewArticles count={(overview?.articles ?? 0) - list.count} onShow={list.retry} />
        )}
        {overview?.sample === true && conditions.length === 0 && <SampleNote />}
        <ChronicleBody filter={filter} list={list} of={overview?.articles} />
      </section>
      <Facets filter={filter} />
    </div>
  );
}

/** Says that the record has grown since the list was read. The list itself never moves under its reader. */
function NewArticles({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  if (count <= 0) return null;
  return (
    <p className="new-articles">
      <button type="button" onClick={onShow}>
        {counted(count, 'new article')}: show
      </button>
    </p>
  );
}

/** Says at the head of the sample case what it is and how to leave it. */
function SampleNote() {
  return (
    <p className="notice" role="note">
      This is the sample case: invented dispatches about thirteen real days in October 1962. To read your own,
      stop annalist and run <code dir="ltr">npm start -- ADDRESS-OR-FOLDER</code>.
    </p>
  );
}

function titleOf(labels: readonly string[]): string {
  return labels.length === 0 ? 'Chronicle – annalist' : `Chronicle (${labels.join(', ')}) – annalist`;
}

interface Props {
  readonly filter: Filter;
  readonly list: List<WireChronicleItem>;
  /** Articles in the whole record; undefined until known. */
  readonly of: number | undefined;
}

function ChronicleHead({
  filter,
  list,
  of,
  onChange,
}: Props & { readonly onChange: (next: Filter) => void }) {
  const narrowed = conditionsOf(filter).length > 0;
  return (
    <header className="chronicle-head">
      <h1 id="chronicle-title">Chronicle</h1>
      <p className="count">
        {list.items === undefined ? '\u00a0' : counted(list.count, 'article')}
        {list.items !== undefined && narrowed && of !== undefined && list.count <= of && ` of ${of}`}
      </p>
      <p className="fine">days in UTC</p>
      <label className="order">
        <span className="unseen">Order</span>
        <select
          value={filter.order}
          onChange={(event) => onChange({ ...filter, order: event.target.value === 'asc' ? 'asc' : 'desc' })}
        >
          <option value="desc">Newest first</option>
          <option value="asc">Oldest first</option>
        </select>
      </label>
    </header>
  );
}

function ChronicleBody({ filter, list, of }: Props) {
  if (list.items === undefined) {
    return list.problem === null ? (
      <Skeleton of="the chronicle" />
    ) : (
      <ProblemNotice problem={list.problem} onRetry={list.retry} />
    );
  }
  if (list.items.length === 0) return <NothingMatches filter={filter} of={of ?? 0} />;
  return (
    <>
      {daysOf(list.items).map(({ day, items }) => (
        <section key={`${day} ${items[0]?.article.id ?? ''}`} className="day" aria-label={dayHeading(day)}>
          <h2 className="day-heading">
            <time dateTime={day}>{dayHeading(day)}</time>
          </h2>
          {items.map((item) => (
            <ChronicleEntry key={item.article.id} item={item} filter={filter} />
          ))}
        </section>
      ))}
      {list.problem !== null && <ProblemNotice problem={list.problem} onRetry={list.more} />}
      <MoreButton list={list} of="articles" />
    </>
  );
}

interface Day {
  readonly day: string;
  readonly items: readonly WireChronicleItem[];
}

/** Neighbours of one day together, in the order of the list. */
function daysOf(items: readonly WireChronicleItem[]): Day[] {
  const days: { day: string; items: WireChronicleItem[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.article.time.value);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
