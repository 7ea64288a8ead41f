/** Ingest as its callers see it: every kind of input, and every kind of bad one. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type LoopbackServer, type Reply } from '../../test/support/loopback-server.ts';
import { loadSettings, type WrittenOptions } from '../config/load.ts';
import type { Page } from '../document/page.ts';
import { fileFailure } from './files/read-file.ts';
import { ingest } from './ingest.ts';
import type { Ingested, IngestOptions, Progress } from './ingested.ts';

let folder = '';
const servers: LoopbackServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-ingest-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

async function serve(replies: Readonly<Record<string, Reply>>): Promise<LoopbackServer> {
  const server = await startServer(replies);
  servers.push(server);
  return server;
}

const NO_WAITING = { now: () => Date.UTC(2024, 2, 12), sleep: () => Promise.resolve() };

async function all(
  inputs: readonly string[],
  written: WrittenOptions = {},
  options: IngestOptions = {},
): Promise<Ingested[]> {
  const settings = loadSettings({ 'allow-private-network': true, ...written });
  const items: Ingested[] = [];
  for await (const item of ingest(inputs, { settings, clock: NO_WAITING, ...options })) items.push(item);
  return items;
}

/** One line an item: what became of it and what it is about, with the test's own folder cut off. */
function summary(items: readonly Ingested[]): string[] {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return items.map((item) => {
    if ('page' in item)
      return `${item.page.format} ${short(item.page.location)}: ${item.page.body.trim().slice(0, 30)}`;
    if ('failure' in item) return `${item.failure.code} ${short(item.location)}`;
    if ('skipped' in item) return `skipped ${short(item.location)}: ${short(item.skipped)}`;
    if ('notice' in item) return `notice ${short(item.location)}: ${short(item.notice)}`;
    return `unchanged ${short(item.location)}`;
  });
}

function pagesOf(items: readonly Ingested[]): Page[] {
  return items.flatMap((item) => ('page' in item ? [item.page] : []));
}

function messages(items: readonly Ingested[]): string[] {
  return items.flatMap((item) => ('failure' in item ? [item.failure.message] : []));
}

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

const PAGE =
  '<!doctype html><html><head><title>Bridge</title></head><body><p>The bridge is closed.</p></body></html>';

