/** What language a text is said to be in. */

import { expect, test } from 'vitest';

import { loadLanguageIdentifier } from './language.ts';

const SENTENCES: readonly (readonly [string, string])[] = [
  ['en', 'The river rose again in the night and closed the road to the harbour.'],
  ['en', 'THE RIVER ROSE AGAIN IN THE NIGHT AND CLOSED THE ROAD TO THE HARBOUR.'],
  ['fr', 'La rivière a encore monté dans la nuit et la route du port est fermée.'],
  ['es', 'El río volvió a crecer por la noche y cortó la carretera del puerto.'],
  ['de', 'Der Fluss stieg in der Nacht wieder an und die Straße zum Hafen ist gesperrt.'],
  ['ar', 'ارتفع منسوب النهر مرة أخرى خلال الليل وأغلق الطريق المؤدي إلى الميناء.'],
  ['zh', '河水在夜间再次上涨，通往港口的道路已经封闭。'],
  ['ru', 'Ночью река снова поднялась, и дорога к порту закрыта.'],
  ['hi', 'रात में नदी का जलस्तर फिर बढ़ गया और बंदरगाह की सड़क बंद हो गई।'],
];

for (const [language, sentence] of SENTENCES) {
  test(`${language}: ${sentence.slice(0, 30)}`, async () => {
    const { identify } = await loadLanguageIdentifier();
    const result = identify(sentence);
    expect(result.language).toBe(language);
    expect(result.confidence).toBeGreaterThan(0.5);
    expect(result.confidence).toBeLessThanOrEqual(1);
  });
}

for (const text of ['', ' \n\t', '1,234 — 56%', '\ud800\u0000']) {
  test(`no letter, no language: ${JSON.stringify(text)}`, async () => {
    const { identify } = await loadLanguageIdentifier();
    expect(identify(text)).toEqual({ language: 'und', confidence: 0 });
  });
}

test('a text with line ends, NULs and lone surrogates is still told', async () => {
  const { identify } = await loadLanguageIdentifier();
  expect(identify('The river rose\u0000 again\n\n\ud800 in the night and closed the road.').language).toBe(
    'en',
  );
});

test('the identifier is loaded once and names its model', async () => {
  const first = await loadLanguageIdentifier();
  expect(await loadLanguageIdentifier()).toBe(first);
  expect(first.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
});
