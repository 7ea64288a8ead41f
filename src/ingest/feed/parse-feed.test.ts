/** Feeds of every kind, well formed and not. */

import { describe, expect, test } from 'vitest';

import { articleUrl } from './article-url.ts';
import { feedDateOf } from './feed-date.ts';
import { parseFeed } from './parse-feed.ts';
import { parseLeniently } from './parse-leniently.ts';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quiet River Post</title><link>https://post.example/</link><language>en-GB</language>
<item><title>Bridge closed &amp; guarded</title><link>https://post.example/a?x=1&amp;y=2</link>
<dc:creator>Mara Winter</dc:creator><pubDate>Tue, 12 Mar 2024 10:05:00 +0100</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The bridge &amp; the road.</p>]]></content:encoded></item>
<item><guid>https://post.example/b</guid><title>Second</title></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://bote.example/">
<title>Flussbote</title><updated>2024-03-12T10:00:00Z</updated><id>urn:x</id>
<entry><id>urn:x:1</id><title type="html">Br&#252;cke &amp;amp; Weg</title><link rel="replies" href="/c"/><link href="/a"/>
<author><name>Arne Still</name></author><published>2024-03-12T09:00:00+01:00</published><updated>2024-03-12T11:00:00+01:00</updated>
<summary>Kurz.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Br&#252;cke.</p></div></content></entry></feed>`;

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://rdf.example/"><title>Old Post</title><link>https://rdf.example/</link><description>d</description></channel>
<item rdf:about="https://rdf.example/a"><title>Bridge</title><link>https://rdf.example/a</link><dc:date>2024-03-12T10:05+01:00</dc:date></item></rdf:RDF>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Json Post',
  language: 'en',
  items: [
    {
      id: '1',
      url: 'https://json.example/a',
      title: 'Bridge',
      content_text: 'Plain words.',
      date_published: '2024-03-12T10:05:00Z',
      authors: [{ name: 'Mara Winter' }],
    },
    { id: 'https://json.example/b', content_html: '<p>Marked words.</p>' },
  ],
});

test('RSS', () => {
  expect(parseFeed(RSS, 'feed')).toEqual({
    title: 'Quiet River Post',
    language: 'en-GB',
    base: 'https://post.example/',
    entries: [
      {
        link: 'https://post.example/a?x=1&y=2',
        title: 'Bridge closed & guarded',
        published: '2024-03-12T10:05:00+01:00',
        updated: null,
        authors: ['Mara Winter'],
        content: { format: 'html', body: '<p>The bridge &amp; the road.</p>' },
        language: null,
      },
      {
        link: 'https://post.example/b',
        title: 'Second',
        published: null,
        updated: null,
        authors: [],
        content: null,
        language: null,
      },
    ],
  });
});

test('Atom', () => {
  const { title, language, entries } = parseFeed(ATOM, 'feed');
  expect([title, language]).toEqual(['Flussbote', 'de']);
  expect(entries).toMatchObject([
    {
      link: '/a',
      title: 'Brücke &amp; Weg',
      published: '2024-03-12T09:00:00+01:00',
      updated: '2024-03-12T11:00:00+01:00',
      authors: ['Arne Still'],
    },
  ]);
  expect(entries[0]?.content?.format).toBe('html');
  expect(entries[0]?.content?.body).toContain('<p>Die Br');
});

test('RDF', () => {
  expect(parseFeed(RDF, 'feed').entries).toMatchObject([
    { link: 'https://rdf.example/a', title: 'Bridge', published: '2024-03-12T10:05+01:00' },
  ]);
});

test('JSON Feed', () => {
  expect(parseFeed(JSON_FEED, 'feed').entries).toMatchObject([
    {
      link: 'https://json.example/a',
      authors: ['Mara Winter'],
      content: { format: 'text', body: 'Plain words.' },
    },
    { link: 'https://json.example/b', content: { format: 'html', body: '<p>Marked words.</p>' } },
  ]);
});

