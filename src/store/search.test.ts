/** Searches as people type them, asked of real lists: in articles and in claims, in several scripts. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { articleOf } from '../../test/support/articles.ts';
import type { ArticleWords } from '../../test/support/articles.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

/** By the name that the cases below call it; each text is at the same time the content of one claim. */
const TEXTS: Readonly<Record<string, string>> = {
  strike: 'the harbour workers of Orlen voted for a strike on Friday',
  ferry: 'the ferry strike ended and the harbour opened',
  talks: 'negotiators met for peace talks in Arden',
  accents: 'Präsident Žarko Núñez besuchte das Café in Ålund',
  chinese: '港口工人周五投票决定罢工',
  japanese: '港の労働者はストライキを決めた',
  arabic: 'قال وزير الدفاع إنّ الهُدنة مستمرّة',
  hebrew: 'הַשַּׂר אמר שהשביתה נמשכת',
  korean: '항만노동자들은 파업을 결정했다',
  thai: 'คนงานท่าเรือนัดหยุดงาน',
  russian: 'Рабочие порта объявили забастовку',
  marks: 'the A-10 flew over No. 7, at 3.5 km; U.S. officials’ view',
};

const SAID = 'Varn';

let store: Store;
const names = new Map<string, string>();
beforeAll(async () => {
  store = openStore(':memory:');
  for (const [name, text] of Object.entries(TEXTS)) {
    const words: ArticleWords = {
      paragraphs: [`${SAID} said ${text}.`],
      claims: [{ source: SAID, cue: 'said', content: text }],
      facts: { url: `https://paper.example/${name}`, headline: `Report ${name.length}` },
    };
    names.set((await store.addArticle(articleOf(words))).articleId, name);
  }
});
afterAll(() => store.close());

/** Names of the texts that a search finds, the same in every list. */
async function found(q: string): Promise<string[]> {
  const nameOf = (id: string): string => names.get(id) ?? id;
  const articles = (await store.listArticles({ q })).items.map(({ id }) => nameOf(id)).sort();
  const claims = (await store.listClaims({ q })).items.map(({ articleId }) => nameOf(articleId)).sort();
  const chronicle = (await store.chronicle({ q })).items.map(({ article }) => nameOf(article.id)).sort();
  expect(chronicle).toEqual(articles);
  expect(claims).toEqual(articles);
  expect(await store.countArticles({ q })).toBe(articles.length);
  expect(await store.countClaims({ q })).toBe(articles.length);
  return articles;
}

const ALL = Object.keys(TEXTS).sort();

function allBut(...left: readonly string[]): string[] {
  return ALL.filter((name) => !left.includes(name));
}

