/** A training of some seconds: it learns, repeats, stops and goes on. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readCheckpoint, writeCheckpoint } from '../checkpoint.ts';
import { trainParse, treebanksIn, WEIGHTS_FILE } from '../parse/train-parse.ts';
import { TINY_SETTINGS, withTinyData } from './tiny-model.ts';

const quiet = (): void => {};

/** Few enough epochs that a test of resuming takes a moment. */
const SHORT = { ...TINY_SETTINGS, epochs: 4 };

function weightsOf(out: string): Buffer {
  return readFileSync(join(out, WEIGHTS_FILE));
}

describe('a training of the parser', () => {
  test('learns twelve sentences by heart', () => {
    const scores = withTinyData((data, out) =>
      trainParse({ data, out, settings: TINY_SETTINGS, resume: false, write: quiet }),
    );
    const { upos, las } = scores['tiny-dev.conllu'] ?? { upos: 0, las: 0 };
    expect(upos).toBeGreaterThan(95);
    expect(las).toBeGreaterThan(85);
  });

  test('gives the same bytes when it is run again', () => {
    const [first, second] = [0, 1].map(() =>
      withTinyData((data, out) => {
        trainParse({ data, out, settings: SHORT, resume: false, write: quiet });
        return weightsOf(out);
      }),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  test('that was stopped goes on from its checkpoint to the same weights', () => {
    withTinyData((data, out) => {
      const lines: string[] = [];
      const stopAfterTwo = (line: string): void => {
        lines.push(line);
        if (line.startsWith('epoch 3:')) throw new Error('stopped');
      };
      expect(() => trainParse({ data, out, settings: SHORT, resume: false, write: stopAfterTwo })).toThrow(
        'stopped',
      );
      expect(existsSync(join(out, WEIGHTS_FILE))).toBe(false);
      trainParse({ data, out, settings: SHORT, resume: true, write: (line) => void lines.push(line) });
      expect(lines.some((line) => line.includes('goes on after epoch 2'))).toBe(true);
      const resumed = weightsOf(out);
      trainParse({ data, out, settings: SHORT, resume: false, write: quiet });
      expect(resumed.equals(weightsOf(out))).toBe(true);
    });
  });

  test('refuses a checkpoint of other settings', () => {
    withTinyData((data, out) => {
      trainParse({ data, out, settings: { ...SHORT, epochs: 1 }, resume: false, write: quiet });
      const other = { ...SHORT, wordDropout: 0.5 };
      expect(() => trainParse({ data, out, settings: other, resume: true, write: quiet })).toThrow(
        /other settings/,
      );
    });
  });

  test('never reads treebanks of texts that may not be used commercially', () => {
    withTinyData((data) => {
      writeCheckpoint(join(data, 'ud/en_some-nc-train.conllu'), { facts: {}, arrays: [] });
      expect(treebanksIn(data, 'train')).toEqual(['tiny-train.conllu']);
    });
  });
});

test('a checkpoint gives back its facts and numbers', () => {
  withTinyData((data) => {
    const path = join(data, 'x.checkpoint');
    expect(readCheckpoint(path)).toBeNull();
    writeCheckpoint(path, { facts: { epoch: 3 }, arrays: [Float32Array.of(1, 2), Float32Array.of(-0.5)] });
    const { facts, arrays } = readCheckpoint(path) ?? { facts: {}, arrays: [] };
    expect(facts).toEqual({ epoch: 3 });
    expect(arrays.map((array) => [...array])).toEqual([[1, 2], [-0.5]]);
  });
});
