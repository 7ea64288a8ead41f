/** What the style sheets promise: enough contrast in both themes, logical directions only, nothing from elsewhere. */

import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

const STYLES = new URL('../../web/styles/', import.meta.url);
const SHEETS = readdirSync(STYLES).map((name) => ({
  name,
  css: readFileSync(new URL(name, STYLES), 'utf8'),
}));

/** WCAG 2.2 AA: 4.5 for words (1.4.3), 3 for lines that carry meaning (1.4.11). */
const MIN_WORDS = 4.5;
const MIN_LINES = 3;

interface Colour {
  readonly light: string;
  readonly dark: string;
}

const COLOURS = coloursOf(SHEETS.find(({ name }) => name === 'tokens.css')?.css ?? '');

function coloursOf(css: string): Map<string, Colour> {
  const tokens = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...tokens].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

test('the measure of contrast is right at its ends', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe('contrast', () => {
  const names = (prefix: string) => [...COLOURS.keys()].filter((name) => name.startsWith(prefix));

  test('every colour has a duty that this test knows', () => {
    expect([...COLOURS.keys()].filter((name) => !/^(paper|ink|line|rule)/.test(name))).toEqual([]);
    expect(names('paper').length * names('ink').length * names('line').length).toBeGreaterThan(0);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const [kind, min] of [
      ['ink', MIN_WORDS],
      ['line', MIN_LINES],
    ] as const) {
      test(`${kind} on every paper is at least ${min} in ${theme}`, () => {
        const poor = names(kind).flatMap((ink) =>
          names('paper').map((paper) => {
            const ratio = contrast(COLOURS.get(ink)?.[theme] ?? '', COLOURS.get(paper)?.[theme] ?? '');
            return ratio < min ? `--${ink} on --${paper}: ${ratio.toFixed(2)}` : null;
          }),
        );
        expect(poor.filter((pair) => pair !== null)).toEqual([]);
      });
    }
  }

  test('colours stand in tokens.css only, so that all of them are measured', () => {
    const strays = SHEETS.filter(({ name }) => name !== 'tokens.css').flatMap(({ name, css }) =>
      [...css.matchAll(/#[0-9a-f]{3,8}\b(?=[^{}]*;)/gi)].map(([colour]) => `${name}: ${colour}`),
    );
    expect(strays).toEqual([]);
  });
});

describe.each(SHEETS)('$name', ({ css }) => {
  test('names no side of the page, so that it serves right-to-left as well', () => {
    const physical =
      /(margin|padding|border|inset)-(left|right|top|bottom)|(?<![-\w])(left|right|top|bottom|width|height|(min|max)-(width|height)):|text-align: (left|right)|float:/g;
    expect(css.match(physical) ?? []).toEqual([]);
  });

  test('fetches nothing', () => {
    expect(css.match(/url\(|@import|@font-face/g) ?? []).toEqual([]);
  });
});

test('components set no style of their own, and no mark-up from text', () => {
  const web = new URL('../../web/', import.meta.url);
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  const barred = files.filter((name) =>
    /\bstyle=|dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/.test(
      readFileSync(new URL(name, web), 'utf8'),
    ),
  );
  expect(barred).toEqual([]);
});
