/** Feeds as inputs: the pages of their entries, and what stands in for them. */

import { describe, expect, test } from 'vitest';

import { all, file, messages, PAGE, pagesOf, serve, summary } from '../../../test/support/ingesting.ts';

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

  test('bring their own texts when nothing may be asked of the network', async () => {
    const server = await serve({ '/a': PAGE });
    const path = file('news/feed.rss', rss(entry(`${server.origin}/a`, full), entry(`${server.origin}/b`)));
    const offline = await all([path.replace(/feed.rss$/, '')], { offline: true });
    expect(summary(offline).map((line) => line.replaceAll(server.origin, ''))).toEqual([
      expect.stringMatching(/^html \/a: <!doctype html>/),
      'fetch-failed /b',
    ]);
    expect(messages(await all([`${server.origin}/a`], { offline: true }))).toEqual([
      `${server.origin}/a: not fetched, because of --offline`,
    ]);
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
    expect(messages(await all([file('b.html', PAGE)], { input: 'feed' }))[0]).toContain(
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
