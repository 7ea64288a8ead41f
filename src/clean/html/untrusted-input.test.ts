/** Pages that nobody means well with: no crash, no stack overflow, no time that grows faster than the page. */

import { describe, expect, test } from 'vitest';

import type { Cleaned } from '../cleaned.ts';
import { cleanHtml } from './clean-html.ts';

const SENTENCE =
  'The harbour of Port Lind stayed closed on Monday while crews cleared the channel of wreckage.';
const ARTICLE = `<article><h1>Harbour of Port Lind stays closed</h1>${`<p>${SENTENCE}</p>`.repeat(8)}</article>`;

/** Generous for a busy machine; quadratic work on these sizes takes minutes. */
const LIMIT_MS = 20_000;

function within(html: string, limit = LIMIT_MS): Cleaned | null {
  const start = performance.now();
  const cleaned = cleanHtml(html, 'https://example.org/news/1');
  expect(performance.now() - start).toBeLessThan(limit);
  checkBlocks(cleaned);
  return cleaned;
}

/** The promises of every clean text: blocks in order, not empty, apart, without line ends inside. */
function checkBlocks(cleaned: Cleaned | null): void {
  let end = 0;
  for (const block of cleaned?.blocks ?? []) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    const text = cleaned?.text.slice(block.start, block.end) ?? '';
    expect(text).toBe(text.trim());
    expect(text).not.toBe('');
    expect(text).not.toMatch(/[\n\r\t]| {2}|\u0000/);
    end = block.end;
  }
}

describe('deep trees', () => {
  for (const tag of [
    'div',
    'b',
    'span',
    'ul><li',
    'p><li',
    'table><tr><td',
    'blockquote',
    'font',
    'svg',
    'template',
    'a',
    'x-y',
    'section',
  ]) {
    test(`100,000 nested <${tag}> keep the article`, () => {
      const cleaned = within(`${ARTICLE}${`<${tag}>`.repeat(100_000)}deep`);
      expect(cleaned?.text).toContain(SENTENCE);
    });
  }

  test('an article inside 100,000 elements is read', () => {
    expect(within(`${'<div>'.repeat(100_000)}${ARTICLE}${'</div>'.repeat(100_000)}`)?.text).toContain(
      SENTENCE,
    );
  });

  test('self-closing tags of elements that need an end nest too', () => {
    expect(within(`${ARTICLE}${'<div/>'.repeat(100_000)}`)?.text).toContain(SENTENCE);
  });
});

describe('large pages', () => {
  test('50 MB of script', () => {
    expect(within(`<script>${'var a = "<p>";\n'.repeat(3_500_000)}</script>${ARTICLE}`)?.text).toContain(
      SENTENCE,
    );
  });

  test('50 MB of inline picture', () => {
    expect(within(`${ARTICLE}<img src="data:image/png;base64,${'A'.repeat(50_000_000)}">`)?.text).toContain(
      SENTENCE,
    );
  });

  test('50 MB of text', () => {
    expect(within(`${ARTICLE}${`<p>${SENTENCE}</p>\n`.repeat(500_000)}`)).not.toBeNull();
  }, 60_000);

  test('200,000 siblings', () => {
    expect(within(`${ARTICLE}${'<span>x</span>'.repeat(200_000)}`)).not.toBeNull();
  }, 60_000);

  test('one line of 5 MB', () => {
    within(`<p>${'a'.repeat(5_000_000)}</p>`);
  });
});

describe('many unclosed starts', () => {
  for (const start of [
    '<script>',
    '<!--',
    '<style>',
    '<noscript>',
    '<a ',
    '<a href="',
    "<p class='",
    '<![CDATA[',
    '&amp;',
    '</div>',
    '<html lang=',
    '="',
    '<time datetime="',
    '&#',
    '<textarea>',
    '<title>',
    '<tr><td>x',
  ]) {
    test(`100,000 times ${start}`, () => {
      within(`${ARTICLE}${start.repeat(100_000)}`);
    });
  }

  test('an attribute of 200,000 classes', () => {
    within(`<div class="${'a b '.repeat(100_000)}">${ARTICLE}</div>`);
  });

  test('an element of 50,000 attributes', () => {
    within(`<div ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>${ARTICLE}</div>`);
  });
});

