/** From a `because` to its row. */

import { expect, test } from 'vitest';

import { ruleRow } from './rule-row.ts';

test('a because names its row, with the example', () => {
  const row = ruleRow('speech-verbs:deny');
  expect(row?.find(({ column }) => column === 'lemma')?.value).toBe('deny');
  expect(row?.find(({ column }) => column === 'example')?.value).toMatch(/\[.+\]/);
});

test('an unknown table or row is not made up', () => {
  expect(ruleRow('speech-verbs:xyzzy')).toBeNull();
  expect(ruleRow('no-such-table:deny')).toBeNull();
  expect(ruleRow('../../package:deny')).toBeNull();
});
