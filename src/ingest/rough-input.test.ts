/** Rough input: whatever bytes come in, each gives items and nothing throws. */

import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';

import { NO_WAITING, PAGE } from '../../test/support/ingesting.ts';
import { isPrivateAddress } from './fetch/private-address.ts';
import { ingest } from './ingest.ts';
import type { Ingested } from './ingested.ts';

const RSS = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post &amp; Co</title><link>https://post.example/</link><item><title>A</title><link>https://post.example/a</link><pubDate>Tue, 12 Mar 2024 10:05:00 GMT</pubDate><content:encoded><![CDATA[<p>Words.</p>]]></content:encoded></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title type="html">A</title><link href="https://post.example/a"/><content type="xhtml"><div><p>Words.</p></div></content></entry></feed>`;
const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","url":"https://post.example/a","content_html":"<p>Words.</p>"}]}`;
const LINES = `{"id":"a","text":"One – two.","published":"2024-03-12"}\n{"id":"b","html":"<p>Three.</p>","byline":["Mara"]}\n`;
const SEEDS = [RSS, ATOM, JSON_FEED, LINES, PAGE, '# Title\n\nWords – and “words”.\n'];

/** The same numbers on every run, each below `below`. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A text with a few bytes changed, a piece doubled, or its end cut off. */
function mangled(text: string, roll: (below: number) => number): Uint8Array {
  const bytes = Buffer.from(text, roll(8) === 0 ? 'utf16le' : 'utf8');
  for (let i = roll(6); i > 0; i -= 1) bytes[roll(bytes.length)] = roll(256);
  const from = roll(bytes.length);
  const piece = bytes.subarray(from, from + roll(80));
  const doubled = Buffer.concat([bytes.subarray(0, from), piece, piece, bytes.subarray(from + piece.length)]);
  return roll(3) === 0 ? doubled.subarray(0, roll(doubled.length)) : doubled;
}

/** No name leads anywhere, so that no test goes out to the network. */
const nowhere: LookupFunction = (host, _options, callback) =>
  callback(Object.assign(new Error(`ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '', 0);

async function read(bytes: Uint8Array): Promise<Ingested[]> {
  async function* input() {
    yield bytes;
  }
  const items: Ingested[] = [];
  for await (const item of ingest(['-'], { standardInput: input(), clock: NO_WAITING, lookup: nowhere }))
    items.push(item);
  return items;
}

test('mangled feeds, pages and lines always give items', async () => {
  const roll = dice(20_240_312);
  for (let round = 0; round < 600; round += 1) {
    const bytes = mangled(SEEDS[round % SEEDS.length] ?? '', roll);
    const items = await read(bytes).catch((error: unknown) => {
      throw new Error(`round ${round}: ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`, {
        cause: error,
      });
    });
    expect(items.length, `round ${round}`).toBeGreaterThan(0);
    for (const item of items) if ('page' in item) expect(item.page.body).toMatch(/\S/);
  }
});

test('random bytes are a text or a failure', async () => {
  const roll = dice(7);
  for (let round = 0; round < 300; round += 1) {
    const items = await read(Uint8Array.from({ length: roll(60) }, () => roll(256)));
    expect(items).toHaveLength(1);
  }
});

test('no string at all makes the check of addresses throw', () => {
  const roll = dice(11);
  const letters = '0123456789abcdefx:.[]%/ ';
  for (let round = 0; round < 5_000; round += 1) {
    const text = Array.from({ length: roll(40) }, () => letters.charAt(roll(letters.length))).join('');
    expect(typeof isPrivateAddress(text)).toBe('boolean');
  }
});
