/** The model that comes with annalist: it is the file that the manifest describes, and it can be read. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { loadEngine } from '../nlp.ts';
import { loadAsset, SHIPPED_MODEL } from './load-asset.ts';

interface ManifestEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
}

/** What a download of annalist may be charged with for one language. */
const LARGEST_BYTES = 14_000_000;

describe('the shipped model', () => {
  const bytes = readFileSync(SHIPPED_MODEL);
  const manifest = JSON.parse(
    readFileSync(new URL('../../models/manifest.json', import.meta.url), 'utf8'),
  ) as ManifestEntry[];
  const entry = manifest.find(({ name }) => name === 'en/english.bin');

  test('is the one in the manifest', () => {
    expect(entry?.bytes).toBe(bytes.length);
    expect(entry?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.length).toBeLessThan(LARGEST_BYTES);
  });

  test('names its licence and the files it was made from', () => {
    const { facts } = loadAsset();
    expect(facts.licence).toBe(entry?.licence);
    expect(Object.keys(facts.data).length).toBeGreaterThan(0);
    expect(Object.keys(facts.data).some((name) => name.includes('-nc-'))).toBe(false);
  });

  test('reads a sentence of news', () => {
    const { sentences, names } = loadEngine().analyze(
      'Ada Norrin denied on Tuesday that Norway had sold arms to the rebels.',
    );
    const [sentence] = sentences;
    expect(sentence?.root.lemma).toBe('deny');
    const sold = sentence?.tokens.find(({ text }) => text === 'sold');
    expect(sold).toMatchObject({ lemma: 'sell', upos: 'VERB', deprel: 'ccomp', head: sentence?.root.i });
    expect(names.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'PER Ada Norrin',
      'DATE Tuesday',
      'LOC Norway',
    ]);
  });
});
