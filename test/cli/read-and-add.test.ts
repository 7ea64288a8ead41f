/** `read`, `add`, `search`, `explain`, `doctor`: what a person sees and what a program gets. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { call, callWith } from '../support/call.ts';

const ARTICLE = `Harbour of Orlen stays shut for a third day

Dockers and the port authority give different reasons

By Rea Holt

ORLEN, May 6 - The harbour of Orlen stayed closed on Monday, Mayor Ilse Varn said. "We will open when the cranes are safe," she added.

A spokesman for the dockers denied that a strike was planned. According to the port authority, 14 ships are waiting.

Updated: May 6, 2024, 5:20 PM
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

describe('read', () => {
  test('prints a page for people: headline, facts, who said what', async () => {
    const { out, err, status } = await call('read', file('harbour.txt', ARTICLE));
    expect(status).toBe(0);
    expect(err).toBe('');
    const lines = out.split('\n');
    expect(lines[0]).toBe('Harbour of Orlen stays shut for a third day');
    expect(out).toMatch(/^by +Rea Holt$/m);
    expect(out).toMatch(/^updated +2024-05-06T17:20$/m);
    expect(out).toMatch(/^Mayor Ilse Varn {2}said$/m);
    expect(out).toMatch(/^A spokesman for the dockers {2}denied — denies$/m);
    expect(out).toMatch(/^the port authority {2}According to$/m);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('gives a record whose text is the input and whose spans quote it', async () => {
    const { out } = await call('read', '--format', 'json', file('harbour.txt', ARTICLE));
    const record = JSON.parse(out);
    expect(record.format).toBe('annalist/record@1');
    expect(record.article.text).toBe(ARTICLE);
    const said = record.claims.find((claim: any) => claim.cue.lemma === 'say'); // any: the wire as JSON
    expect(ARTICLE.slice(said.source.spans[0].start, said.source.spans[0].end)).toBe('Mayor Ilse Varn');
    expect(record.engine.lexicon).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('gives the same bytes every time', async () => {
    const path = file('harbour.txt', ARTICLE);
    const [once, again] = [
      await call('read', '--format', 'json', path),
      await call('read', '--format', 'json', path),
    ];
    expect(again.out).toBe(once.out);
  });

  test('a given date is the date', async () => {
    const { out } = await call(
      'read',
      '--format',
      'json',
      '--published',
      '2024-05-06',
      file('a.txt', ARTICLE),
    );
    expect(JSON.parse(out).article.published).toBe('2024-05-06');
  });

  test('several articles are an array, in the order of the call', async () => {
    const paths = ['b', 'a'].map((name) => file(`${name}.txt`, `Article ${name}. The mayor said it rained.`));
    const { out } = await call('read', '--format', 'json', ...paths);
    expect(JSON.parse(out).map((record: any) => record.article.text.slice(0, 9))).toEqual([
      'Article b',
      'Article a',
    ]);
  });

  test('a batch keeps its order, gives one record a line, and says which line is broken', async () => {
    const input = [
      '{"id": "x", "text": "The mayor said it rained."}',
      '{"id": "broken", "text": "no end',
      '{"text": "The mayor denied it.", "published": "2024-05-06"}',
      '{"id": "none"}',
      '{"id": "h", "html": "<html><body><article><h1>Rain over Orlen</h1><p>It rained over the whole of Orlen on Monday and again on Tuesday, the mayor said in the evening.</p></article></body></html>"}',
    ].join('\n');
    const { out, err, status } = await callWith(input, 'read', '-', '--input', 'jsonl', '--format', 'jsonl');
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ article }) => article.givenId)).toEqual(['x', 'line 3', 'h']);
    expect(records[1].article.published).toBe('2024-05-06');
    expect(err).toMatch(/line 2: /);
    expect(err).toMatch(/line 4: /);
    expect(status).toBe(1);
  });

  test('what cannot be read is told, and everything else in the call is still read', async () => {
    const good = file('good.txt', 'The mayor said it rained.');
    const bad = [join(folder, 'none.txt'), file('empty.txt', ' \n'), file('scan.txt', '%PDF-1.7\n%âãÏÓ')];
    const { out, err, status } = await call('read', ...bad, good);
    expect(status).toBe(1);
    expect(out).toContain('The mayor  said');
    for (const path of bad) expect(err).toContain(path);
    expect(err).toContain('no such file or folder; check the path');
    expect(err).toContain('nothing to read');
    expect(err).toContain('a PDF document');
  });

  test('an article cannot steer the terminal', async () => {
    const { out } = await call('read', file('a.txt', 'The mayor said \u001b[2J\u001b]0;x\u0007it rained.'));
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('add', () => {
  test('counts what is new, revised, unchanged and failed', async () => {
    const record = join(folder, 'r.db');
    const page = (words: string) =>
      `<html><head><link rel="canonical" href="https://paper.example/1"><title>Rain</title></head><body><article><h1>Rain over Orlen</h1><p>${words} That was the third day of heavy rain in the whole region around Orlen and its harbour.</p></article></body></html>`;
    const path = file('page.html', page('It rained on Monday, the mayor said.'));
    expect((await call('add', '--record', record, path)).err).toBe(
      '1 new, 0 revised, 0 unchanged, 0 failed\n',
    );
    expect((await call('add', '--record', record, path)).err).toBe(
      '0 new, 0 revised, 1 unchanged, 0 failed\n',
    );
    writeFileSync(path, page('It poured on Monday, the mayor claimed.'));
    const third = await call('add', '--record', record, path, join(folder, 'none.txt'));
    expect(third.err).toMatch(/none\.txt: no such file/);
    expect(third.err).toMatch(/0 new, 1 revised, 0 unchanged, 1 failed\n$/);
    expect(third.status).toBe(1);
  });

  test('a folder that is not there for the record is told with the remedy', async () => {
    const { err, status } = await call(
      'add',
      '--record',
      join(folder, 'no', 'r.db'),
      file('a.txt', 'Rain, he said.'),
    );
    expect(err).toContain('no such file or folder');
    expect(status).toBe(1);
  });
});

describe('search, explain and doctor', () => {
  const record = () => join(folder, 'r.db');

  test('find a claim and lead from it to the rule and the bytes', async () => {
    await call('add', '--record', record(), file('harbour.txt', ARTICLE));
    const found = await call('search', 'strike', '--record', record());
    expect(found.status).toBe(0);
    expect(found.out).toContain('A spokesman for the dockers  denied — denies');
    const id = /CL-\w+/.exec(found.out)?.[0] ?? '';
    const { out, status } = await call('explain', id, '--record', record());
    expect(status).toBe(0);
    expect(out).toContain('speech-verbs:deny');
    expect(out).toMatch(/example +.*\[denied\]/);
    expect(out).toContain('A spokesman for the dockers denied that a strike was planned.');
    expect(out).toMatch(/bytes +\d+, sha256:/);
  });

  test('filters narrow, JSON is one object a line, nothing found is status 1', async () => {
    await call('add', '--record', record(), file('harbour.txt', ARTICLE));
    const { out } = await call('search', '--speaker', 'varn', '--record', record(), '--json');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).source.text),
    ).toEqual(['Mayor Ilse Varn']);
    const none = await call('search', 'zeppelin', '--record', record());
    expect(none).toMatchObject({ out: '', err: 'nothing found\n', status: 1 });
  });

  test('a record that is not there is told and not made', async () => {
    const { err, status } = await call('search', 'rain', '--record', record());
    expect(err).toContain('no such file');
    expect(status).toBe(1);
    expect(existsSync(record())).toBe(false);
  });

  test('doctor looks at the record and says what is wrong with it', async () => {
    await call('add', '--record', record(), file('harbour.txt', ARTICLE));
    const sound = await call('doctor', '--record', record());
    expect(sound.out).toMatch(/^ok {4}record .*sound, 1 articles/m);
    expect(sound.status).toBe(0);
    const broken = await call('doctor', '--record', file('b.db', 'not a database'.repeat(20)));
    expect(broken.out).toMatch(/^WRONG record/m);
    expect(broken.status).toBe(1);
  });
});