describe('files', () => {
  test('a text is taken as it is, byte for byte, with what was captured', async () => {
    const text = '  Bridge closed\r\n\r\nThe bridge – over the river – is closed.\t\n\n';
    const path = file('a.txt', text);
    const [page] = pagesOf(await all([path]));
    expect(page).toEqual({
      location: path,
      source: path,
      givenId: null,
      format: 'text',
      body: text,
      given: {
        url: null,
        headline: null,
        published: null,
        updated: null,
        publisher: null,
        language: null,
        byline: [],
      },
      capture: {
        bytes: Buffer.from(text),
        retrieved: '2024-03-12T00:00:00.000Z',
        finalUrl: null,
        status: null,
        headers: {},
        charset: 'utf-8',
      },
    });
  });

  test('a byte-order mark is no part of the text, and is kept in the capture', async () => {
    const path = file('a.txt', '\ufeffBridge.');
    const [page] = pagesOf(await all([path]));
    expect(page?.body).toBe('Bridge.');
    expect(page?.capture.bytes).toHaveLength(10);
  });

  test('several inputs come in their order, and a bad one costs only itself', async () => {
    const paths = [
      file('b.txt', 'Second.'),
      join(folder, 'missing.txt'),
      file('c.md', '# Third'),
      file('a.html', PAGE),
    ];
    expect(summary(await all(paths))).toEqual([
      'text b.txt: Second.',
      'input-not-found missing.txt',
      'markdown c.md: # Third',
      'html a.html: <!doctype html><html><head><ti',
    ]);
  });

  test('the date of the command line is given to what brings none', async () => {
    const path = file('a.jsonl', '{"text":"One."}\n{"text":"Two.","published":"2024-01-02"}');
    const dates = pagesOf(await all([path, file('a.txt', 'Three.')], { published: '2024-03-12' })).map(
      ({ given }) => given.published,
    );
    expect(dates).toEqual(['2024-03-12', '2024-01-02', '2024-03-12']);
  });

  test('the format of the command line outranks content and name', async () => {
    expect(summary(await all([file('a.html', PAGE)], { 'input-format': 'text' }))).toEqual([
      'text a.html: <!doctype html><html><head><ti',
    ]);
  });

  test('a page of 50 MB is read', async () => {
    const start = performance.now();
    const paragraph = '<p>The bridge – over the Quiet River – is closed until further notice.</p>\n';
    const path = file(
      'big.html',
      `<!doctype html>${paragraph.repeat(50_000_000 / Buffer.byteLength(paragraph))}`,
    );
    const [page] = pagesOf(await all([path]));
    expect(page?.capture.bytes.length).toBeGreaterThan(49_000_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('a file over the limit is refused with the name of the option', async () => {
    const items = await all([file('a.txt', 'x'.repeat(2_000_000))], { 'max-file-bytes': '1MB' });
    expect(messages(items)).toEqual([
      `${join(folder, 'a.txt')}: larger than 1 MB; raise --max-file-bytes to read it`,
    ]);
  });

  test.each([
    ['an empty file', '', 'input-empty'],
    ['only white space', ' \n\t\r\n\u00a0', 'input-empty'],
    ['only a byte-order mark', '\ufeff', 'input-empty'],
    ['a PDF document', '%PDF-1.4\n…', 'input-binary'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'input-binary'],
    [
      'a Word document',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('word/document.xml')]),
      'input-binary',
    ],
    [
      'many NULs',
      Buffer.concat([Buffer.from('abc'), Buffer.alloc(900), Buffer.from('\x01\x02')]),
      'input-binary',
    ],
  ])('%s is refused', async (_name, content, code) => {
    expect(summary(await all([file('a.txt', content)]))).toEqual([`${code} a.txt`]);
  });

  test('a file in another encoding is read under its true name', async () => {
    const bytes = Buffer.from(
      '<meta charset="utf-8"><p>Le caf\xe9 est ferm\xe9 \x96 d\xe9finitivement.</p>',
      'latin1',
    );
    const [page] = pagesOf(await all([file('a.html', bytes)]));
    expect(page?.body).toContain('Le café est fermé – définitivement.');
    expect(page?.capture.charset).toBe('windows-1252');
  });

  test('what cannot be read says why', async () => {
    const circle = join(folder, 'circle.txt');
    symlinkSync(circle, circle);
    const long = join(folder, 'x'.repeat(300));
    const items = await all([circle, long, join(file('a.txt', 'A.'), 'below')]);
    expect(summary(items)).toEqual([
      'input-unreadable circle.txt',
      `input-unreadable ${'x'.repeat(300)}`,
      'input-not-found a.txt/below',
    ]);
    expect(messages(items)[0]).toContain('symbolic links lead in a circle');
  });

  test('a refusal of the system is told in words, and a fault of our own is not passed for one', () => {
    // The superuser reads everything, so a file without permission cannot be had in every test run.
    const refused = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
    expect(fileFailure('a.txt', refused)).toMatchObject({
      code: 'input-unreadable',
      message: 'a.txt: cannot be read (permission denied); check its permissions',
    });
    const fault = new TypeError('x is not a function');
    expect(fileFailure('a.txt', fault)).toBe(fault);
  });

  test('an address of another kind is not fetched', async () => {
    expect(messages(await all(['ftp://post.example/a']))).toEqual([
      'ftp://post.example/a: only http: and https: are fetched, not ftp:',
    ]);
  });
});

describe('folders', () => {
  test('are read to the bottom, in one order, without what is hidden or no article', async () => {
    file('b/two.txt', 'Two.');
    file('b/one.html', PAGE);
    file('b/one_files/frame.html', '<html>An advertisement</html>');
    file('a.md', '# A');
    file('Z.txt', 'Z.');
    file('.hidden.txt', 'no');
    file('.git/a.txt', 'no');
    file('node_modules/x/readme.md', 'no');
    file('pages/article-17', PAGE);
    file('pages/style.css', 'p { color: red }');
    file('pages/scan.pdf', '%PDF-1.4');
    file('pages/news.rss', '<rss version="2.0"><channel><title>T</title></channel></rss>');
    file('lines.jsonl', '{"id":"x","text":"From a line."}');
    expect(summary(await all([folder]))).toEqual([
      'text Z.txt: Z.',
      'markdown a.md: # A',
      'html b/one.html: <!doctype html><html><head><ti',
      'text b/two.txt: Two.',
      'text lines.jsonl line 1: From a line.',
      'html pages/article-17: <!doctype html><html><head><ti',
      'skipped pages/news.rss: a feed; name the file itself to have its entries fetched',
      'skipped pages/scan.pdf: this is a PDF document, not text',
      'skipped pages/style.css: files ending in ".css" are not read',
    ]);
  });

  test('are the source of what is in them', async () => {
    file('a/b.txt', 'B.');
    expect(pagesOf(await all([folder])).map(({ source }) => source)).toEqual([folder]);
  });

  test('end where symbolic links lead in a circle', async () => {
    file('a/one.txt', 'One.');
    symlinkSync(folder, join(folder, 'a', 'up'));
    symlinkSync(join(folder, 'gone'), join(folder, 'broken.txt'));
    expect(summary(await all([folder]))).toEqual([
      'text a/one.txt: One.',
      'skipped a/up: the same folder has been read already',
      'input-not-found broken.txt',
    ]);
  });

  test('without an article say so', async () => {
    mkdirSync(join(folder, 'empty'));
    file('pictures/a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    const items = await all([join(folder, 'empty'), join(folder, 'pictures')]);
    expect(summary(items)).toEqual([
      'input-empty empty',
      'skipped pictures/a.png: this is a PNG image, not text',
      'input-empty pictures',
    ]);
    expect(messages(items)[0]).toContain('nothing to read in this folder');
  });

  test('with one bad file give all others', async () => {
    file('a.txt', 'A.');
    file('b.txt', '');
    file('c.txt', 'C.');
    expect(summary(await all([folder]))).toEqual(['text a.txt: A.', 'input-empty b.txt', 'text c.txt: C.']);
  });
});

describe('standard input', () => {
  const from = (...parts: readonly (string | Uint8Array)[]): IngestOptions => ({
    standardInput: chunks(...parts),
  });

  test('is a text as it is', async () => {
    const [page] = pagesOf(await all(['-'], {}, from('Bridge ', 'closed.\n')));
    expect(page).toMatchObject({
      location: 'standard input',
      source: 'standard input',
      format: 'text',
      body: 'Bridge closed.\n',
    });
  });

  test('is what its content shows', async () => {
    expect(summary(await all(['-'], {}, from(PAGE)))[0]).toMatch(/^html standard input/);
    expect(summary(await all(['-'], {}, from('{"text":"A."}\n')))).toEqual([
      'text standard input line 1: A.',
    ]);
  });

  test('without anything in it is empty', async () => {
    expect(summary(await all(['-'], {}, from()))).toEqual(['input-empty standard input']);
    expect(summary(await all(['-']))).toEqual(['input-empty standard input']);
  });

  test('gives a line before the next one is written', async () => {
    const written: string[] = [];
    async function* slowly() {
      for (const line of ['{"text":"One."}\n', '{"text":"Two."}\n']) {
        written.push(line);
        yield line;
      }
    }
    for await (const item of ingest(['-'], { standardInput: slowly() })) {
      expect('page' in item && item.page.body).toBe(written.length === 1 ? 'One.' : 'Two.');
    }
    expect(written).toHaveLength(2);
  });

  test('in a multi-byte character cut by chunks is whole again', async () => {
    const bytes = Buffer.from('Zażółć');
    const [page] = pagesOf(await all(['-'], {}, from(bytes.subarray(0, 3), bytes.subarray(3))));
    expect(page?.body).toBe('Zażółć');
  });
});

describe('JSON lines', () => {
  test('give all that a line may say', async () => {
    const line = {
      id: 7,
      html: '<p>Bridge.</p>',
      url: 'https://post.example/a',
      published: '2024-03-12 10:05Z',
      updated: '2024-03-13',
      publisher: 'Quiet River Post',
      language: 'en',
      headline: 'Bridge closed',
      byline: ['Mara Winter'],
      other: { kept: false },
    };
    const path = file('a.jsonl', JSON.stringify(line));
    const [page] = pagesOf(await all([path]));
    expect(page).toMatchObject({
      location: `${path} line 1`,
      source: path,
      givenId: '7',
      format: 'html',
      body: '<p>Bridge.</p>',
      given: {
        url: 'https://post.example/a',
        headline: 'Bridge closed',
        published: '2024-03-12T10:05Z',
        updated: '2024-03-13',
        publisher: 'Quiet River Post',
        language: 'en',
        byline: ['Mara Winter'],
      },
      capture: { finalUrl: null, charset: 'utf-8' },
    });
    expect(Buffer.from(page?.capture.bytes ?? []).toString()).toBe(JSON.stringify(line));
  });

  test('are each on its own: a broken one costs only itself', async () => {
    const lines = [
      '\ufeff{"id":"a","text":"First."}',
      '{"id":"b","text":"Broken in the mid',
      '',
      '{"id":"c","text":"Third."}\r',
      '[1, 2]',
      '"text"',
      '{"id":"d"}',
      '{"id":"e","text":17}',
      '{"id":"f","text":" "}',
      '{"id":"g","text":"x","published":"12 March 2024"}',
      '{"id":"h","text":"x","updated":"2024-02-30"}',
      '{"id":"i","text":"x","url":"post/a"}',
      '{"id":"j","text":"x","language":"the English one"}',
      '{"id":["k"],"text":"x"}',
      '{"id":"l","text":"x","byline":[3]}',
      'null',
      '{"text":"Last, without an id or a line end."}',
    ];
    const items = await all([file('a.jsonl', lines.join('\n'))]);
    expect(pagesOf(items).map(({ givenId, body }) => `${givenId}: ${body}`)).toEqual([
      'a: First.',
      'c: Third.',
      'line 17: Last, without an id or a line end.',
    ]);
    const path = join(folder, 'a.jsonl');
    expect(messages(items).map((message) => message.replace(path, ''))).toEqual([
      expect.stringMatching(/^ line 2: not valid JSON \(Unterminated string/),
      ' line 5: expected an object with "text" or "html", found a list',
      ' line 6: expected an object with "text" or "html", found a string',
      ' line 7: neither "text" nor "html" is given',
      ' line 8: "text" is not a string but a number',
      ' line 9: nothing to read; the input is empty or only white space',
      ' line 10: "published" is not an ISO 8601 date: "12 March 2024"; write 2024-03-12 or 2024-03-12T10:00:00Z',
      ' line 11: "updated" is not an ISO 8601 date: "2024-02-30"; write 2024-03-12 or 2024-03-12T10:00:00Z',
      ' line 12: "url" is not a full URL: "post/a"',
      ' line 13: "language" is not a language tag such as "en" or "pt-BR": "the English one"',
      ' line 14: "id" is neither a string nor a number but a list',
      ' line 15: "byline" is neither a string nor a list of strings',
      ' line 16: expected an object with "text" or "html", found null',
    ]);
    for (const item of items) {
      if ('failure' in item) expect(['json-line-invalid', 'input-empty']).toContain(item.failure.code);
    }
  });

  test('may be longer than any chunk', async () => {
    const text = 'The bridge is closed. '.repeat(300_000);
    const path = file('a.jsonl', `${JSON.stringify({ text })}\n${JSON.stringify({ text: 'Short.' })}`);
    expect(pagesOf(await all([path])).map(({ body }) => body.length)).toEqual([text.length, 6]);
  });

  test('longer than the limit are passed over with their number', async () => {
    const path = file(
      'a.jsonl',
      `{"text":"One."}\n${JSON.stringify({ text: 'x'.repeat(3_000_000) })}\n{"text":"Three."}`,
    );
    const items = await all([path], { 'max-file-bytes': '1MB' });
    expect(pagesOf(items).map(({ body }) => body)).toEqual(['One.', 'Three.']);
    expect(messages(items)).toEqual([`${path} line 2: longer than 1 MB; raise --max-file-bytes to read it`]);
  });

  test('in a file larger than the limit are read all the same', async () => {
    const path = file('a.jsonl', `${JSON.stringify({ text: 'x'.repeat(1000) })}\n`.repeat(3_000));
    expect(await all([path], { 'max-file-bytes': '1MB' })).toHaveLength(3_000);
  });

  test('that are not UTF-8 say so', async () => {
    const items = await all([file('a.jsonl', Buffer.from('{"text":"caf\xe9"}\n{"text":"Two."}', 'latin1'))]);
    expect(messages(items)[0]).toContain('line 1: not valid UTF-8');
    expect(pagesOf(items)).toHaveLength(1);
  });

  test('in UTF-16, as some shells write them, are read', async () => {
    const path = file('a.jsonl', Buffer.from('\ufeff{"text":"Zażółć."}\r\n{"text":"Two."}\r\n', 'utf16le'));
    expect(pagesOf(await all([path])).map(({ body }) => body)).toEqual(['Zażółć.', 'Two.']);
  });

  test('without any line are empty', async () => {
    expect(summary(await all([file('a.jsonl', '\n \n')]))).toEqual(['input-empty a.jsonl']);
  });

  test('keep the text as it was given', async () => {
    const text = '\ufeff A\r\n\u2028B\u0000 ';
    const [page] = pagesOf(await all([file('a.jsonl', JSON.stringify({ text }))]));
    expect(page?.body).toBe(text);
  });
});

describe('addresses', () => {
  test('give a page with the facts of its capture', async () => {
    const server = await serve({
      '/a': { status: 301, headers: { location: '/b' } },
      '/b': {
        headers: { 'content-type': 'text/html; charset=koi8-r', etag: '"1"' },
        body: Buffer.from('<p>\xed\xcf\xd3\xd4 \xda\xc1\xcb\xd2\xd9\xd4.</p>', 'latin1'),
      },
    });
    const [page] = pagesOf(await all([`${server.origin}/a`]));
    expect(page).toMatchObject({
      location: `${server.origin}/a`,
      format: 'html',
      body: '<p>Мост закрыт.</p>',
      given: { url: null },
      capture: { finalUrl: `${server.origin}/b`, status: 200, charset: 'koi8-r', headers: { etag: '"1"' } },
    });
  });

  test('come in their order though they are fetched at once', async () => {
    const later =
      (ms: number, body: string): Reply =>
      (_request, response) =>
        void setTimeout(() => response.end(body), ms);
    const server = await serve({
      '/a': later(150, 'A.'),
      '/b': later(1, 'B.'),
      '/c': { status: 404 },
      '/d': later(50, 'D.'),
    });
    const items = await all(['a', 'b', 'c', 'd'].map((path) => `${server.origin}/${path}`));
    expect(summary(items).map((line) => line.replaceAll(server.origin, ''))).toEqual([
      'text /a: A.',
      'text /b: B.',
      'fetch-status /c',
      'text /d: D.',
    ]);
  });

  test('that are binary, empty or private are refused each on its own', async () => {
    const server = await serve({ '/pdf': '%PDF-1.4', '/empty': '', '/a': 'A.' });
    const items = await all([`${server.origin}/pdf`, `${server.origin}/empty`]);
    expect(summary(items)).toEqual([
      `input-binary ${server.origin}/pdf`,
      `input-empty ${server.origin}/empty`,
    ]);
    const refused = await all([`${server.origin}/a`], { 'allow-private-network': false });
    expect(summary(refused)).toEqual([`address-refused ${server.origin}/a`]);
  });

  test('that have not changed say so', async () => {
    const server = await serve({ '/a': { status: 304 } });
    const validators = { get: () => ({ etag: '"1"' }) };
    expect(summary(await all([`${server.origin}/a`], {}, { validators }))).toEqual([
      `unchanged ${server.origin}/a`,
    ]);
  });
});

describe('feeds', () => {
  const entry = (path: string, more = ''): string =>
    `<item><title>Entry &amp;amp; ${path}</title><link>${path}</link>${more}</item>`;
  const rss = (...items: readonly string[]): string =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quiet River Post</title><link>https://post.example/</link><language>en</language>${items.join('')}</channel></rss>`;
  const full =
    '<content:encoded><![CDATA[<p>The whole article.</p>]]></content:encoded><dc:creator>Mara Winter</dc:creator><pubDate>Tue, 12 Mar 2024 10:05:00 GMT</pubDate>';

  test('lead to the pages of their entries, which speak for themselves', async () => {
    const server = await serve({
      '/feed': {
        headers: { 'content-type': 'text/html' },
        body: rss(entry('/a?utm_source=rss', full), entry('/a?utm_source=rss'), entry('/b')),
      },
      '/a?utm_source=rss': PAGE,
      '/b': { status: 302, headers: { location: '/c' } },
      '/c': PAGE,
    });
    const items = await all([`${server.origin}/feed`]);
    const pages = pagesOf(items);
    expect(items).toHaveLength(2);
    expect(pages.map(({ given }) => given.url)).toEqual([`${server.origin}/a`, `${server.origin}/c`]);
    for (const page of pages) {
      expect(page).toMatchObject({ source: `${server.origin}/feed`, body: PAGE });
      expect(page.given).toMatchObject({ headline: null, published: null, publisher: null, byline: [] });
    }
  });

  test('bring the text of an entry whose page cannot be had, and that is said', async () => {
    const server = await serve({ '/a': { status: 404 }, '/b': { status: 404 }, '/c': PAGE });
    const url = (path: string): string => `${server.origin}${path}`;
    const path = file('feed.xml', rss(entry(url('/a'), full), entry(url('/b')), entry(url('/c'))));
    const items = await all([path]);
    expect(summary(items).map((line) => line.replaceAll(server.origin, ''))).toEqual([
      'notice /a: the text in the feed is used, since the page cannot be had: the server answered 404; open it in a browser to see whether it is still there',
      expect.stringMatching(/^html \/a: <!doctype html><html><body><ar/),
      'fetch-status /b',
      expect.stringMatching(/^html \/c: <!doctype html>/),
    ]);
    const [own] = pagesOf(items);
    expect(own?.body).toContain('<p>The whole article.</p>');
    expect(own).toMatchObject({
      source: path,
      given: {
        url: url('/a'),
        headline: `Entry & ${url('/a')}`,
        published: '2024-03-12T10:05:00Z',
        publisher: 'Quiet River Post',
        language: 'en',
        byline: ['Mara Winter'],
      },
      capture: { finalUrl: null, status: null },
    });
    expect(Buffer.from(own?.capture.bytes ?? []).toString()).toBe('<p>The whole article.</p>');
  });

  test('use the text of an entry whose page robots.txt forbids', async () => {
    const server = await serve({ '/robots.txt': 'User-agent: *\nDisallow: /', '/a': PAGE });
    const items = await all([file('feed.xml', rss(entry(`${server.origin}/a`, full)))]);
    expect(summary(items)[0]).toContain('robots.txt line 2 forbids it');
    expect(pagesOf(items)).toHaveLength(1);
  });

  test('whose entries have no link, or lead to another feed, use the text or fail', async () => {
    const server = await serve({ '/feed': rss() });
    const path = file(
      'feed.xml',
      rss(
        `<item><title>T</title>${full}</item>`,
        entry(`${server.origin}/feed`),
        '<item><title>Nothing</title></item>',
      ),
    );
    expect(summary(await all([path])).map((line) => line.replaceAll(server.origin, ''))).toEqual([
      expect.stringMatching(/^notice feed.xml entry 1: .*it has no link/),
      expect.stringMatching(/^html feed.xml entry 1/),
      'fetch-failed /feed',
      'feed-invalid feed.xml entry 3',
    ]);
  });

  test('without entries say so', async () => {
    expect(summary(await all([file('feed.xml', rss())]))).toEqual([
      'notice feed.xml: the feed has no entries',
    ]);
  });

  test('that are none are a failure', async () => {
    const paths = [
      file('a.rss', 'Just words.'),
      file('sitemap.xml', '<?xml version="1.0"?><urlset/>'),
      file('b.html', PAGE),
    ];
    expect(summary(await all(paths))).toEqual([
      'feed-invalid a.rss',
      'feed-invalid sitemap.xml',
      expect.stringMatching(/^html/),
    ]);
    expect(messages(await all([file('b.html', PAGE)], { 'input-format': 'feed' }))[0]).toContain(
      'its outermost element is <html>',
    );
  });

  test('are decoded as their declaration says', async () => {
    const text = rss(
      '<item><title>Br\xfccke</title><content:encoded>Die Br\xfccke.</content:encoded></item>',
    ).replace('?>', ' encoding="iso-8859-1"?>');
    const [page] = pagesOf(await all([file('feed.xml', Buffer.from(text, 'latin1'))]));
    expect(page).toMatchObject({ given: { headline: 'Brücke' } });
  });

  test('that have not changed are not gone through', async () => {
    const server = await serve({ '/feed': { status: 304 } });
    const items = await all([`${server.origin}/feed`], {}, { validators: { get: () => ({ etag: '"1"' }) } });
    expect(summary(items)).toEqual([`unchanged ${server.origin}/feed`]);
  });
});

describe('progress', () => {
  const seen = async (inputs: readonly string[]): Promise<string[]> => {
    const progress: Progress[] = [];
    await all(inputs, {}, { onProgress: (one) => progress.push(one) });
    return progress.map(({ done, total }) => `${done}/${total ?? '?'}`);
  };

  test('counts files, and what is in folders when they are listed', async () => {
    file('in/a.txt', 'A.');
    file('in/b.txt', '');
    file('in/c.css', 'p {}');
    expect(await seen([file('z.txt', 'Z.'), join(folder, 'in'), join(folder, 'missing')])).toEqual([
      '1/3',
      '2/5',
      '3/5',
      '4/5',
      '5/5',
    ]);
  });

  test('does not pretend to know how many lines there are', async () => {
    expect(await seen([file('a.jsonl', '{"text":"A."}\n{"text":"B."}\n')])).toEqual(['1/?', '2/?']);
  });
});

describe('stopping', () => {
  test('early ends what is still being fetched', async () => {
    let open = 0;
    const hanging: Reply = (_request, response) => {
      open += 1;
      response.on('close', () => (open -= 1));
    };
    const server = await serve({ '/a': 'A.', '/b': hanging });
    const settings = loadSettings({ 'allow-private-network': true });
    for await (const item of ingest([`${server.origin}/a`, `${server.origin}/b`], {
      settings,
      clock: NO_WAITING,
    })) {
      expect('page' in item).toBe(true);
      while (open === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      break;
    }
    while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(open).toBe(0);
  });

  test('by signal throws its reason', async () => {
    const server = await serve({ '/a': () => undefined });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(all([`${server.origin}/a`], {}, { signal: controller.signal })).rejects.toThrow('enough');
  });
});
