/** Every row of the page lexicons is tried on its example, which holds the match in brackets. */

import { expect, test } from 'vitest';

import { readTable } from '../../lexicon/table.ts';
import { CLUTTER_KINDS, kindIn } from './clutter-classes.ts';
import { isWhollyClutter, mentionsClutter, opensAsClutter } from './clutter-lines.ts';

const plain = (example: string) => example.replace(/[[\]]/g, '');

test('each clutter class is known in its example', () => {
  const rows = readTable('page-clutter-classes.tsv', ['words', 'kind', 'example']);
  const words = (example: string) => `-${plain(example).replace(/[^a-z0-9\u00df-\u024f]+/g, '-')}-`;
  expect(rows.filter(({ kind }) => !CLUTTER_KINDS.some((known) => known === kind))).toEqual([]);
  expect(rows.filter(({ example }) => kindIn(words(example)) === null)).toEqual([]);
});

test('each clutter line is known in its example', () => {
  const rows = readTable('page-clutter-lines.tsv', ['phrase', 'match', 'language', 'example']);
  const checks: Readonly<Record<string, (line: string) => boolean>> = {
    whole: isWhollyClutter,
    lead: opensAsClutter,
    inside: mentionsClutter,
  };
  expect(rows.filter(({ match, example }) => checks[match]?.(plain(example)) !== true)).toEqual([]);
});

test('sentences of news are no clutter', () => {
  const sentences = [
    'More than 200 people were brought ashore, the coast guard said.',
    'Related charges were dropped in March, according to the court.',
    'Watching from the quay, Ada Bergen said that the tide had turned.',
    'Die Anzeigepflicht gilt seit März, sagte die Ministerin.',
    'The source of the fire is not known.',
  ];
  expect(sentences.filter((line) => isWhollyClutter(line) || opensAsClutter(line))).toEqual([]);
});

test('each standfirst class has a strength and stands in its example', () => {
  const rows = readTable('page-standfirst-classes.tsv', ['words', 'strength', 'example']);
  expect(rows.filter(({ strength }) => !['strong', 'weak'].includes(strength))).toEqual([]);
  expect(rows.filter(({ words, example }) => !example.includes(`[${words}]`))).toEqual([]);
});

test('each consent phrase stands in its example', () => {
  const rows = readTable('page-consent-phrases.tsv', ['phrase', 'language', 'example']);
  expect(rows.filter(({ phrase, example }) => !example.toLowerCase().includes(`[${phrase}]`))).toEqual([]);
});

test('each name of a body stands in its example and is strong or weak in a known way', () => {
  const rows = readTable('page-body-names.tsv', ['name', 'strength', 'example']);
  expect(rows.filter(({ name, example }) => !example.includes(`[${name}]`))).toEqual([]);
  expect(rows.filter(({ strength }) => !['certain', 'likely'].includes(strength))).toEqual([]);
});
