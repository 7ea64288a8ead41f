/** The anchor: the moment from which the relative times of an article are counted. */

import type { ArticleFacts } from '../../document/article.ts';
import type { TimeAnchor } from '../../document/time-expression.ts';
import { monthNamed } from '../../lexicon/time-names.ts';
import { dayOf, isoDay } from './calendar.ts';
import type { Day } from './calendar.ts';

export interface Anchor {
  readonly kind: TimeAnchor;
  readonly day: Day;
  /** `hh:mm` of that day, null where the stamp gives none. */
  readonly clock?: string | null;
}

/**
 * The best anchor that an article states: when it was published, else the date in its dateline, else
 * when it was updated. A date given by the user stands in `published`. Null when none is a whole day.
 */
export function anchorOf({ published, dateline, updated }: ArticleFacts): Anchor | null {
  const byPublication = dayIn(published);
  if (byPublication !== null) return { kind: 'published', day: byPublication, clock: clockIn(published) };
  const byUpdate = dayIn(updated);
  const byDateline = dateline === null ? null : dayInDateline(dateline, byUpdate);
  if (byDateline !== null) return { kind: 'dateline', day: byDateline };
  return byUpdate === null ? null : { kind: 'updated', day: byUpdate, clock: clockIn(updated) };
}

/** For a message to people: "published 2024-03-13". */
export function anchorName({ kind, day }: Anchor): string {
  return `${kind === 'dateline' ? 'dated' : kind} ${isoDay(day)}`;
}

function dayIn(stamp: string | null): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(stamp ?? '') ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

function clockIn(stamp: string | null): string | null {
  return /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/.exec(stamp ?? '')?.[1] ?? null;
}

const MONTH_DAY = /(\p{L}{3,12})\.? (\d{1,2})(?!\d)(?:,? (\d{4}))?/u;
const DAY_MONTH = /(?<!\d)(\d{1,2}) (\p{L}{3,12})\.?(?:,? (\d{4}))?/u;

/** "CAIRO, March 12 (Agency)": the year is stated, or the latest that makes it no later than the update. */
function dayInDateline(dateline: string, latest: Day | null): Day | null {
  const [, monthFirst = '', dayAfter, yearAfter] = MONTH_DAY.exec(dateline) ?? [];
  const [, dayFirst, monthAfter = '', yearLast] = DAY_MONTH.exec(dateline) ?? [];
  const before = monthNamed(monthFirst, 'en');
  const month = before ?? monthNamed(monthAfter, 'en');
  const [day, year] = before === null ? [dayFirst, yearLast] : [dayAfter, yearAfter];
  if (month === null || day === undefined) return null;
  if (year !== undefined) return dayOf(Number(year), month, Number(day));
  if (latest === null) return null;
  const thisYear = Number(isoDay(latest).slice(0, 4));
  const inYears = [thisYear, thisYear - 1].map((each) => dayOf(each, month, Number(day)));
  return inYears.find((each) => each !== null && each <= latest) ?? null;
}
