/** The page about the lexicons names every table of words and claims, and every permitted word of `takes`. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { MEDIA, STANCES } from '../document/claim.ts';
import { speechVerbs } from './speech-verbs.ts';

const README = readFileSync(new URL('../../data/lexicon/README.md', import.meta.url), 'utf8');

const TABLES = [
  'abbreviations',
  'word-classes',
  'speech-verbs',
  'speech-nouns',
  'claim-rules',
  'hedges',
  'media',
  'source-nouns',
];

for (const table of TABLES) {
  test(`${table}.tsv is described`, () => {
    expect(README).toContain(`\`${table}.tsv\``);
  });
}

test('every stance, medium and verb class is named', () => {
  const classes = new Set(speechVerbs().map((verb) => verb.class));
  for (const value of [...STANCES, ...MEDIA, ...classes]) expect(README).toContain(`\`${value}\``);
});

test('what a verb takes beside the words of the page is a preposition', () => {
  const prepositions = new Set(speechVerbs().flatMap((verb) => [...verb.prepositions]));
  const known = /^(?:about|against|at|for|of|on|out|to|with)$/;
  for (const word of prepositions) expect(word).toMatch(known);
});
