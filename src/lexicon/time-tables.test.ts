/** Every row of the tables of times, held against its own example; and what a broken row gives. */

import { describe, expect, test } from 'vitest';

import { annotated, NO_FACTS, plainDocument } from '../../test/support/annotated.ts';
import { textOf } from '../document/span.ts';
import type { TimeExpression } from '../document/time-expression.ts';
import { runStages } from '../pipeline/run-stages.ts';
import { STAGES } from '../stages.ts';
import { elementOf, patternOf, timePatterns } from './time-patterns.ts';
import { holidayOf, holidayRows } from './time-holidays.ts';
import { directionOfRow } from './time-cues.ts';
import { readTable } from './table.ts';
import { timeWordOf, timeWordRows } from './time-words.ts';

/** The times of a text published on Wednesday 2024-03-06. */
function timesIn(text: string): readonly TimeExpression[] {
  const facts = { ...NO_FACTS, published: '2024-03-06' };
  return runStages({ ...plainDocument(text), facts }, STAGES).layers.times;
}

/** The example without its brackets, and what stood in them. */
function drawn(example: string): readonly [text: string, match: string] {
  return [example.replace(/[[\]]/g, ''), /\[(.+)\]/.exec(example)?.[1] ?? ''];
}

describe('time-words.tsv', () => {
  for (const { words, class: kind, example } of timeWordRows()) {
    test(`${kind} "${words.join(' ')}" is in the time of its example`, () => {
      const [text, match] = drawn(example);
      expect(timesIn(text).map((time) => textOf(text, time))).toEqual([match]);
    });
  }
});

describe('time-patterns.tsv', () => {
  for (const { rule, meaning, example } of timePatterns()) {
    test(`"${rule}" reads its example`, () => {
      const [text, match] = drawn(example);
      const times = timesIn(text).filter(({ because }) => because === `time-patterns:${rule}`);
      expect(times.map((time) => textOf(text, time))).toEqual(meaning === 'nothing' ? [] : [match]);
    });
  }
});

describe('time-holidays.tsv', () => {
  for (const { name, example } of holidayRows()) {
    test(`"${name}" falls on days of the year in its example`, () => {
      const [text, match] = drawn(example);
      const [time] = timesIn(text);
      expect(time === undefined ? '' : textOf(text, time)).toBe(match);
      expect(time?.timex).toMatch(/^202[345]-\d\d-\d\d$/);
    });
  }
});

describe('time-direction.tsv', () => {
  for (const { words, direction, example } of readTable('time-direction.tsv', [
    'words',
    'direction',
    'example',
  ])) {
    test(`"${words}" looks to the ${direction}`, () => {
      const [text] = drawn(example);
      expect(timesIn(text).map(({ timex }) => timex)).toEqual([
        direction === 'future' ? '2024-03-08' : '2024-03-01',
      ]);
    });
  }
});

describe('time-not.tsv', () => {
  for (const { words, example } of readTable('time-not.tsv', ['words', 'example'])) {
    test(`"${words}" is a name and no time`, () => {
      const [text, match] = drawn(example);
      expect(timesIn(text)).toEqual([]);
      expect(annotated(match).layers.tokens.map(({ norm }) => norm)).toEqual(words.split(' '));
    });
  }
});

describe('a broken row', () => {
  test('with a class that is none names its file and line', () => {
    const row = { word: 'eon', class: 'ages', value: '-', example: '-' };
    expect(() => timeWordOf(row, 7)).toThrow(
      'data/lexicon/time-words.tsv:9: "ages" is no class of time words',
    );
  });

  test('with a pattern of unknown classes names its file and line', () => {
    const row = { rule: 'x', pattern: 'the <eon>', meaning: 'date', example: '-' };
    expect(() => patternOf(row, 0)).toThrow(
      'data/lexicon/time-patterns.tsv:2: "<eon>" is no class of time words',
    );
  });

  test('with an unknown meaning names its file and line', () => {
    const row = { rule: 'x', pattern: 'the <unit>', meaning: 'guess', example: '-' };
    expect(() => patternOf(row, 3)).toThrow('data/lexicon/time-patterns.tsv:5: "guess" is no meaning');
  });

  test('with a day that does not suit its calendar names its file and line', () => {
    const row = { name: 'x', calendar: 'easter', month: '-', day: 'Sunday', days: '1', example: '-' };
    expect(() => holidayOf(row, 1)).toThrow(
      'data/lexicon/time-holidays.tsv:3: the day does not suit the calendar',
    );
    expect(() => holidayOf({ ...row, calendar: 'lunar' }, 1)).toThrow('does not suit');
  });

  test('with a direction that is none names its file and line', () => {
    expect(() => directionOfRow({ words: 'x', direction: 'sideways', example: '-' }, 0)).toThrow(
      'data/lexicon/time-direction.tsv:2: the direction is "past" or "future"',
    );
  });
});

test('an element is a choice of words and classes that may be left out', () => {
  const element = elementOf('the|<unit>?');
  expect([...element.literals]).toEqual(['the']);
  expect(element.classes).toEqual(['unit']);
  expect(element.optional).toBe(true);
});
