/** Cutting texts by marks: every character once, no mark cut inside a piece, for any marks whatever. */

import { describe, expect, test } from 'vitest';

import { claimsAt, marksOf, reachOf, segmentsOf } from '../../web/text/segments.ts';
import type { Mark, Part } from '../../web/text/segments.ts';
import { groupsOf, openingWords } from '../../web/text/blocks.ts';

const mark = (start: number, end: number, claim = 'CL-A', part: Part = 'content'): Mark => ({
  start,
  end,
  claim,
  part,
});

/** Shows pieces as `[3..5 CL-A.content CL-B.source]`. */
function shown(start: number, end: number, marks: readonly Mark[]): string[] {
  return segmentsOf(start, end, marks).map((segment) =>
    [`${segment.start}..${segment.end}`, ...segment.marks.map(({ claim, part }) => `${claim}.${part}`)].join(
      ' ',
    ),
  );
}

describe('a block is cut', () => {
  test('not at all without marks', () => {
    expect(shown(2, 9, [])).toEqual(['2..9']);
  });

  test('at the borders of nested marks', () => {
    const marks = [mark(0, 10), mark(3, 6, 'CL-B', 'source')];
    expect(shown(0, 10, marks)).toEqual([
      '0..3 CL-A.content',
      '3..6 CL-A.content CL-B.source',
      '6..10 CL-A.content',
    ]);
  });

  test('at the borders of overlapping marks', () => {
    const marks = [mark(0, 6), mark(4, 9, 'CL-B')];
    expect(shown(0, 9, marks)).toEqual([
      '0..4 CL-A.content',
      '4..6 CL-A.content CL-B.content',
      '6..9 CL-B.content',
    ]);
  });

  test('with marks clipped that reach past it', () => {
    expect(shown(5, 8, [mark(0, 6), mark(7, 20, 'CL-B')])).toEqual([
      '5..6 CL-A.content',
      '6..7',
      '7..8 CL-B.content',
    ]);
  });

  test('with empty and inverted marks left out', () => {
    expect(shown(0, 4, [mark(2, 2), mark(3, 1)])).toEqual(['0..4']);
  });

  test('so that only the true ends of a mark are its ends', () => {
    const pieces = segmentsOf(0, 9, [mark(0, 9), mark(4, 6, 'CL-B', 'cue')]);
    const ends = pieces.map(({ marks }) =>
      marks.filter(({ claim }) => claim === 'CL-A').map(({ starts, ends }) => [starts, ends]),
    );
    expect(ends).toEqual([[[true, false]], [[false, false]], [[false, true]]]);
  });
});

/** A small generator with a fixed seed (a linear congruence, numbers of Numerical Recipes): the same cases every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('for any marks, pieces cover the block once, in order, and no mark begins or ends inside one', () => {
  const next = numbers(7);
  for (let round = 0; round < 2000; round += 1) {
    const start = next(10);
    const end = start + next(30);
    const marks = Array.from({ length: next(8) }, (_, index) => mark(next(45), next(45), `CL-${index}`));
    const pieces = segmentsOf(start, end, marks);
    expect(pieces.map((piece) => piece.end - piece.start).every((length) => length > 0)).toBe(true);
    expect([start, ...pieces.map((piece) => piece.end)]).toEqual([
      ...pieces.map((piece) => piece.start),
      end,
    ]);
    for (const piece of pieces) {
      const covering = marks.filter(
        (one) => one.start <= piece.start && piece.end <= one.end && one.start < one.end,
      );
      const touching = marks.filter(
        (one) => one.start < piece.end && piece.start < one.end && one.start < one.end,
      );
      expect(touching).toEqual(covering);
      expect(piece.marks.map(({ claim }) => claim)).toEqual(covering.map(({ claim }) => claim));
    }
  }
});

test('of the claims at a place the innermost stands first', () => {
  const marks = [mark(0, 50, 'CL-OUTER'), mark(10, 30, 'CL-INNER'), mark(10, 20, 'CL-INNER', 'source')];
  const [piece] = segmentsOf(12, 14, marks);
  expect(piece === undefined ? [] : claimsAt(piece, reachOf(marks))).toEqual(['CL-INNER', 'CL-OUTER']);
});

test('a claim without a source and with a hedge has marks for what it has', () => {
  const claim = {
    id: 'CL-A',
    source: { text: null, kind: 'none', spans: [] },
    cue: { text: 'said', lemma: 'say', spans: [{ start: 0, end: 4 }] },
    content: { text: 'x', spans: [{ start: 5, end: 9 }] },
    hedge: { start: 6, end: 7, lemma: 'x' },
  } as unknown as Parameters<typeof marksOf>[0][number];
  expect(marksOf([claim]).map(({ part, start, end }) => [part, start, end])).toEqual([
    ['content', 5, 9],
    ['cue', 0, 4],
    ['hedge', 6, 7],
  ]);
});

test('neighbouring list items, furniture, and a caption with its credit stand together', () => {
  const kinds = [
    'headline',
    'caption',
    'credit',
    'caption',
    'listItem',
    'listItem',
    'paragraph',
    'boilerplate',
    'boilerplate',
  ] as const;
  const groups = groupsOf(kinds.map((kind, index) => ({ kind, start: index * 2, end: index * 2 + 1 })));
  expect(groups.map(({ kind, blocks }) => `${kind} ${blocks.length}`)).toEqual([
    'headline 1',
    'caption 2',
    'caption 1',
    'listItem 2',
    'paragraph 1',
    'boilerplate 2',
  ]);
});

test('a text without a headline is named by its first whole words', () => {
  expect(openingWords('Fog in the\n lower harbour', 80)).toBe('Fog in the lower harbour');
  expect(openingWords('Fog in the lower harbour', 12)).toBe('Fog in the …');
});
