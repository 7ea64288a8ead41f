/** What times come to, held against case files; and what holds for any text. */

import { describe, expect, test } from 'vitest';

import {
  annotated,
  doublingRatio,
  NO_FACTS,
  plainDocument,
  roughTexts,
} from '../../../test/support/annotated.ts';
import { readCases, shown, updateCases } from '../../../test/support/cases.ts';
import type { ArticleFacts } from '../../document/article.ts';
import { textOf } from '../../document/span.ts';
import { runStages } from '../../pipeline/run-stages.ts';
import { STAGES } from '../../stages.ts';
import { resolveTimes } from './resolve-times.ts';

const BEFORE = STAGES.slice(0, STAGES.indexOf(resolveTimes));

/** The times and warnings of a text published on Wednesday 2024-03-06, or with the facts given. */
function resolved(
  text: string,
  facts: Partial<ArticleFacts> = { published: '2024-03-06' },
): ReturnType<typeof resolveTimes.run> {
  return resolveTimes.run(runStages({ ...plainDocument(text), facts: { ...NO_FACTS, ...facts } }, BEFORE));
}

/** "@published 2024-03-06 updated 2024-04-08" at the end of a title; "@none" for no facts at all. */
function factsIn(title: string): Partial<ArticleFacts> | undefined {
  const written = title.split(' @')[1];
  if (written === undefined) return undefined;
  const facts: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(
    /(published|updated|dateline) (.+?)(?= (?:published|updated|dateline) |$)/g,
  )) {
    facts[name] = value;
  }
  return facts;
}

function shownTimes(text: string, facts: Partial<ArticleFacts> | undefined): string {
  const { times, timeWarnings } = resolved(text, facts);
  const lines = times.map(
    (time) =>
      `[${shown(textOf(text, time))}] ${time.timex} ` +
      `(${time.holds} ${time.earliest ?? ''}/${time.latest ?? ''}, ${time.basis} ${time.anchor ?? 'alone'})`,
  );
  const warnings = timeWarnings.map(({ code, message }) => `${code}: ${message}`);
  return [...lines, ...warnings].join('\n') || 'none';
}

for (const subject of ['dates', 'relative', 'lengths', 'not-times', 'warnings']) {
  const file = new URL(`${subject}.cases.txt`, import.meta.url);
  describe(subject, () => {
    const results = new Map<string, string>();
    for (const { title, text, expected } of readCases(file)) {
      test(title, () => {
        const actual = shownTimes(text, factsIn(title));
        results.set(title, actual);
        if (process.env['UPDATE'] !== '1') expect(actual).toBe(expected);
      });
    }
    test('expectations are rewritten only on request', () => updateCases(file, results));
  });
}

describe('any text', () => {
  const PIECES = [
    'Monday',
    '12',
    'March',
    '2019',
    'two days',
    'ago',
    'the',
    'last',
    '-',
    'week',
    '31/02/2012',
    'May',
  ];

  test('gives spans inside the text, in order, that do not overlap', () => {
    for (const [i, rough] of roughTexts(200).entries()) {
      const text = `${rough} ${PIECES.slice(i % 7).join(' ')} ${PIECES.slice(i % 5, 9)
        .reverse()
        .join(' ')}`;
      let end = 0;
      for (const time of resolved(text).times) {
        expect(time.start).toBeGreaterThanOrEqual(end);
        expect(time.end).toBeGreaterThan(time.start);
        end = time.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test('has bounds in order, and names an anchor wherever it counted from one', () => {
    for (const rough of roughTexts(100)) {
      for (const { earliest, latest, basis, anchor } of resolved(`${PIECES.join(' ')} ${rough}`).times) {
        if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
        if (basis === 'publication') expect(anchor).not.toBeNull();
      }
    }
  });

  test('of numbers and units far off gives bounds that are dates, or none', () => {
    const far = [
      '99999999999999 years',
      `${'9'.repeat(400)} days`,
      '50000 decades',
      '999999999999 days',
      '0 days',
    ];
    for (const amount of far) {
      const text = `He left ${amount} ago. They ran the past ${amount}. It will end within ${amount} or ${amount} after.`;
      for (const { earliest, latest } of resolved(`On March 3 it began. ${text} ${amount} later it ended.`)
        .times) {
        for (const bound of [earliest, latest]) expect(bound ?? '2024-03-03').toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });

  test('takes time that grows with its length', () => {
    const paragraph =
      'The mayor left on Tuesday, two days after the vote of March 3, and will return in May. ';
    const once = annotated(paragraph.repeat(1500), resolveTimes);
    const twice = annotated(paragraph.repeat(3000), resolveTimes);
    expect(
      doublingRatio(
        () => resolveTimes.run(once),
        () => resolveTimes.run(twice),
      ),
    ).toBeLessThan(3);
  });
});
