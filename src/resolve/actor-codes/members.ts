/** Compounds: "Russian and Belarusian troops" is two actors, "Trinidad and Tobago" is one. */

import type { Segment } from './segments.ts';

/**
 * The phrases of the members, the phrase alone where it names one actor only. Names and role nouns that
 * hold "and" or a comma are one segment and never parted. A head or an "of" phrase that the last member
 * shares with the others is given to each of them.
 */
export function memberPhrases(segments: readonly Segment[]): string[] {
  const parts = partsOf(segments);
  if (parts.length < 2) return parts.map(textOf);
  const last = parts.at(-1) ?? [];
  const head = sharedHead(parts, last);
  const tail = sharedTail(parts, last);
  return parts.map((part, i) => {
    if (i === parts.length - 1) return textOf(part);
    if (head.length > 0 && part.every(isModifier)) return textOf([...part, ...head]);
    return tail.length > 0 && !part.some(isJoint) ? textOf([...part, ...tail]) : textOf(part);
  });
}

function partsOf(segments: readonly Segment[]): Segment[][] {
  const parts: Segment[][] = [[]];
  for (const [i, segment] of segments.entries()) {
    if (segment.kind !== 'and') parts.at(-1)?.push(segment);
    else if (!isPairOfSteps(segments, i)) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/** "as well as" and "along with" are written out; a comma before "and" parts nothing a second time. */
function isPairOfSteps(segments: readonly Segment[], at: number): boolean {
  return segments[at + 1]?.kind === 'and' || at === 0;
}

/** The nouns after the demonym of the last member, where an earlier member is demonyms alone. */
function sharedHead(parts: readonly Segment[][], last: readonly Segment[]): Segment[] {
  const [first, ...others] = last;
  const bare = parts.slice(0, -1).some((part) => part.every(isModifier) && !part.some(isPlural));
  return bare && first !== undefined && isModifier(first) && others.some(({ kind }) => kind === 'role')
    ? others
    : [];
}

/** "of Kenya" after the last member, where it follows a role and earlier members have no place of their own. */
function sharedTail(parts: readonly Segment[][], last: readonly Segment[]): Segment[] {
  const at = last.findIndex(isJoint);
  const belongs = at > 0 && last[at]?.kind === 'joint' && last.slice(at).some(({ kind }) => kind === 'name');
  const earlier = parts
    .slice(0, -1)
    .every((part) => part.some(({ kind }) => kind === 'role') && !part.some(({ kind }) => kind === 'name'));
  return belongs && earlier ? last.slice(at) : [];
}

function isJoint(segment: Segment): boolean {
  return segment.kind === 'joint';
}

function isModifier(segment: Segment): boolean {
  return (
    segment.kind === 'name' &&
    segment.names.some(({ facet, entry }) => facet === 'demonym' || entry.key.startsWith('states:'))
  );
}

/** "Russians", as against "Russian": people on their own. */
function isPlural(segment: Segment): boolean {
  return (
    segment.kind === 'name' &&
    segment.names.every(({ facet }) => facet === 'demonym') &&
    segment.text.endsWith('s')
  );
}

function textOf(segments: readonly Segment[]): string {
  return segments
    .map(({ text, ...segment }) =>
      segment.kind === 'name' && segment.possessive && !text.includes('-') ? `${text}'s` : text,
    )
    .join(' ');
}
