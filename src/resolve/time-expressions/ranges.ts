/** Times that belong together: ends of ranges ("from 3 to 5 March"), clock times and their day. */

import type { Token } from '../../document/token.ts';
import type { TimeExpression } from '../../document/time-expression.ts';

/** The times, with both ends of each range given the bounds of the whole. Times are in text order. */
export function joinRanges(tokens: readonly Token[], times: readonly TimeExpression[]): TimeExpression[] {
  const joined = [...times];
  let token = 0;
  for (let i = 0; i + 1 < joined.length; i += 1) {
    const [from, to] = [joined[i], joined[i + 1]];
    if (from === undefined || to === undefined) break;
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= from.end) token += 1;
    const link = tokens[token];
    // Exactly one word lies between the ends: "to", "and" or a dash.
    if (link === undefined || tokens[token + 1]?.start !== to.start) continue;
    const before = wordBefore(tokens, token, from);
    const holds = linkOf(before, link.norm);
    if (holds === null || !isOrdered(from, to)) continue;
    joined[i] = { ...from, latest: to.latest, holds };
    joined[i + 1] = { ...to, earliest: from.earliest, holds };
  }
  return joined;
}

/** The lower-case word before an expression whose end lies just before the token at `after`. */
function wordBefore(tokens: readonly Token[], after: number, { start }: TimeExpression): string {
  let at = after - 1;
  while (at >= 0 && (tokens[at]?.start ?? 0) >= start) at -= 1;
  return tokens[at]?.norm ?? '';
}

function linkOf(before: string, link: string): TimeExpression['holds'] | null {
  if (before === 'between' && link === 'and') return 'sometime';
  if (/^(?:to|until|till|through|-|–|—)$/.test(link)) return 'throughout';
  return null;
}

/** Lengths and open ends make no range, nor do ends in the wrong order. */
function isOrdered(from: TimeExpression, to: TimeExpression): boolean {
  return (
    from.earliest !== null && to.latest !== null && from.kind !== 'duration' && from.earliest <= to.latest
  );
}

/** Rules of clock times that name no day. */
const BARE_CLOCK = /^time-patterns:(?:clock|noon|clock-part)$/;
/** All that may stand between a clock time and its day: "7:30 (0530 GMT) on Friday". */
const CLOCK_GAP = /^[\s(),]{1,4}(?:on )?(?:the )?$/;
const DAY = /^\d{4}-\d\d-\d\d/;

/** The times, with each clock time on the day that is said right after it. Times are in text order. */
export function dateClocks(text: string, times: readonly TimeExpression[]): TimeExpression[] {
  const dated = [...times];
  for (let i = dated.length - 2; i >= 0; i -= 1) {
    const [clock, next] = [dated[i], dated[i + 1]];
    if (clock === undefined || next === undefined || !BARE_CLOCK.test(clock.because)) continue;
    const day = DAY.exec(next.timex)?.[0];
    if (day === undefined || !CLOCK_GAP.test(text.slice(clock.end, next.start))) continue;
    dated[i] = {
      ...clock,
      timex: clock.timex.replace(/^.{10}/, day),
      earliest: clock.earliest?.replace(DAY, day) ?? null,
      latest: clock.latest?.replace(DAY, day) ?? null,
      basis: next.basis,
      anchor: next.anchor,
    };
  }
  return dated;
}
