/** The sample case is what its README says it is: every file listed, every page sound, every copy a copy. */

import { describe, expect, test } from 'vitest';

import { articles, CASE, files, listedInReadme, pages, timesOf, type Page } from './read-samples.ts';

/** The one article that is in the case twice, as read on two days. */
const EDITED = 'https://continental-wire.example/1962/10/24/soviet-ships-quarantine-line';

/** When clocks in the eastern United States went back an hour. */
const END_OF_SUMMER_TIME = '1962-10-28T06:00:00Z';

test('the README lists every file and no other', () => {
  expect(listedInReadme()).toEqual(files());
});

test('links in the README lead to files', () => {
  const links = [...CASE.readme.matchAll(/\]\((dispatches\/[^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect(files()).toEqual(expect.arrayContaining(links));
});

test('the case has between 28 and 36 articles', () => {
  expect(articles().length).toBeGreaterThanOrEqual(28);
  expect(articles().length).toBeLessThanOrEqual(36);
});

test('addresses are on a reserved domain', () => {
  for (const { url, file } of articles()) {
    if (url !== null) expect(new URL(url).hostname, file).toMatch(/\.example$/);
  }
});

test('no two articles share an address but the edited pair', () => {
  const urls = articles().flatMap(({ url }) => (url === null ? [] : [url]));
  const repeated = urls.filter((url, i) => urls.indexOf(url) !== i);
  expect(repeated).toEqual([EDITED]);
});

test('the first state of the edited article is read before the second, and they differ', () => {
  const states = articles().filter(({ url }) => url === EDITED);
  expect(states.map(({ file }) => file.split('/')[1])).toEqual(['1-first-read', '2-read-again']);
  expect(states[0]?.text).toContain('turned back five Soviet freighters');
  expect(states[1]?.text).toContain('appear to have altered course');
  expect(states[1]?.text).not.toMatch(/correction|earlier version/i);
});

test('every dispatch has 80 to 370 words', () => {
  for (const { file, text } of articles()) {
    const words = text.split(/\s+/).filter((word) => word !== '').length;
    expect(words, `${file}: ${words} words`).toBeGreaterThanOrEqual(80);
    expect(words, `${file}: ${words} words`).toBeLessThanOrEqual(370);
  }
});

describe.each(pages())('$file', (page) => {
  test('has a canonical address, a headline and readable structured data', () => {
    expect(page.canonical).toMatch(/^https:\/\/[a-z-]+\.example\/.+/);
    expect(page.headline).not.toBe('');
    expect(page.newsArticles).toHaveLength(1);
    expect(page.newsArticles[0]?.['headline']).toBe(page.headline);
  });

  test('gives whole times that fit the name of the file', () => {
    expect(timesOf(page).length).toBeGreaterThan(0);
    for (const time of timesOf(page)) expect(time).toMatch(/^1962-1[01]-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const published = page.newsArticles[0]?.['datePublished'];
    expect(page.file).toContain(`/${String(published).slice(0, 10)}-`);
  });

  test('names its pictures by relative address, each with a caption and a credit', () => {
    for (const { src, caption } of page.figures) {
      expect(src).toMatch(/^images\/[\w-]+\.(?:jpg|png)$/);
      expect(caption.length).toBeGreaterThan(20);
    }
  });
});

test('times in the eastern United States have the offset of their day', () => {
  const eastern = pages().filter(({ file }) => /continental-wire|potomac-ledger|lakeshore-echo/.test(file));
  for (const time of eastern.flatMap(timesOf)) {
    const isSummer = Date.parse(time) < Date.parse(END_OF_SUMMER_TIME);
    expect(time.slice(-6), time).toBe(isSummer ? '-04:00' : '-05:00');
  }
});

describe('the story that four outlets print', () => {
  const origin = pageNamed('1962-10-22-continental-wire-quarantine.html');
  const ownWords = (paragraphs: readonly string[]): string[] =>
    paragraphs.map((paragraph) => straight(paragraph).replace(/^[A-Z]{4,}.{0,30}? — /, ''));

  test.each(['1962-10-22-potomac-ledger-quarantine.html', '1962-10-23-lakeshore-echo-quarantine.html'])(
    '%s is the same word for word',
    (name) => {
      expect(ownWords(pageNamed(name).paragraphs)).toEqual(ownWords(origin.paragraphs));
    },
  );

  test('the Antilles Sentinel prints its first six paragraphs', () => {
    const copy = articles().find(({ file }) => file.endsWith('antilles-sentinel-blockade.txt'));
    const paragraphs = ownWords(origin.paragraphs);
    for (const paragraph of paragraphs.slice(0, 6)) expect(straight(copy?.text ?? '')).toContain(paragraph);
    for (const paragraph of paragraphs.slice(6)) expect(straight(copy?.text ?? '')).not.toContain(paragraph);
  });
});

test('the hard-wrapped text keeps to 72 columns and the teletype to capitals', () => {
  const wrapped = articles().find(({ file }) => file.endsWith('president-cold.txt'));
  const teletype = articles().find(({ file }) => file.endsWith('moscow-statement.txt'));
  expect(Math.max(...(wrapped?.text ?? '').split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(teletype?.text).toMatch(/[A-Z]/);
  expect(teletype?.text).not.toMatch(/[a-z]/);
});

/** With straight quotation marks, which is all that a copy may change. */
function straight(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/’/g, "'");
}

function pageNamed(name: string): Page {
  const page = pages().find(({ file }) => file.endsWith(name));
  if (page === undefined) throw new Error(`no page ${name} in the sample case`);
  return page;
}
