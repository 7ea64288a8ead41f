/** Cutting a text at the borders of the spans that mark it, so that overlapping and nested marks render right. */

import type { WireClaim } from '../../src/serve/wire.ts';

/** The parts of a claim that are drawn in a text. */
export type Part = 'source' | 'cue' | 'content' | 'hedge';

/** A stretch of text that one part of one claim covers. UTF-16 code units, half open. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly claim: string;
  readonly part: Part;
}

/** A mark as a segment sees it: `starts` and `ends` say whether the mark's own border is the segment's. */
export interface SegmentMark {
  readonly claim: string;
  readonly part: Part;
  readonly starts: boolean;
  readonly ends: boolean;
}

/** A stretch over which the set of marks does not change. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly SegmentMark[];
}

/**
 * The segments of `start`..`end`, in text order: together they cover exactly
 * that range, none is empty, and no mark begins or ends inside one. Marks that
 * reach past the range are clipped; empty and inverted ones are left out.
 */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => Math.max(mark.start, start) < Math.min(mark.end, end));
  const borders = new Set([start, end]);
  for (const mark of inside) {
    borders.add(Math.max(mark.start, start));
    borders.add(Math.min(mark.end, end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to !== undefined && from < to)
      segments.push({ start: from, end: to, marks: marksOver(from, to, inside) });
  }
  return segments;
}

function marksOver(from: number, to: number, marks: readonly Mark[]): SegmentMark[] {
  return marks
    .filter((mark) => mark.start <= from && to <= mark.end)
    .map(({ claim, part, start, end }) => ({ claim, part, starts: start === from, ends: end === to }));
}

/** Every mark of a list of claims, in the order of the claims. */
export function marksOf(claims: readonly WireClaim[]): Mark[] {
  return claims.flatMap((claim) => [
    ...marked(claim.id, 'content', claim.content.spans),
    ...marked(claim.id, 'source', claim.source.spans),
    ...marked(claim.id, 'cue', claim.cue.spans),
    ...(claim.hedge === null ? [] : marked(claim.id, 'hedge', [claim.hedge])),
  ]);
}

function marked(claim: string, part: Part, spans: readonly { start: number; end: number }[]): Mark[] {
  return spans.map(({ start, end }) => ({ claim, part, start, end }));
}

/**
 * The claims at one segment, the innermost first: of two claims that cover a
 * place, a reader who points there means the one with the shorter reach.
 */
export function claimsAt(segment: Segment, reach: ReadonlyMap<string, number>): string[] {
  const claims = [...new Set(segment.marks.map(({ claim }) => claim))];
  const reachOf = (claim: string) => reach.get(claim) ?? Number.MAX_SAFE_INTEGER;
  return claims.sort((a, b) => reachOf(a) - reachOf(b));
}

/** How many characters lie between a claim's first and last marked one, by claim. */
export function reachOf(marks: readonly Mark[]): Map<string, number> {
  const extents = new Map<string, { start: number; end: number }>();
  for (const { claim, start, end } of marks) {
    const known = extents.get(claim) ?? { start, end };
    extents.set(claim, { start: Math.min(known.start, start), end: Math.max(known.end, end) });
  }
  return new Map([...extents].map(([claim, { start, end }]) => [claim, end - start]));
}