describe('what is no page', () => {
  const none = [
    '',
    ' ',
    '\u0000\u0000',
    '<',
    '<>',
    '<html>',
    '<body>',
    '<html></html>',
    '<!doctype html>',
    '</p>',
    '<frameset><frame src="a.html"><frame src="b.html"></frameset>',
    '<script>location = "x"</script>',
    '\ufeff',
    '<template><p>x</p></template>',
    '{}',
    '<svg><text>x</text></svg>',
    '<head><title>Only a title</title></head>',
  ];
  for (const html of none) {
    test(`no article in ${JSON.stringify(html.slice(0, 40))}`, () => {
      expect(within(html)).toBeNull();
    });
  }
});

describe('broken pages keep their article', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['no body', `<html><head><title>T</title></head>${ARTICLE}</html>`],
    ['two bodies', `<html><body class="a"><nav>Menu</nav></body><body>${ARTICLE}</body></html>`],
    ['text before html', `warning: x <html lang="en"><body>${ARTICLE}`],
    ['NULs between', ARTICLE.replaceAll('<p>', '\u0000<p>\u0000')],
    ['unclosed tags', ARTICLE.replaceAll('</p>', '').replace('</h1>', '')],
    ['a template', `<template><p>${'mould '.repeat(50)}</p></template>${ARTICLE}`],
    ['an unclosed comment at the end', `${ARTICLE}<!-- `],
    ['upper case', ARTICLE.replace(/<\/?\w+>/g, (tag) => tag.toUpperCase())],
    ['a stray end of everything', `</html></body></div>${ARTICLE}</html></html>`],
    ['no doctype and odd quotes', `<div class="a"" id='b>${ARTICLE}`.replace("id='b", 'id=b')],
  ];
  for (const [title, html] of broken) {
    test(title, () => {
      expect(within(html)?.text).toContain(SENTENCE);
    });
  }
});

describe('linked data nobody means well with', () => {
  for (const json of [
    '{',
    '[[[[[[',
    '{"@type":"NewsArticle","headline":',
    '['.repeat(50_000),
    '{"a":'.repeat(50_000),
    `{"@id":"a","author":{"@id":"a"},"@type":"Article"}`,
    '"'.repeat(100_001),
    '/*'.repeat(50_000),
    '[,,,,]',
    'null',
    '12',
    '{"@type":["NewsArticle",null,1],"author":[null,1,{"name":[null,2]}],"datePublished":[{}],"headline":{}}',
  ]) {
    test(json.slice(0, 40), () => {
      const cleaned = within(`<script type="application/ld+json">${json}</script>${ARTICLE}`);
      expect(cleaned?.text).toContain(SENTENCE);
    });
  }
});

test('random markup never throws and always keeps the promises of a clean text', () => {
  const pieces = [
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    SENTENCE,
    '<a href="/x">Read more</a>',
    '<table><tr><td>',
    '</table>',
    '<ul><li>',
    '<br>',
    '<br/>',
    '&nbsp;',
    '&#0;',
    '<h2>',
    '</h2>',
    '<figure><img src="a.jpg"><figcaption>',
    '</figcaption></figure>',
    '<template>',
    '<blockquote>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<svg>',
    '\u0000',
    '"',
    '<article>',
    '<aside>',
    '<time datetime="2024-03-01">',
    '<span class="caption">',
    '<select><option>',
  ];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round += 1) {
    const length = 5 + next(60);
    within(Array.from({ length }, () => pieces[next(pieces.length)]).join(''));
  }
});

test('the same page gives the same article', () => {
  expect(cleanHtml(ARTICLE, null)).toEqual(cleanHtml(ARTICLE, null));
});
