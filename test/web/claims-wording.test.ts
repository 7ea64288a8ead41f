/** Claims in words: the speaker first, nothing made up where there is none, no address that a browser should not follow. */

import { expect, test } from 'vitest';

import {
  counted,
  mannerOf,
  outletOf,
  safeAddress,
  speakerNote,
  speakerOf,
  stanceOf,
  statedTime,
} from '../../web/wording/claims.ts';

test('a speaker is named as printed, without a closing comma', () => {
  expect(speakerOf({ source: { text: 'Ada Moss, the harbour master,', kind: 'named', spans: [] } })).toBe(
    'Ada Moss, the harbour master',
  );
});

test('a claim that nobody is stated to have made says so', () => {
  expect(speakerOf({ source: { text: null, kind: 'none', spans: [] } })).toBe('Speaker not stated');
});

test('a speaker who is not named is marked, one who is is not', () => {
  expect(speakerNote({ source: { text: 'officials', kind: 'unnamed', spans: [] } })).toBe('unnamed');
  expect(speakerNote({ source: { text: 'Ada Moss', kind: 'named', spans: [] } })).toBe(null);
});

test('only the plain stance is left unsaid', () => {
  expect(stanceOf({ stance: 'asserts' })).toBe(null);
  expect(stanceOf({ stance: 'denies' })).toBe('denies');
});

test('the manner says how and where', () => {
  expect(mannerOf({ speech: 'mixed', medium: 'court' })).toBe('partly quoted, in court');
  expect(mannerOf({ speech: 'direct', medium: null })).toBe('quoted');
});

test('an outlet without a name is known by its address, else by where it was found', () => {
  expect(outletOf({ publisher: null, url: 'https://www.gazette.example/a', sources: ['b'] })).toBe(
    'gazette.example',
  );
  expect(outletOf({ publisher: null, url: null, sources: ['saved/'] })).toBe('saved/');
});

test('an article keeps the time that its page states, zone or none', () => {
  const time = { value: '2031-03-15T08:55:00Z', basis: 'published' } as const;
  expect(statedTime({ time, published: '2031-03-15T08:55', updated: null })).toBe('2031-03-15T08:55');
  expect(statedTime({ time: { ...time, basis: 'retrieved' }, published: null, updated: null })).toBe(
    time.value,
  );
});

test('only web addresses become links', () => {
  expect(safeAddress('https://gazette.example/a')).toBe('https://gazette.example/a');
  expect(safeAddress('javascript:alert(1)')).toBe(null);
  expect(safeAddress('data:text/html,x')).toBe(null);
  expect(safeAddress('not an address')).toBe(null);
});

test('counts agree in number and are grouped', () => {
  expect(counted(1, 'claim')).toBe('1 claim');
  expect(counted(1234567, 'claim')).toBe('1,234,567 claims');
});
