/** Files and folders as inputs, good and bad. */

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { all, file, folder, messages, PAGE, pagesOf, summary } from '../../../test/support/ingesting.ts';
import { fileFailure } from './read-file.ts';

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
    expect(summary(await all([file('a.html', PAGE)], { input: 'text' }))).toEqual([
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
      'skipped pages/news.rss: a feed; name the file itself to have its entries fetched, or read the folder with --offline',
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
