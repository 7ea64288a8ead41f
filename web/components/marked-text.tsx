/** The text of one block, cut at the borders of its claims' parts, each piece dressed for all that covers it. */

import { memo, useMemo } from 'react';

import type { WireBlock } from '../text/blocks.ts';
import { claimsAt, segmentsOf } from '../text/segments.ts';
import type { Mark, Segment } from '../text/segments.ts';

/** What is drawn in a text. */
export interface Marking {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Characters that a claim reaches over, by claim; the shorter, the further in. */
  readonly reach: ReadonlyMap<string, number>;
  /** The number of a claim in the list beside the text. */
  readonly numbers: ReadonlyMap<string, number>;
}

interface Props {
  readonly block: WireBlock;
  readonly marking: Marking;
  readonly lit: string | null;
}

export function MarkedText({ block, marking, lit }: Props) {
  const here = useMemo(
    () => marking.marks.filter(({ start, end }) => start < block.end && block.start < end),
    [block, marking],
  );
  // A block that the lit claim does not touch is told nothing of it, and so is not drawn again.
  const litHere = here.some(({ claim }) => claim === lit) ? lit : null;
  return <Pieces block={block} marks={here} marking={marking} lit={litHere} />;
}

interface PiecesProps extends Props {
  readonly marks: readonly Mark[];
}

const Pieces = memo(function Pieces({ block, marks, marking, lit }: PiecesProps) {
  return segmentsOf(block.start, block.end, marks).map((segment) => {
    const words = marking.text.slice(segment.start, segment.end);
    if (segment.marks.length === 0) return words;
    const closing = segment.marks.filter(
      ({ part, ends, claim }) => part === 'content' && ends && isLast(segment, claim, marks),
    );
    return (
      <span
        key={segment.start}
        className={classesOf(segment, lit)}
        data-claims={claimsAt(segment, marking.reach).join(' ')}
        data-number={
          closing.length === 0 ? undefined : closing.map(({ claim }) => marking.numbers.get(claim)).join(', ')
        }
      >
        {words}
      </span>
    );
  });
});

/** Whether a content of several spans has its last end here, where its number is printed. */
function isLast(segment: Segment, claim: string, marks: readonly Mark[]): boolean {
  return !marks.some((mark) => mark.claim === claim && mark.part === 'content' && mark.end > segment.end);
}

/** Patterns for every part that covers the piece, borders of contents, and which of them are lit. */
function classesOf({ marks }: Segment, lit: string | null): string {
  const classes = new Set(['mark']);
  for (const { claim, part, starts, ends } of marks) {
    classes.add(`is-${part}`);
    if (claim === lit) classes.add(`lit-${part}`).add('lit');
    if (part === 'content' && starts) classes.add(claim === lit ? 'lit-opens' : 'opens');
    if (part === 'content' && ends) classes.add(claim === lit ? 'lit-closes' : 'closes');
  }
  if (new Set(marks.filter(({ part }) => part === 'content').map(({ claim }) => claim)).size > 1)
    classes.add('is-deep');
  return [...classes].join(' ');
}
