/** Model files: what goes in comes out, and every kind of damage is named. */

import { describe, expect, test } from 'vitest';

import { AnnalistError } from '../errors.ts';
import { ASSET_VERSION, decodeAsset, encodeAsset } from './asset.ts';
import { loadAsset } from './load-asset.ts';

const FACTS = {
  language: 'en',
  licence: 'CC0-1.0',
  attribution: ['nobody'],
  data: { 'ud/x.conllu': '00' },
  parts: { parse: { labels: ['root', 'nsubj'] } },
};

const BYTES = encodeAsset(FACTS, {
  odd: Uint8Array.of(1, 2, 3),
  floats: Float32Array.of(1.5, -2),
  doubles: Float64Array.of(0.1),
  names: Buffer.from('äpfel\nbirnen'),
});

function problemOf(bytes: Uint8Array): string {
  try {
    decodeAsset(bytes, 'x.model');
  } catch (error) {
    if (error instanceof AnnalistError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('a model file', () => {
  test('gives back what was put in', () => {
    const asset = decodeAsset(BYTES, 'x.model');
    expect([...asset.bytes('odd')]).toEqual([1, 2, 3]);
    expect([...asset.float32('floats')]).toEqual([1.5, -2]);
    expect([...asset.float64('doubles')]).toEqual([0.1]);
    expect(asset.lines('names')).toEqual(['äpfel', 'birnen']);
    expect(asset.part<{ labels: string[] }>('parse').labels).toEqual(['root', 'nsubj']);
    expect(asset.facts.licence).toBe('CC0-1.0');
  });

  test('can be read from the middle of a buffer', () => {
    const shifted = Buffer.concat([Uint8Array.of(9, 9, 9), BYTES]).subarray(3);
    expect([...decodeAsset(shifted, 'x.model').float32('floats')]).toEqual([1.5, -2]);
  });

  test('that is something else says so', () => {
    expect(problemOf(Buffer.from('<html>not found</html>'))).toContain('not a model file');
    expect(problemOf(new Uint8Array(0))).toContain('not a model file');
  });

  test('that is cut short says so, wherever the cut is', () => {
    for (const length of [20, BYTES.length - 9]) {
      expect(problemOf(BYTES.slice(0, length))).toMatch(/^model-damaged: x\.model.*cut short/);
    }
  });

  test('of another version names both versions', () => {
    const other = Buffer.from(BYTES);
    other.writeUInt32LE(ASSET_VERSION + 1, 8);
    expect(problemOf(other)).toContain(
      `version ${ASSET_VERSION + 1}, this annalist reads version ${ASSET_VERSION}`,
    );
  });

  test('with a changed byte is refused and the remedy named', () => {
    const changed = Buffer.from(BYTES);
    changed[changed.length - 12] = (changed[changed.length - 12] ?? 0) ^ 1;
    expect(problemOf(changed)).toMatch(/hash is wrong.*npm ci/);
  });

  test('that is not there is "model-missing"', () => {
    expect(() => loadAsset('no/such.model')).toThrow(expect.objectContaining({ code: 'model-missing' }));
  });

  test('without a section that is asked for is damaged', () => {
    expect(() => decodeAsset(BYTES, 'x.model').bytes('split')).toThrow(/no section "split"/);
  });
});
