/** Dates of office: what an entry was on a day, and which of several entries of one name is meant. */

import type { ActorEntry, ActorName, Sector, Term } from '../../lexicon/actors-entry.ts';
import { endOf, startOf } from '../../lexicon/actors-rows.ts';

export interface Standing {
  readonly country: string;
  readonly sectors: readonly Sector[];
  /** The term that decided; for `because`. */
  readonly term: Term;
}

/** Years before its first and after its last term in which a name still stands for a person of the tables. */
const YEARS_BEFORE = 15;
const YEARS_AFTER = 40;

/**
 * What the entry was on a day (ISO 8601, any precision), or by its latest term where no day is given.
 * After the last office of a state a person is ELI; before the first one a person has no sector. A
 * person of a group keeps the group's sector. Null where the day is too far off for the person to be meant.
 */
export function standingOf(entry: ActorEntry, date: string | null): Standing | null {
  const terms = entry.terms;
  const active = terms.filter((term) => (date === null ? term.to === null : isActive(term, date)));
  const chosen = best(active);
  if (chosen !== null) return { country: chosen.country, sectors: chosen.sectors, term: chosen };
  const latest = [...terms].sort((a, b) => compare(endDay(b), endDay(a)))[0];
  if (latest === undefined) return null;
  if (!entry.isPerson) return { country: latest.country, sectors: latest.sectors, term: latest };
  if (date !== null && isFarOff(terms, date)) return null;
  const past = date === null || terms.some((term) => term.to !== null && endOf(term.to) < startOf(date));
  return { country: latest.country, sectors: past ? afterOffice(latest) : [], term: latest };
}

export function isActive({ from, to }: Term, date: string): boolean {
  return (from === null || startOf(from) <= endOf(date)) && (to === null || startOf(date) <= endOf(to));
}

/** Of several terms at once the one of government, then the one that began last. */
function best(terms: readonly Term[]): Term | null {
  const rank = ({ sectors, from }: Term): string => `${sectors.includes('GOV') ? 1 : 0}${from ?? ''}`;
  return [...terms].sort((a, b) => compare(rank(b), rank(a)))[0] ?? null;
}

function afterOffice({ sectors }: Term): readonly Sector[] {
  const official = sectors.some((sector) => ['GOV', 'LEG', 'MIL', 'SPY', 'JUD', 'COP'].includes(sector));
  return official || sectors.length === 0 ? ['ELI'] : sectors;
}

function isFarOff(terms: readonly Term[], date: string): boolean {
  const year = Number(date.slice(0, 4));
  const first = Math.min(...terms.map(({ from, to }) => Number((from ?? to ?? date).slice(0, 4))));
  const last = Math.max(...terms.map(({ to }) => (to === null ? Infinity : Number(to.slice(0, 4)))));
  return year < first - YEARS_BEFORE || year > last + YEARS_AFTER;
}

function endDay({ to }: Term): string {
  return to === null ? '9999' : endOf(to);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Facets in the order in which a shared name is taken for one: "Djibouti" is the state before the town. */
const FACET_ORDER = [
  'name',
  'demonym',
  'seat',
  'capital',
  'parliament',
  'military',
  'police',
  'intelligence',
  'region',
  'town',
];

/**
 * The one name that is meant: by the country that the context gives, by the day, by facet. Null where
 * two different actors are left, since a name that may be somebody else's is left unknown.
 */
export function meantName(
  names: readonly ActorName[],
  date: string | null,
  country: string | null,
): ActorName | null {
  let left: readonly ActorName[] = names.filter(({ entry }) => standingOf(entry, date) !== null);
  if (country !== null)
    left = narrowed(left, ({ entry }) => entry.terms.some((term) => term.country === country));
  left = narrowed(left, ({ entry }) =>
    entry.terms.some((term) => (date === null ? term.to === null : isActive(term, date))),
  );
  const order = Math.min(...left.map(({ facet }) => FACET_ORDER.indexOf(facet)));
  left = left.filter(({ facet }) => FACET_ORDER.indexOf(facet) === order);
  const [first] = left;
  return first !== undefined && left.every(({ entry }) => entry === first.entry) ? first : null;
}

function narrowed(names: readonly ActorName[], keep: (name: ActorName) => boolean): readonly ActorName[] {
  const kept = names.filter(keep);
  return kept.length > 0 ? kept : names;
}
