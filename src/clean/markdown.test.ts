/** What Markdown and its front matter become. */

import { expect, test } from 'vitest';

import type { Cleaned } from './cleaned.ts';
import { cleanMarkdown } from './markdown.ts';

const LEAD =
  'The river rose again in the night and closed the road to the harbour, the mayor said on Monday.';

/** One line a block. */
function shownBlocks(cleaned: Cleaned | null): string[] {
  return (cleaned?.blocks ?? []).map(({ kind, start, end }) => `${kind}: ${cleaned?.text.slice(start, end)}`);
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'marks go and words stay, blocks are parted by an empty line',
    `# Flood *closes* road\n\n**The river** rose again in the [night](https://post.example)\nand closed \`the road\` to the harbour.\n`,
    [
      'headline: Flood closes road',
      'paragraph: The river rose again in the night and closed the road to the harbour.',
    ],
  ],
  [
    'the first heading of the first level is the headline, others are headings',
    `# Flood closes road\n\n${LEAD}\n\n## Two houses lost\n\n${LEAD}\n\n### Roads\n\n${LEAD}\n`,
    [
      'headline: Flood closes road',
      `paragraph: ${LEAD}`,
      'heading: Two houses lost',
      `paragraph: ${LEAD}`,
      'heading: Roads',
      `paragraph: ${LEAD}`,
    ],
  ],
  [
    'lists and quotations',
    `# Flood\n\n${LEAD}\n\n- Two houses\n- A bridge\n  1. The old one\n\n> We lost the bridge.\n>\n> All of it.\n`,
    [
      'headline: Flood',
      `paragraph: ${LEAD}`,
      'listItem: Two houses',
      'listItem: A bridge',
      'listItem: The old one',
      'quote: We lost the bridge.',
      'quote: All of it.',
    ],
  ],
  [
    'a picture gives its title, else its words, as the caption',
    `# Flood\n\n![boat](a.jpg "A boat on the road. Photo: Tom Berg")\n\n![A bridge](b.jpg)\n\n${LEAD}\n`,
    [
      'headline: Flood',
      'caption: A boat on the road.',
      'credit: Tom Berg',
      'caption: A bridge',
      `paragraph: ${LEAD}`,
    ],
  ],
  [
    'lines under the headline are told as in plain text',
    `# Flood closes road\n\nRiver breaks its banks again\n\nBy Ada Lind\n\n*Updated: 4 March 2024*\n\nPowered by automated translation\n\nPORT LIND (Reuters) - ${LEAD}\n`,
    [
      'headline: Flood closes road',
      'standfirst: River breaks its banks again',
      'byline: By Ada Lind',
      'updated: Updated: 4 March 2024',
      'notice: Powered by automated translation',
      'dateline: PORT LIND (Reuters) -',
      `paragraph: ${LEAD}`,
    ],
  ],
  [
    'a table is a paragraph a row',
    `# Flood\n\n${LEAD}\n\n| Town | Dead |\n|---|---|\n| Port Lind | 9 |\n`,
    ['headline: Flood', `paragraph: ${LEAD}`, 'paragraph: Town | Dead', 'paragraph: Port Lind | 9'],
  ],
  [
    'tags and remarks are no words',
    `# Flood\n\n<!-- remark -->\n\n<b>The river</b> rose<br>again in the night and closed the road.\n`,
    ['headline: Flood', 'paragraph: The river rose again in the night and closed the road.'],
  ],
  [
    'a heading of the second level alone stays a heading',
    `${LEAD}\n\n## After\n\n${LEAD}\n`,
    [`paragraph: ${LEAD}`, 'heading: After', `paragraph: ${LEAD}`],
  ],
];

for (const [title, source, expected] of CASES) {
  test(title, () => {
    expect(shownBlocks(cleanMarkdown(source))).toEqual(expected);
  });
}

test('front matter states the facts and its title is shown', () => {
  const source = `---
title: Flood closes road
subtitle: River breaks its banks again
date: 2024-03-04T09:10:00Z
lastmod: 5 March 2024
authors: [Ada Lind, "By Tom Berg"]
publisher: The Harbour Post
section: World
url: https://post.example/flood
lang: en-GB
---

${LEAD}
`;
  const cleaned = cleanMarkdown(source);
  expect(shownBlocks(cleaned)).toEqual([
    'headline: Flood closes road',
    'standfirst: River breaks its banks again',
    `paragraph: ${LEAD}`,
  ]);
  expect(cleaned?.statedLanguage).toBe('en-GB');
  expect(cleaned?.facts).toMatchObject({
    headline: 'Flood closes road',
    standfirst: 'River breaks its banks again',
    published: '2024-03-04T09:10:00Z',
    updated: '2024-03-05',
    byline: ['Ada Lind', 'Tom Berg'],
    publisher: 'The Harbour Post',
    section: 'World',
    url: 'https://post.example/flood',
  });
});

test('a title that the first heading repeats is shown once', () => {
  const cleaned = cleanMarkdown(`---\ntitle: "Flood closes road"\n---\n\n# Flood closes road\n\n${LEAD}\n`);
  expect(shownBlocks(cleaned)).toEqual(['headline: Flood closes road', `paragraph: ${LEAD}`]);
});

test('front matter between plus signs is read too', () => {
  const cleaned = cleanMarkdown(`+++\ntitle = "Flood closes road"\ndate = 2024-03-04\n+++\n\n${LEAD}\n`);
  expect(cleaned?.facts).toMatchObject({ headline: 'Flood closes road', published: '2024-03-04' });
});

for (const broken of ['title: [', 'title: {a: b', ': :', '- a\n- b', 'title: &a [*a]', 'date: never', '"']) {
  test(`front matter that is broken or odd states nothing: ${JSON.stringify(broken)}`, () => {
    const cleaned = cleanMarkdown(`---\n${broken}\n---\n\n${LEAD}\n`);
    expect(cleaned?.facts).toMatchObject({ published: null, url: null });
    expect(shownBlocks(cleaned)).toContain(`paragraph: ${LEAD}`);
  });
}

test('pictures keep their addresses', () => {
  const cleaned = cleanMarkdown(
    `# Flood\n\n![A bridge](https://post.example/b.jpg)\n\n![](https://post.example/c.jpg)\n\n${LEAD}\n`,
  );
  expect(cleaned?.facts.images).toEqual([
    { caption: 'A bridge', credit: null, url: 'https://post.example/b.jpg' },
    { caption: null, credit: null, url: 'https://post.example/c.jpg' },
  ]);
});

for (const nothing of ['', '\n\n', '<!-- -->', '---\n---\n', '[a]: https://post.example']) {
  test(`nothing to show, no article: ${JSON.stringify(nothing)}`, () => {
    expect(cleanMarkdown(nothing)).toBeNull();
  });
}

test('deep nesting does not exhaust the stack', () => {
  const source = `${'> '.repeat(2_000)}${LEAD}\n\n${'*'.repeat(20_000)}a${'['.repeat(20_000)}\n`;
  expect(cleanMarkdown(source)?.blocks.length).toBeGreaterThan(0);
});
