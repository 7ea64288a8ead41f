/** Which mentions stand for one entity: the cases, and what holds for any text. */

import { describe, expect, test } from 'vitest';

import { annotated, doublingRatio, roughTexts } from '../../../test/support/annotated.ts';
import { readCases, updateCases } from '../../../test/support/cases.ts';
import type { Entity } from '../../document/entity.ts';
import { ENTITY_KINDS, MENTION_KINDS } from '../../document/entity.ts';
import { resolveEntities } from './coreference.ts';

function entitiesIn(text: string): readonly Entity[] {
  return resolveEntities.run(annotated(text)).entities;
}

/** One line an entity: name, kind, roles, claims and mentions. */
function showEntities(text: string, entities: readonly Entity[]): string {
  return entities.map((entity) => showEntity(text, entity, entities)).join('\n') || 'none';
}

function showEntity(
  text: string,
  { name, kind, roles, members, claims, mentions }: Entity,
  all: readonly Entity[],
): string {
  const as = roles.map(({ title, of }) => ` as ${title}${of === null ? '' : ` of ${all[of]?.name ?? '?'}`}`);
  const says = claims.length === 0 ? '' : ` says ${claims.map((claim) => claim + 1).join(', ')}`;
  const both =
    members.length === 0 ? '' : ` = ${members.map((member) => all[member]?.name ?? '?').join(' + ')}`;
  return `${name} (${kind})${as.join('')}${says}${both}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(' | ')}`;
}

describe('coreference cases', () => {
  const cases = new URL('coreference.cases.txt', import.meta.url);
  const results = new Map<string, string>();
  for (const { title, text, expected } of readCases(cases)) {
    test(title, () => {
      const shown = showEntities(text, entitiesIn(text));
      results.set(title, shown);
      if (process.env['UPDATE'] !== '1') expect(shown).toBe(expected);
    });
  }
  test('expectations are rewritten only on request', () => updateCases(cases, results));
});

describe('any text', () => {
  test('gives entities that are whole: mentions in order inside the text, each place in one entity', () => {
    for (const text of roughTexts(300)) {
      const entities = entitiesIn(text);
      const starts = new Set<string>();
      for (const { kind, mentions, roles, members } of entities) {
        expect(ENTITY_KINDS).toContain(kind);
        expect(mentions.length).toBeGreaterThan(0);
        for (const mention of mentions) {
          expect(MENTION_KINDS).toContain(mention.kind);
          expect(text.slice(mention.start, mention.end).trim()).not.toBe('');
          expect(starts.has(`${mention.start}-${mention.end}`)).toBe(false);
          starts.add(`${mention.start}-${mention.end}`);
        }
        expect(mentions.map(({ start }) => start)).toEqual(
          mentions.map(({ start }) => start).sort((a, b) => a - b),
        );
        for (const index of [...members, ...roles.flatMap(({ of }) => of ?? [])])
          expect(entities[index]).toBeDefined();
      }
    }
  });

  test('gives the same entities again', () => {
    const text = 'President Ana Ruiz met Omar Sorin in Oslo. She said he agreed.';
    expect(entitiesIn(text)).toEqual(entitiesIn(text));
  });

  test('takes time in proportion to its length, also with a thousand names', () => {
    const list = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) =>
          `Omar Sorin${String.fromCharCode(97 + (i % 26))}${'aeiou'.charAt(i % 5)}k met Ana Brandt${i} and she said he left.`,
      ).join(' ');
    const short = annotated(list(500));
    const long = annotated(list(1000));
    expect(
      doublingRatio(
        () => resolveEntities.run(short),
        () => resolveEntities.run(long),
      ),
    ).toBeLessThan(3);
  });
});
