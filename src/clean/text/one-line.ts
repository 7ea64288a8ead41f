/** Cuts an article that lost all its line ends: what stands before its first word and after its last. */

import type { Span } from '../../document/span.ts';
import { bylineEvidence } from '../byline.ts';
import { datelineOf } from '../dateline.ts';
import { noticeKind } from '../notices.ts';
import { stampsOf } from '../stamp.ts';
import { visiblePart } from './lines.ts';

/** A text of one line shorter than this is a sentence or two and is left whole. */
const MIN_CHARACTERS = 400;
/** Characters at the head and at the tail in which cuts are looked for. */
const HEAD_CHARACTERS = 500;
const TAIL_CHARACTERS = 240;
/** Lines at the tail that may follow the last sentence. */
const MAX_TAIL_PARTS = 3;

/** The parts of a text that stands on one line, in order: at least one. */
export function partsOfOneLine(text: string, line: Span): Span[] {
  if (line.end - line.start < MIN_CHARACTERS) return [line];
  const tail = tailParts(text, line);
  const body = { start: line.start, end: tail[0]?.start ?? line.end };
  return [...headParts(text, body), ...tail].flatMap(({ start, end }) => visiblePart(text, start, end) ?? []);
}

/** Stamps and notices after the last sentence: "… he said. Updated: 4 March 2024". */
function tailParts(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let to = end;
  while (parts.length < MAX_TAIL_PARTS) {
    const from = Math.max(start, to - TAIL_CHARACTERS);
    const cuts = [...text.slice(from, to).matchAll(/(?:[.!?…。！？؟][”"'’)]?|\))\s+(?=\S)/gu)].map(
      (match) => from + match.index + match[0].length,
    );
    // The earliest cut after which everything is one stamp or notice; a stamp may hold full stops itself.
    const cut = cuts.find((at) => isFurniture(text.slice(at, to).trim()));
    if (cut === undefined) return parts;
    parts.unshift({ start: cut, end: to });
    to = cut;
  }
  return parts;
}

function isFurniture(line: string): boolean {
  return stampsOf(line).length > 0 || noticeKind(line) !== null || bylineEvidence(line) === 'sure';
}

/** The headline and byline before a dateline in capitals or before "By …": only where these show the place of the cut. */
function headParts(text: string, body: Span): Span[] {
  const head = text.slice(body.start, Math.min(body.end, body.start + HEAD_CHARACTERS));
  const sentence = head.search(/[.!?]["”]? +\p{Lu}/u);
  const searched = sentence < 0 ? head : head.slice(0, sentence);
  const dateline = datelineAt(text, body.start, searched);
  const byline = bylineAt(searched, dateline ?? searched.length);
  const cuts = [byline?.start, byline?.end, dateline].filter(
    (cut) => cut !== undefined && cut !== null && cut > 0,
  );
  const starts = [0, ...new Set(cuts as number[])].sort((a, b) => a - b);
  return starts.map((start, i) => ({
    start: body.start + start,
    end: body.start + (starts[i + 1] ?? body.end - body.start),
  }));
}

function datelineAt(text: string, offset: number, head: string): number | null {
  for (const match of head.matchAll(/(?<=\s)\p{Lu}[\p{Lu}.'’-]{2,}/gu)) {
    const dateline = datelineOf(text.slice(offset + match.index, offset + match.index + HEAD_CHARACTERS));
    if (dateline !== null) return match.index;
  }
  return null;
}

/** "By" with a capital inside a line that is no sentence, and the longest run of words after it that are a byline. */
function bylineAt(head: string, limit: number): { readonly start: number; readonly end: number } | null {
  for (const match of head.slice(0, limit).matchAll(/(?<=[^\s.,:;] )By (?=\p{Lu})/gu)) {
    const words = head.slice(match.index, limit).split(/(?<=\s)/);
    for (let count = Math.min(words.length, 12); count > 1; count -= 1) {
      const line = words.slice(0, count).join('');
      const isEnd = count === words.length || limit < head.length || count <= 4;
      if (isEnd && bylineEvidence(line.trim()) === 'sure')
        return { start: match.index, end: match.index + line.length };
    }
  }
  return null;
}
