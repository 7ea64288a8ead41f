/** Formats by content, header and name. */

import { describe, expect, test } from 'vitest';

import { detectFormat, rootElement, type DetectedFormat } from './detect-format.ts';

const CASES: readonly (readonly [
  behaviour: string,
  head: string,
  name: string | null,
  type: string | null,
  DetectedFormat,
])[] = [
  ['prose is text', 'A bridge was closed on Tuesday.', null, null, 'text'],
  ['prose in a .md file is Markdown', '# Bridge closed\n\nText.', 'a/note.md', null, 'markdown'],
  [
    'prose sent as Markdown is Markdown',
    'Text.',
    'https://example.org/note',
    'text/markdown; charset=utf-8',
    'markdown',
  ],
  ['a page is HTML whatever its name', '<!DOCTYPE html><html><body>', 'page.txt', null, 'html'],
  [
    'a page is HTML whatever its header',
    '\n<html lang="en"><head>',
    'https://example.org/a',
    'text/plain',
    'html',
  ],
  [
    'a page after a comment is HTML',
    '<!-- saved from url=(0023)https://example.org/ -->\n<html>',
    null,
    null,
    'html',
  ],
  [
    'XHTML is HTML',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
    'a.xml',
    null,
    'html',
  ],
  ['a fragment is HTML', '<p class="a">A bridge</p>', null, null, 'html'],
  ['a fragment in a .txt file is text', '<p class="a">A bridge</p>', 'a.txt', null, 'text'],
  [
    'RSS is a feed',
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">',
    'a.xml',
    null,
    'feed',
  ],
  ['RSS sent as HTML is a feed', '<rss version="2.0">', 'https://example.org/a', 'text/html', 'feed'],
  [
    'RSS with a doctype is a feed',
    '<!DOCTYPE rss PUBLIC "x" "y" [<!ENTITY a "b">]><rss>',
    null,
    null,
    'feed',
  ],
  ['Atom is a feed', '<feed xmlns="http://www.w3.org/2005/Atom">', null, null, 'feed'],
  [
    'Atom with a prefix is a feed',
    '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">',
    null,
    null,
    'feed',
  ],
  ['RDF is a feed', '<rdf:RDF xmlns:rdf="x">', null, null, 'feed'],
  [
    'a JSON Feed is a feed',
    '{\n "version": "https://jsonfeed.org/version/1.1", "items": []}',
    'a.json',
    null,
    'feed',
  ],
  [
    'a JSON Feed with escaped slashes is a feed',
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}',
    null,
    null,
    'feed',
  ],
  ['other XML is said to be so', '<?xml version="1.0"?><urlset>', 'sitemap.xml', null, 'xml'],
  [
    'an HTML page that a feed was expected in is HTML',
    '<!doctype html><title>Gone</title>',
    'news.rss',
    'application/rss+xml',
    'html',
  ],
  [
    'JSON lines are told by their lines',
    '{"id":"a","text":"b"}\n{"id":"c","text":"d"}\n',
    null,
    null,
    'jsonl',
  ],
  ['JSON lines are told with a broken line first', 'oops\n{"text":"b"}\n{"text":"c"}\n', null, null, 'jsonl'],
  ['a broken object in one line is JSON lines', '{"id":"a","text":"b', null, null, 'jsonl'],
  ['rubbish in a .jsonl file is JSON lines', 'oops', 'a.jsonl', null, 'jsonl'],
  [
    'an article that quotes an object is text',
    'The reply was\n{"a":1}\nand nothing else.\n',
    null,
    null,
    'text',
  ],
  ['an article that begins with a brace is text', '{Applause} The mayor spoke.', null, null, 'text'],
  ['an article that begins with a less-than sign is text', '<3 wrote the mayor.', null, null, 'text'],
  ['the ending of a URL is that of its path', 'Text.', 'https://example.org/a.md?x=.html', null, 'markdown'],
  ['a query is no ending', 'Text.', 'https://example.org/a?file=b.md', null, 'text'],
];

test.each(CASES)('%s', (_behaviour, head, name, contentType, format) => {
  expect(detectFormat(head, { name, contentType })).toBe(format);
});

describe('the outermost element', () => {
  test.each([
    ['<a/>', 'a'],
    ['  <?xml?> <!-- <b> --> <!DOCTYPE c> <c:d e="f">', 'c:d'],
    ['text <a>', null],
    ['<!-- open', null],
    ['', null],
  ])('%j begins with %j', (text, root) => {
    expect(rootElement(text)).toBe(root);
  });

  test('is found in time behind a great many comments', () => {
    expect(rootElement(`${'<!-- -->'.repeat(500)}<rss>`)).toBe('rss');
  });
});