describe.each<[string, readonly (readonly [string, readonly string[]])[]]>([
  [
    'words',
    [
      ['harbour', ['ferry', 'strike']],
      ['HARBOUR Strike', ['ferry', 'strike']],
      ['harbour friday', ['strike']],
      ['harbo', []],
      ['varn harbour', ['ferry', 'strike']],
    ],
  ],
  [
    'phrases',
    [
      ['"harbour workers"', ['strike']],
      ['"workers harbour"', []],
      ['“harbour opened”', ['ferry']],
      ['"peace talk"', []],
      ['"A-10"', ['marks']],
      ['"U.S. officials"', ['marks']],
    ],
  ],
  [
    'OR, NOT, a minus sign and brackets',
    [
      ['ferry OR talks', ['ferry', 'talks']],
      ['strike NOT ferry', ['strike']],
      ['strike -ferry', ['strike']],
      ['strike -"harbour workers"', ['ferry']],
      ['(ferry OR friday) strike', ['ferry', 'strike']],
      ['strike (ferry OR talks) OR negotiators', ['ferry', 'talks']],
      ['harbour AND NOT (ferry OR tram)', ['strike']],
      ['-harbour', allBut('ferry', 'strike')],
      ['NOT nothing-of-this', ALL],
      ['talks OR -varn', ['talks']],
    ],
  ],
  [
    'beginnings and neighbours',
    [
      ['negotiat*', ['talks']],
      ['"peace ta"*', ['talks']],
      ['har*', ['ferry', 'strike']],
      ['*', []],
      ['ferry NEAR/3 ended', ['ferry']],
      ['ferry NEAR/1 opened', []],
      ['"orlen workers"~2', ['strike']],
    ],
  ],
  [
    'open brackets and quotation marks',
    [
      ['"harbour workers', ['strike']],
      ['harbour (ferry', ['ferry']],
      ['harbour) ferry', ['ferry']],
      ['harbour "', ['ferry', 'strike']],
      ['((((harbour', ['ferry', 'strike']],
      ['"""', []],
    ],
  ],
  [
    'scripts without spaces',
    [
      ['工人', ['chinese']],
      ['罢工', ['chinese']],
      ['港口 罢工', ['chinese']],
      ['工', ['chinese']],
      ['口工', ['chinese']],
      ['工口', []],
      ['港', ['chinese', 'japanese']],
      ['労働者', ['japanese']],
      ['ストライキ', ['japanese']],
      ['ライキ', ['japanese']],
      ['노동자', ['korean']],
      ['파업', ['korean']],
      ['ท่าเรือ', ['thai']],
    ],
  ],
  [
    'accents, points and letters that writers mix',
    [
      ['prasident', ['accents']],
      ['PRÄSIDENT zarko nunez', ['accents']],
      ['cafe', ['accents']],
      ['Cafe\u0301', ['accents']],
      ['Aalund', []],
      ['الهدنة', ['arabic']],
      ['الهدنه', ['arabic']],
      ['ان', ['arabic']],
      ['مستمرة', ['arabic']],
      ['השר', ['hebrew']],
      ['забастовку', ['russian']],
      ['ЗАБАСТОВ*', ['russian']],
      ['ｈａｒｂｏｕｒ', ['ferry', 'strike']],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%s', async (q, expected) => {
    expect(await found(q)).toEqual([...expected].sort());
  });
});

test('a phrase does not reach over the words between two parts of a quotation', async () => {
  const own = openStore(':memory:');
  const made = articleOf({
    paragraphs: ['“We will wait,” Varn said, “and hope for rain.”'],
    claims: [{ source: 'Varn', cue: 'said', content: '“We will wait,”' }],
  });
  const [claim] = made.record.claims;
  const start = made.record.article.text.indexOf('“and');
  const content = { spans: [...claim!.content.spans, { start, end: made.record.article.text.length }] };
  await own.addArticle({ ...made, record: { ...made.record, claims: [{ ...claim!, content }] } });
  expect(await own.countClaims({ q: '"will wait"' })).toBe(1);
  expect(await own.countClaims({ q: '"hope for rain"' })).toBe(1);
  expect(await own.countArticles({ q: '"wait and hope"' })).toBe(0);
  expect(await own.countClaims({ q: '"wait and hope"' })).toBe(0);
  expect(await own.countClaims({ q: 'wait hope' })).toBe(1);
  await own.close();
});

test('no search makes a list fail, with other filters or without', async () => {
  const pieces = [
    '"',
    '“',
    '(',
    ')',
    '-',
    '*',
    '~5',
    'NEAR/3',
    'OR',
    'NOT',
    'AND',
    ' ',
    ' ',
    'harbour',
    '港',
    'ان',
  ];
  pieces.push(
    ':',
    '^',
    '{',
    '+',
    "'",
    '\0',
    '\ud800',
    '\\',
    '%',
    '_',
    '😀',
    ',',
    '\uE000',
    'source',
    'headline:',
  );
  let state = 20_240_517;
  const next = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  for (let round = 0; round < 300; round += 1) {
    const q = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('');
    const filter = round % 2 === 0 ? { q } : { q, speaker: [q, `"${q}"`], publisher: q, source: q };
    const [articles, claims] = [await store.countArticles(filter), await store.countClaims(filter)];
    expect((await store.listArticles(filter)).items, q).toHaveLength(articles);
    expect((await store.listClaims(filter)).items, q).toHaveLength(claims);
    expect((await store.chronicle(filter)).items, q).toHaveLength(articles);
    await store.listSpeakers(filter);
    await store.listPublishers(filter);
  }
});
