/** Regular verb forms. */

import { expect, test } from 'vitest';

import { regularForms } from './inflect.ts';

const FORMS: readonly (readonly string[])[] = [
  ['claim', 'claims', 'claiming', 'claimed'],
  ['note', 'notes', 'noting', 'noted'],
  ['deny', 'denies', 'denying', 'denied'],
  ['convey', 'conveys', 'conveying', 'conveyed'],
  ['preach', 'preaches', 'preaching', 'preached'],
  ['stress', 'stresses', 'stressing', 'stressed'],
  ['agree', 'agrees', 'agreeing', 'agreed'],
];

for (const forms of FORMS) {
  test(`forms of "${forms[0] ?? ''}"`, () => {
    expect(regularForms(forms[0] ?? '')).toEqual(forms);
  });
}
