/** The times of a record as lines for a terminal: what each phrase comes to, and what that hangs on. */

import type { ArticleRecord, RecordedTime } from '../document/record.ts';
import type { TimeAnchor } from '../document/time-expression.ts';
import { printable, wrap } from './terminal.ts';
import type { Styler } from './terminal.ts';

/** Columns before a time, and before what is continued of it. */
const INDENT = 4;
const CONTINUED_INDENT = 8;

/** A title, a line for each time, the warnings, and a line between; nothing where there are neither. */
export function printedTimes(
  { article: { warnings }, times }: ArticleRecord,
  columns: number,
  style: Styler,
): string[] {
  if (times.length === 0 && warnings.length === 0) return [];
  const title = times.length === 1 ? '1 time' : `${times.length} times`;
  return [
    style('bold', title),
    '',
    ...times.flatMap((time) => timeLines(time, columns)),
    ...warnings.flatMap(({ message }) => wrap(`Warning: ${printable(message)}`, columns)),
    '',
  ];
}

const ANCHORS: Readonly<Record<TimeAnchor, string>> = {
  given: 'the date given',
  published: 'the publication',
  dateline: 'the dateline',
  updated: 'the update stamp',
  text: 'the text',
};

/** Phrase, value and what they hang on; continued lines stand further in. */
function timeLines(
  { text, earliest, latest, timex, holds, basis, anchor }: RecordedTime,
  columns: number,
): string[] {
  const how = [holds, basis, ...(anchor === null ? [] : [`from ${ANCHORS[anchor]}`])].join(', ');
  const value = boundsOf(earliest, latest) ?? timex;
  return wrap(`${printable(text)}: ${value}; ${how}`, columns - CONTINUED_INDENT).map(
    (line, index) => `${' '.repeat(index === 0 ? INDENT : CONTINUED_INDENT)}${line}`,
  );
}

/** `2024-03-12`, `2024-03-11 to 2024-03-12`, `from 2023-10-08 on`, `up to 2024-03-10`; null for no bound. */
function boundsOf(earliest: string | null, latest: string | null): string | null {
  if (earliest === null) return latest === null ? null : `up to ${latest}`;
  if (latest === null) return `from ${earliest} on`;
  return earliest === latest ? earliest : `${earliest} to ${latest}`;
}
