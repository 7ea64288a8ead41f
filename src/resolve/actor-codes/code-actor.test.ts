/** Codes of phrases, case by case; what holds of any phrase; compounds around a mention. */

import { expect, test } from 'vitest';

import { actorLexicon } from '../../lexicon/actors.ts';
import { readCases, updateCases } from '../../../test/support/cases.ts';
import { codeActor, splitActor } from './code-actor.ts';
import type { CodedActor } from './coded-actor.ts';
import { membersAround } from './members-around.ts';

const FILE = new URL('phrases.cases.txt', import.meta.url);
const CASES = readCases(FILE);
const RESULTS = new Map(CASES.map(({ title, text }) => [title, text.split('\n').map(shownOf).join('\n')]));
updateCases(FILE, RESULTS);

test.each(CASES)('$title', ({ title, expected }) => {
  expect(RESULTS.get(title)).toBe(expected);
});

test('the cases are a hundred phrases or more', () => {
  expect(CASES.flatMap(({ text }) => text.split('\n')).length).toBeGreaterThanOrEqual(100);
});

test('an invented full name is never linked, whatever title stands before it', () => {
  const people = [...actorLexicon().allNames().values()].flat().filter(({ entry }) => entry.isPerson);
  const linked = people.flatMap(({ entry }) => {
    const words = entry.name.split(' ');
    const namesakes = [
      `Zorvan ${words.at(-1) ?? ''}`,
      `${words[0] ?? ''} Qvistorp`,
      `${entry.name} Qvistorp`,
    ];
    return namesakes.filter((name) => (codeActor(name)?.actor ?? null) !== null);
  });
  expect(people.length).toBeGreaterThan(1000);
  expect(linked).toEqual([]);
});

test('what is no phrase gives nothing', () => {
  for (const text of ['', ' ', ',', '...', '"', '-', 'and', ', and ,', '\u0000', '\u{1F600}'])
    expect(codeActor(text), JSON.stringify(text)).toBeNull();
  expect(codeActor(`police ${'of Kenya '.repeat(200)}`)).toBeNull();
  expect(splitActor('')).toEqual([]);
});

test('the same phrase gives the same codes, with or without its article and padding', () => {
  for (const phrase of CASES.flatMap(({ text }) => text.split('\n'))) {
    const [bare = ''] = phrase.split(/ [@~]/);
    expect(codeActor(`  ${bare} `)).toEqual(codeActor(bare));
  }
});

test('doubling a list of names less than triples the time', () => {
  const list = (names: number) =>
    Array.from({ length: names }, (_, i) => `Name${i} Lind`).join(', ') + ' and Kenya';
  const time = (names: number) => {
    const runs = Array.from({ length: 5 }, () => {
      const started = performance.now();
      membersAround(list(names), 'Kenya', actorLexicon());
      return performance.now() - started;
    });
    return Math.min(...runs);
  };
  time(200);
  expect(time(1000)).toBeLessThan(3 * time(500) + 20);
});

test('the compound around a mention is found from any of its members', () => {
  const sentence =
    'Troops of Kenya, the Gambia and Peru met Danish Prime Minister Ola Lind and Chad on Monday.';
  const around = (mention: string) => membersAround(sentence, mention, actorLexicon());
  for (const mention of ['Kenya', 'Gambia', 'Peru'])
    expect(around(mention)).toEqual(['Kenya', 'Gambia', 'Peru']);
  expect(around('Chad')).toEqual(['Danish Prime Minister Ola Lind', 'Chad']);
  expect(around('Troops')).toEqual(['Troops']);
  expect(around('Fiji')).toEqual(['Fiji']);
});

function shownOf(line: string): string {
  const [, phrase = '', , day, , context] = /^(.*?)( @(\S+))?( ~(.+))?$/.exec(line) ?? [];
  return `${phrase}: ${shown(codeActor(phrase, { date: day ?? null, context: context ?? null }))}`;
}

function shown(actor: CodedActor | null): string {
  if (actor === null) return 'nothing';
  const codes = `${actor.country || '-'} ${actor.sectors.join('+') || '-'} ${actor.cameo || '-'} (${actor.because})`;
  const members = (actor.members ?? []).map((member) => `{${shown(member)}}`).join(' ');
  const link = actor.actor === null ? '' : ` = ${actor.actor}`;
  return members === '' ? `${codes}${link}` : members;
}
