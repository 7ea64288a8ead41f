/** Every row of the claim lexicons, held against its own example: the match stands in brackets. */

import { describe, expect, test } from 'vitest';

import { annotated } from '../../../test/support/annotated.ts';
import { MEDIA, STANCES } from '../../document/claim.ts';
import { textOf } from '../../document/span.ts';
import { claimRules, speechNouns } from '../../lexicon/claim-rules.ts';
import { isHedge, mediumOf, sourceNounOf } from '../../lexicon/source-words.ts';
import { speechVerbs } from '../../lexicon/speech-verbs.ts';
import { readTable } from '../../lexicon/table.ts';

/** The example without its brackets, and what stands in them. */
function parted(example: string): { text: string; match: string } {
  return {
    text: example.replace(/[[\]]/g, ''),
    match: /\[(.+)\]/.exec(example)?.[1] ?? 'no match in brackets',
  };
}

/** The cues of the claims that one row makes in its example. */
function cuesOf(example: string, because: string): string[] {
  const { text } = parted(example);
  const claims = annotated(text).layers.claims.filter((claim) => claim.because === because);
  return claims.flatMap(({ cue }) => cue.spans.map((span) => textOf(text, span)));
}

describe('speech-verbs.tsv', () => {
  for (const { lemma, example, stance } of speechVerbs()) {
    test(`"${lemma}" attributes in its example`, () => {
      expect(cuesOf(example, `speech-verbs:${lemma}`)).toEqual([parted(example).match]);
      expect(STANCES).toContain(stance);
    });
  }
});

describe('speech-nouns.tsv', () => {
  for (const { noun, example, stance } of speechNouns()) {
    test(`"${noun}" attributes in its example`, () => {
      expect(cuesOf(example, `speech-nouns:${noun}`)).toEqual([parted(example).match]);
      expect(STANCES).toContain(stance);
    });
  }
});

describe('claim-rules.tsv', () => {
  for (const { name, example, stance } of claimRules()) {
    test(`rule "${name}" attributes in its example`, () => {
      expect(cuesOf(example, `claim-rules:${name}`)).toEqual([parted(example).match]);
      expect(STANCES).toContain(stance);
    });
  }
});

describe('hedges.tsv', () => {
  for (const { hedge, example } of readTable('hedges.tsv', ['hedge', 'form', 'example'])) {
    test(`"${hedge}" hedges in its example`, () => {
      const { text, match } = parted(example);
      // The example is what somebody says, since a hedge is a claim's.
      const said = `Ana Ruiz said that ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
      const [claim] = annotated(said).layers.claims;
      expect(claim?.hedge && textOf(said, claim.hedge)).toBe(match);
      expect(isHedge(hedge)).toBe(true);
    });
  }
});

describe('media.tsv', () => {
  for (const { word, where, medium, example } of readTable('media.tsv', [
    'word',
    'where',
    'medium',
    'example',
  ])) {
    test(`"${word}" as ${where} tells the medium in its example`, () => {
      const { text } = parted(example);
      expect(MEDIA).toContain(medium);
      expect(mediumOf(word, where as 'setting' | 'addressee' | 'cue')).toBe(medium);
      expect(annotated(text).layers.claims.map((claim) => claim.medium)).toContain(medium);
    });
  }
});

describe('source-nouns.tsv', () => {
  for (const { noun, kind, example } of readTable('source-nouns.tsv', [
    'noun',
    'plural',
    'kind',
    'example',
  ])) {
    test(`"${noun}" is a source of kind ${kind} in its example`, () => {
      const { text, match } = parted(example);
      expect(sourceNounOf(match.toLowerCase())?.kind).toBe(kind);
      const [claim] = annotated(text).layers.claims;
      const source = claim?.source.spans.map((span) => textOf(text, span)).join(' ');
      expect(source?.endsWith(match)).toBe(true);
      const expected = kind === 'document' ? ['document'] : ['unnamed', 'named'];
      expect(expected).toContain(claim?.source.kind);
    });
  }
});

describe('every claim lexicon', () => {
  const files = [
    ['claim-rules.tsv', ['rule', 'form', 'words', 'stance', 'example']],
    ['hedges.tsv', ['hedge', 'form', 'example']],
    ['media.tsv', ['word', 'where', 'medium', 'example']],
    ['source-nouns.tsv', ['noun', 'plural', 'kind', 'example']],
    ['speech-nouns.tsv', ['noun', 'plural', 'stance', 'takes', 'example']],
    ['speech-verbs.tsv', ['lemma', 'forms', 'class', 'stance', 'takes', 'example']],
    ['word-classes.tsv', ['class', 'words', 'example']],
    ['abbreviations.tsv', ['abbreviation', 'before', 'ends', 'example']],
  ] as const;
  for (const [file, columns] of files) {
    test(`${file} is sorted by its first column, and every row has a match in brackets`, () => {
      const rows = readTable<string>(file, columns);
      const keys = rows.map((row) => row[columns[0]] ?? '');
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      // One word may tell two media; all other first columns name their row.
      if (file !== 'media.tsv') expect(new Set(keys).size).toBe(keys.length);
      for (const row of rows) expect(row['example']).toMatch(/\[.+\]/);
    });
  }
});
