/** Geocoding: names found and left alone, readings settled by the article, precision, rough texts, long lists. */

import { describe, expect, test } from 'vitest';

import { annotated, doublingRatio, roughTexts } from '../../../test/support/annotated.ts';
import type { Place } from '../../document/place.ts';
import { geocode } from './geocode.ts';
import { resolveToponyms } from './resolve-toponyms.ts';

function placesIn(text: string): readonly Place[] {
  return geocode.run(annotated(text, geocode)).places;
}

/** The names that a text gives as places, adjectives left out. */
function namesIn(text: string): string[] {
  return placesIn(text)
    .filter(({ use }) => use !== 'adjective')
    .map(({ start, end }) => text.slice(start, end));
}

function only(text: string): Place {
  const [place, ...others] = placesIn(text);
  if (place === undefined || others.length > 0) throw new Error(`${1 + others.length} places in "${text}"`);
  return place;
}

describe('a name is read by what the article says around it', () => {
  test.each([
    ['The fair opened in Springfield, Ohio, on Monday.', 'Springfield', 'Ohio'],
    ['The fair opened in Springfield, Mass., on Monday.', 'Springfield', 'Massachusetts'],
    ['The fair opened in Paris, Texas, on Monday.', 'Paris', 'Texas'],
    ['The mayor of Gainesville, Georgia, spoke.', 'Gainesville', 'Georgia'],
    ['A road near Victoria, BC, was closed.', 'Victoria', 'British Columbia'],
  ])('%s', (text, name, division) => {
    const place = placesIn(text).find(({ start, end }) => text.slice(start, end) === name);
    expect(place?.admin1).toBe(division);
    expect(place?.because).toContain('container');
  });

  test('Georgia among the towns of one Georgia is that Georgia', () => {
    const american = 'Lines were long in Atlanta and Savannah. Voters across Georgia said so in Macon too.';
    const caucasian = 'Crowds met in Tbilisi and Batumi. Voters across Georgia said so in Kutaisi too.';
    const georgia = (text: string) => placesIn(text).find(({ name }) => name === 'Georgia')?.country;
    expect(georgia(american)).toBe('USA');
    expect(georgia(caucasian)).toBe('GEO');
  });

  test('a state outranks its namesake towns', () => {
    expect(only('The envoy flew to Lebanon on Monday.').country).toBe('LBN');
    expect(only('He was born in Peru.').country).toBe('PER');
  });

  test('the home of the publisher settles what the text leaves open', () => {
    const text = 'Traffic in London was slow.';
    const spans = [{ start: 11, end: 17 }];
    const at = (url: string | null) =>
      resolveToponyms({ text, facts: { url, publisher: null } }, spans)[0]?.candidate.place.country;
    expect(at(null)).toBe('GBR');
    expect(at('https://lfpress.com/news/1')).toBe('CAN');
  });
});

describe('places inside other names are left alone', () => {
  test.each([
    'The Bank of China raised its rates.',
    'The New York Times reported the talks.',
    'Paris Hilton gave a speech.',
    'Captain Lincoln gave a speech.',
    'The Houston Chronicle reported it.',
    'Karen Dover gave a speech. Dover smiled.',
    'In May the report was done.',
    'Reading the report took an hour.',
  ])('%s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('names of places are found whole', () => {
  test.each([
    ['A fair in Hammond, Ind., opened.', ['Hammond', 'Ind.']],
    ['He flew from Rio de Janeiro to New York City.', ['Rio de Janeiro', 'New York City']],
    ['Two were held in Dover County Jail near Stratford-upon-Avon.', ['Stratford-upon-Avon']],
    ['The road from Deir al-Balah to the Gaza Strip was shut.', ['Deir al-Balah', 'Gaza Strip']],
    ['He left St. Louis for Washington, D.C., at noon.', ['St. Louis', 'Washington', 'D.C.']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test('a name that opens a sentence is a place where the article uses it as one elsewhere', () => {
    expect(namesIn('Arequipa cheered. She was born in Arequipa.')).toEqual(['Arequipa', 'Arequipa']);
    expect(namesIn('Dover cheered.')).toEqual([]);
  });
});

describe('what a name does', () => {
  test.each([
    ['Beirut said the talks were over.', 'actor'],
    ['The White House said the talks were over.', 'actor'],
    ['The talks were held in Beirut on Sunday.', 'place'],
    ['Police stood outside the White House on Sunday.', 'place'],
    ['A Lebanese official gave a speech.', 'adjective'],
  ])('%s', (text, use) => {
    expect(only(text).use).toBe(use);
  });
});

describe('coarse stays coarse', () => {
  test.each([
    ['Shells fell in Beirut.', 'town', 1, 30],
    ['Shells fell near Beirut.', 'near', 25, 40],
    ['Shells fell in Lebanon.', 'country', 40, 100],
    ['Shells fell in southern Lebanon.', 'area', 40, 100],
    ['Shells fell in the Bekaa Valley.', 'area', 40, 100],
    ['A ship sank in the Red Sea.', 'sea', 300, 1200],
    ['Fires burned in Bavaria.', 'division', 100, 300],
    ['Fires burned in Queensland.', 'division', 300, 1500],
  ])('%s', (text, precision, least, most) => {
    const place = only(text);
    expect(place.precision).toBe(precision);
    expect(place.uncertaintyKm).toBeGreaterThanOrEqual(least);
    expect(place.uncertaintyKm).toBeLessThanOrEqual(most);
  });
});

describe('rough texts', () => {
  test('never throw, and spans stay within the text and in order', () => {
    for (const text of [...roughTexts(300), '', 'A', 'St.', 'St. ', 'X'.repeat(5000), 'New '.repeat(500)]) {
      let before = 0;
      for (const { start, end } of placesIn(text)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(text.length);
    }
  });

  test('a span that names nothing has no reading', () => {
    const document = { text: 'Qqqzzx', facts: { url: 'no url at all', publisher: '' } };
    expect(
      resolveToponyms(document, [
        { start: 0, end: 6 },
        { start: 3, end: 3 },
      ]),
    ).toEqual([null, null]);
  });

  test('a list of a thousand names takes no more than its share', () => {
    const names = [
      'Lima',
      'Springfield',
      'Paris',
      'Oslo',
      'San Jose',
      'Cairo',
      'Dover',
      'Accra',
      'Santa Cruz',
      'Berlin',
    ];
    const list = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) => `in ${names[i % names.length]}${i % 7 === 0 ? ', Ohio' : ''}`,
      ).join(', ');
    const once = annotated(`They met ${list(1000)}.`, geocode);
    const twice = annotated(`They met ${list(2000)}.`, geocode);
    geocode.run(once);
    expect(
      doublingRatio(
        () => geocode.run(once),
        () => geocode.run(twice),
      ),
    ).toBeLessThan(3);
  });
});

test('the same text gives the same places', () => {
  const text = 'From Springfield to Georgia, by way of Paris, Texas, and southern Lebanon.';
  expect(placesIn(text)).toEqual(placesIn(text));
});
