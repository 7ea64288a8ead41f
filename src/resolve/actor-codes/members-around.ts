/** The whole compound that a mention is part of, read from its sentence: from "Japan" to all four of "Japan, Chad, Peru and Fiji". */

import type { ActorLexicon } from '../../lexicon/actors.ts';
import { segmentsOf, wordsOf } from './segments.ts';
import type { Segment } from './segments.ts';

/**
 * The members of the compound around a mention, in text order; the mention alone where it is in none.
 * Members are runs of names, roles and capitalised words with "and" or commas between them; whatever
 * else stands in the sentence ends the compound.
 */
export function membersAround(sentence: string, mention: string, lexicon: ActorLexicon): readonly string[] {
  const segments = segmentsOf(sentence, lexicon);
  const words = wordsOf(sentence);
  const wanted = wordsOf(mention);
  const at = words.findIndex((_, i) => wanted.length > 0 && wanted.every((word, j) => words[i + j] === word));
  const from = segments.findIndex((segment) => segment.from <= at && at < segment.to);
  if (from === -1) return [mention];
  const { start, end } = stretchAround(segments, from);
  const parts = partsOf(segments.slice(start, end));
  const hasAnd = segments.slice(start, end).some(({ kind, text }) => kind === 'and' && text !== ',');
  return parts.length > 1 && hasAnd ? parts : [mention];
}

/** The longest stretch of members and their joints that holds the segment, without joints at its ends. */
function stretchAround(segments: readonly Segment[], at: number): { start: number; end: number } {
  let start = at;
  let end = at + 1;
  while (start > 0 && isInside(segments[start - 1])) start -= 1;
  while (end < segments.length && isInside(segments[end])) end += 1;
  while (segments[start]?.kind === 'and') start += 1;
  while (segments[end - 1]?.kind === 'and') end -= 1;
  return { start, end };
}

function isInside(segment: Segment | undefined): boolean {
  if (segment === undefined) return false;
  if (segment.kind === 'word') return segment.capital || /^the$/i.test(segment.text);
  return segment.kind !== 'joint';
}

function partsOf(segments: readonly Segment[]): string[] {
  const parts: string[][] = [[]];
  for (const { kind, text } of segments) {
    if (kind === 'and') parts.push([]);
    else parts.at(-1)?.push(text);
  }
  return parts.map((part) => part.join(' ').replace(/^the /i, '')).filter((part) => part !== '');
}
