/** Ranges: two times that are the ends of one stretch ("from 3 to 5 March", "between 1990 and 1995"). */

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
