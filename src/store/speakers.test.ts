/** The exact form of a speaker leads back to that speaker, however a text spells it. */

import { describe, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import { foldedName } from './search-text.ts';
import { openStore } from './store.ts';

const NAMES = [
  'Ilse Varn',
  'Mayor  “Red”\nIlse Varn',
  'the “Harbour” party',
  'The The Band',
  'the',
  'Holt Jr.',
  'the ministry (transport)',
  '“Varn”',
  'O’Holt',
  "O'Holt",
  'Ｆｕｌｌ Ｗｉｄｔｈ',
  'İlker Öz',
  'STRAẞE',
  'मंत्री मोदी',
  'मंत्री मोदि',
  'الوزيرة ليلى',
  '部长',
  'ﬁnance office',
  'a',
  '4',
  '"',
  '—',
  'x" OR "1"="1',
];

test('every speaker is found by the filter that its listing gives, and by no other', async () => {
  const store = openStore(':memory:');
  for (const [number, name] of NAMES.entries()) {
    const claims = Array.from({ length: 1 + (number % 3) }, () => ({
      source: name,
      cue: 'said',
      content: 'so',
    }));
    await store.addArticle(articleOf({ paragraphs: [`${name} said so.`], claims }));
  }
  const speakers = await store.listSpeakers();
  const keys = new Set(NAMES.map(foldedName).filter((key) => key !== ''));
  expect(speakers).toHaveLength(keys.size);
  for (const { filter, claims, articles, name } of speakers) {
    expect(await store.countClaims({ speaker: filter }), name).toBe(claims);
    expect(await store.countArticles({ speaker: filter }), name).toBe(articles);
    const { items } = await store.listClaims({ speaker: filter });
    expect(new Set(items.map(({ source }) => foldedName(source.text)))).toEqual(new Set([foldedName(name)]));
  }
  await store.close();
});

describe('a folded name', () => {
  test.each(NAMES)('%j is the same folded again', (name) => {
    expect(foldedName(foldedName(name))).toBe(foldedName(name));
  });

  test('of any characters is the same folded again', () => {
    const pieces = [
      'the ',
      'The',
      ' ',
      '“',
      '"',
      '.',
      ')',
      'İ',
      'ẞ',
      'ﬁ',
      'a',
      'Ä',
      '\u0301',
      '部',
      'दी',
      '\n',
      '—',
      '4',
    ];
    let state = 7;
    for (let round = 0; round < 5000; round += 1) {
      const name = Array.from({ length: 1 + (round % 9) }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return pieces[state % pieces.length];
      }).join('');
      expect(foldedName(foldedName(name)), JSON.stringify(name)).toBe(foldedName(name));
    }
  });

  test('keeps apart what differs in a vowel sign', () => {
    expect(foldedName('मोदी')).not.toBe(foldedName('मोदि'));
  });
});
