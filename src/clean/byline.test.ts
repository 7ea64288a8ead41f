/** Whom a byline names. */

import { expect, test } from 'vitest';

import { readPairs } from '../../test/support/pairs.ts';
import { readTable } from '../lexicon/table.ts';
import { authorsOf, bylineEvidence } from './byline.ts';

for (const { input, expected } of readPairs(new URL('byline-cases.txt', import.meta.url))) {
  test(`byline: ${input}`, () => {
    expect(authorsOf(input.replaceAll('\\n', '\n')).join('; ') || '-').toBe(expected);
  });
}

for (const { opener, example } of readTable('byline-openers.tsv', ['opener', 'languages', 'example'])) {
  test(`"${opener}" opens a byline`, () => {
    const line = example.replace(/[[\]]/g, '');
    expect(authorsOf(line)).toEqual([/\[(.+)\]/.exec(example)?.[1]]);
    expect(bylineEvidence(line)).toBe('sure');
  });
}

for (const { word, example } of readTable('byline-roles.tsv', ['word', 'kind', 'language', 'example'])) {
  test(`"${word}" is a job and not an author`, () => {
    expect(authorsOf(example.replace(/[[\]]/g, ''))).toEqual([example.split(/[,，]/)[0]]);
  });
}

const EVIDENCE: readonly (readonly [string, 'sure' | 'likely' | null])[] = [
  ['By Ada Lind', 'sure'],
  ['By Ada Lind and Tom Berg in Port Lind', 'sure'],
  ['By Ada Lind | 4 March 2024', 'sure'],
  ['By Monday the river had risen by a metre', null],
  ['By the river, a town waits', null],
  ['Ada Lind', 'likely'],
  ['Ada Lind, Political Editor', 'likely'],
  ['Staff Reporter', 'likely'],
  ['Reuters', 'likely'],
  ['Ada Lind walked to the river.', null],
  ['The river rose', null],
  ['Floods close the road to Port Lind', null],
  ['Navy chief resigns', null],
  ['Port Lind names its team', null],
  ['', null],
];

for (const [line, expected] of EVIDENCE) {
  test(`evidence of a byline: "${line}"`, () => {
    expect(bylineEvidence(line)).toBe(expected);
  });
}
