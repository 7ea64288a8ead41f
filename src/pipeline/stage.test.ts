/** The order of stages: the list that runs, and orders that cannot. */

import { expect, test } from 'vitest';

import { STAGES } from '../stages.ts';
import type { AnyStage } from './stage.ts';
import { checkOrder } from './stage.ts';

test('the list of stages can run', () => {
  expect(() => checkOrder(STAGES)).not.toThrow();
});

test('a stage before the one that it needs is refused by name', () => {
  expect(() => checkOrder([...STAGES].reverse())).toThrow(/needs layer "\w+", which no earlier stage adds/);
});

test('a layer that two stages add is refused by name', () => {
  const twice = STAGES[0] as AnyStage;
  expect(() => checkOrder([...STAGES, twice])).toThrow(
    'stage tokenize adds layer "tokens", which an earlier stage added',
  );
});

test('stages have different names', () => {
  expect(new Set(STAGES.map(({ name }) => name)).size).toBe(STAGES.length);
});