test('Atom 0.3, with its own names for dates', () => {
  const feed = parseFeed(
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry><title>Bridge</title>
     <link rel="alternate" type="text/html" href="https://old.example/a"/><issued>2004-03-12T10:05:00Z</issued></entry></feed>`,
    'feed',
  );
  expect(feed.entries).toMatchObject([
    { link: 'https://old.example/a', title: 'Bridge', published: '2004-03-12T10:05:00Z' },
  ]);
});

test('a feed with no entries is one', () => {
  expect(
    parseFeed('<rss version="2.0"><channel><title>Empty</title></channel></rss>', 'feed').entries,
  ).toEqual([]);
});

describe('ill-formed feeds', () => {
  const titles = (text: string): readonly (string | null)[] =>
    parseFeed(text, 'feed').entries.map(({ title }) => title);
  const links = (text: string): readonly (string | null)[] =>
    parseFeed(text, 'feed').entries.map(({ link }) => link);
  const item = (inner: string): string =>
    `<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`;

  test('a bare ampersand stays one', () => {
    const text = item('<item><title>Fish & Chips</title><link>https://p.example/?a=1&b=2</link></item>');
    expect(titles(text)).toEqual(['Fish & Chips']);
    expect(links(text)).toEqual(['https://p.example/?a=1&b=2']);
  });

  test('an unclosed element costs nothing else', () => {
    const text =
      '<rss><channel><title>T<item><title>One</title><link>https://p.example/1</link><item><title>Two</title><link>https://p.example/2';
    expect(titles(text)).toEqual(['One', 'Two']);
    expect(links(text)).toEqual(['https://p.example/1', 'https://p.example/2']);
  });

  test('a feed that was cut off gives what is there', () => {
    expect(links(RSS.slice(0, RSS.indexOf('<description>')))).toEqual(['https://post.example/a?x=1&y=2']);
  });

  test('markup that nobody escaped is content', () => {
    const text =
      '<rss><channel><title>T<item><link>https://p.example/1</link><content:encoded><p>One<br>two</p></content:encoded></item>';
    expect(parseLeniently(text)?.entries[0]?.content).toEqual({ format: 'html', body: '<p>One<br>two</p>' });
  });

  test('a closing tag inside CDATA closes nothing', () => {
    const text =
      '<rss><channel><title>T<item><title><![CDATA[The </title> tag & more]]></title><link>https://p.example/1</link></item>';
    expect(parseLeniently(text)?.entries[0]?.title).toBe('The </title> tag & more');
  });

  test('Atom is read leniently too', () => {
    const text =
      '<feed><title>T<entry><title>A &#38; B</title><link rel=self href="x"><link href=\'https://p.example/1\'><author><name>Mara</name></author><updated>2024-03-12T10:00:00Z</updated>';
    expect(parseLeniently(text)?.entries).toMatchObject([
      { title: 'A & B', link: 'https://p.example/1', authors: ['Mara'], updated: '2024-03-12T10:00:00Z' },
    ]);
  });

  test('a great many unclosed elements are read in time', () => {
    const text = `<rss><channel><title>T<item>${'<title>a<link>b'.repeat(100_000)}`;
    const started = performance.now();
    parseLeniently(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('entities that multiply are not followed', () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${item('<item><title>&c;</title><link>https://p.example/1</link></item>')}`;
    expect(titles(text)[0]?.length).toBeLessThan(20);
  });
});

describe('what is no feed', () => {
  test.each([
    ['<!doctype html><html><body><p>Gone</p></body></html>', 'its outermost element is <html>'],
    ['<?xml version="1.0"?><urlset><url/></urlset>', 'its outermost element is <urlset>'],
    ['Just words.', 'it does not begin with an element'],
    ['{"items": 3}', 'JSON of another kind'],
    ['', 'it does not begin with an element'],
  ])('%j', (text, problem) => {
    expect(() => parseFeed(text, 'news.rss')).toThrow(`news.rss: not a feed that can be read (${problem}`);
    expect(() => parseFeed(text, 'news.rss')).toThrow(expect.objectContaining({ code: 'feed-invalid' }));
  });
});

describe('a date in a feed', () => {
  test.each([
    ['Tue, 12 Mar 2024 10:05:09 GMT', '2024-03-12T10:05:09Z'],
    ['12 Mar 2024 10:05 +0330', '2024-03-12T10:05:00+03:30'],
    ['Tue, 2 Apr 24 9:05:00 EST', '2024-04-02T09:05:00-05:00'],
    ['Tuesday, 12 March 2024', '2024-03-12'],
    ['12-Mar-2024 10:05:00 UTC (Tuesday)', '2024-03-12T10:05:00Z'],
    ['2024-03-12T10:05:09.5Z', '2024-03-12T10:05:09.5Z'],
    ['Tue, 12 Mar 2024 10:05:00 CET', '2024-03-12T10:05:00'],
    ['Tue, 31 Feb 2024 10:05:00 GMT', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %j', (written, date) => {
    expect(feedDateOf(written)).toBe(date);
  });
});

describe('the address of an article', () => {
  test.each([
    [
      'https://p.example/a?utm_source=rss&id=3&at_medium=RSS',
      'https://p.example/a?id=3',
      'https://p.example/a?id=3',
    ],
    ['https://p.example/a', 'https://www.p.example/a/', 'https://p.example/a'],
    ['http://count.example/r/123', 'https://p.example/a?fbclid=9', 'https://p.example/a'],
    ['https://p.example/a#xtor=RSS-3', 'https://p.example/a', 'https://p.example/a'],
  ])('%s that ended at %s is %s', (link, finalUrl, url) => {
    expect(articleUrl(link, finalUrl)).toBe(url);
  });
});
