/** JSON lines: good lines, bad lines, long lines. */

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { all, file, folder, messages, pagesOf, summary } from '../../../test/support/ingesting.ts';

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

  test('are not what a list or an object over several lines is', async () => {
    const object = JSON.stringify({ id: 'a', text: 'Bridge.' }, null, 2);
    const paths = [
      file('a.json', object),
      file('b.json', `[${object}]`),
      file('c.txt', '[Photo] The bridge.'),
    ];
    const items = await all(paths);
    expect(summary(items)).toEqual([
      'json-line-invalid a.json',
      'json-line-invalid b.json',
      'text c.txt: [Photo] The bridge.',
    ]);
    expect(messages(items)[0]).toContain('write each article as an object on one line');
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
