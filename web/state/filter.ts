/** The state of a view as it stands in the address: what is asked for, and nothing that can be left out. */

import type { SourceKind, Speech, Stance } from '../wording/claims.ts';
import { SOURCE_KIND_WORDS, SPEECH_WORDS, STANCE_WORDS } from '../wording/claims.ts';

export type Order = 'desc' | 'asc';

/** Everything that narrows or orders a list. Lists mean "any of these"; '' means "not asked". */
export interface Filter {
  readonly q: string;
  readonly speaker: readonly string[];
  readonly publisher: readonly string[];
  readonly source: readonly string[];
  readonly stance: readonly Stance[];
  readonly speech: readonly Speech[];
  readonly source_kind: readonly SourceKind[];
  readonly language: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly order: Order;
}

export const NO_FILTER: Filter = {
  q: '',
  speaker: [],
  publisher: [],
  source: [],
  stance: [],
  speech: [],
  source_kind: [],
  language: [],
  from: '',
  to: '',
  order: 'desc',
};

/** The fields that hold lists, in the order in which an address names them. */
export const LIST_FIELDS = [
  'speaker',
  'publisher',
  'source',
  'stance',
  'speech',
  'source_kind',
  'language',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Lists whose values are a closed set; a value outside of it is left out, since the API would refuse the query. */
const CLOSED: Partial<Record<ListField, Readonly<Record<string, string>>>> = {
  stance: STANCE_WORDS,
  speech: SPEECH_WORDS,
  source_kind: SOURCE_KIND_WORDS,
};

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether the words are a year, a month or a day as the API takes them. */
export function isDay(words: string): boolean {
  return DAY.test(words);
}

/** The filter that a query string stands for. Unknown names and impossible values are left out. */
export function filterFrom(search: string): Filter {
  const parameters = new URLSearchParams(search);
  const day = (name: string) => (isDay(parameters.get(name) ?? '') ? (parameters.get(name) ?? '') : '');
  const lists = Object.fromEntries(LIST_FIELDS.map((field) => [field, valuesOf(parameters, field)]));
  return {
    ...NO_FILTER,
    ...lists,
    q: (parameters.get('q') ?? '').trim(),
    from: day('from'),
    to: day('to'),
    order: parameters.get('order') === 'asc' ? 'asc' : 'desc',
  };
}

function valuesOf(parameters: URLSearchParams, field: ListField): string[] {
  const permitted = CLOSED[field];
  const values = parameters.getAll(field).map((value) => value.trim());
  return [...new Set(values)].filter(
    (value) => value !== '' && (permitted === undefined || Object.hasOwn(permitted, value)),
  );
}

/** The query string of a filter, without `?`; '' for no filter. Equal filters give equal strings. */
export function queryOf(filter: Filter): string {
  const parameters = new URLSearchParams();
  if (filter.q !== '') parameters.set('q', filter.q);
  for (const field of LIST_FIELDS) for (const value of filter[field]) parameters.append(field, value);
  if (filter.from !== '') parameters.set('from', filter.from);
  if (filter.to !== '') parameters.set('to', filter.to);
  if (filter.order !== 'desc') parameters.set('order', filter.order);
  return parameters.toString();
}

/** The address of the chronicle under a filter. */
export function chronicleAddress(filter: Partial<Filter>): string {
  const query = queryOf({ ...NO_FILTER, ...filter });
  return query === '' ? '/' : `/?${query}`;
}

/** One thing that a filter asks, which a reader can drop. */
export interface Condition {
  readonly field: Exclude<keyof Filter, 'order'>;
  readonly value: string;
  readonly label: string;
}

const FIELD_LABELS: Readonly<Record<Condition['field'], string>> = {
  q: 'text',
  speaker: 'speaker',
  publisher: 'outlet',
  source: 'source',
  stance: 'stance',
  speech: 'speech',
  source_kind: 'kind of speaker',
  language: 'language',
  from: 'from',
  to: 'to',
};

/** Everything that the filter asks, in the order of the address. */
export function conditionsOf(filter: Filter): Condition[] {
  const fields: readonly Condition['field'][] = ['q', ...LIST_FIELDS, 'from', 'to'];
  return fields.flatMap((field) =>
    [filter[field]]
      .flat()
      .filter((value) => value !== '')
      .map((value) => ({
        field,
        value,
        label: `${FIELD_LABELS[field]}: ${CLOSED[field as ListField]?.[value] ?? value}`,
      })),
  );
}

/** The filter without one of its conditions. */
export function without(filter: Filter, { field, value }: Condition): Filter {
  const held = filter[field];
  return { ...filter, [field]: typeof held === 'string' ? '' : held.filter((other) => other !== value) };
}

/** The filter with a value of a list field added, or taken away when it is there. */
export function toggled(filter: Filter, field: ListField, value: string): Filter {
  const held: readonly string[] = filter[field];
  const others = held.filter((other) => !isSame(other, value));
  return { ...filter, [field]: others.length < held.length ? others : [...held, value] };
}

/** Whether a list field holds a value. */
export function holds(held: readonly string[], value: string): boolean {
  return held.some((other) => isSame(other, value));
}

/** Names are one whatever their capitals, as they are to the API. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The value of the filter `speaker` that means this whole name and no longer one. */
export function exactly(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}
