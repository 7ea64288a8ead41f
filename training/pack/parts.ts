/** The files between training and packing: each task leaves its part of the model in the output folder. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { NameNetworkFacts, ParserFacts } from '../../src/annotate/engine/parts.ts';
import { allocateParameters } from '../../src/model/network/parameters.ts';
import type { NetworkShape } from '../../src/model/network/parameters.ts';
import { Arena } from '../../src/model/kernel/arena.ts';
import { quantized } from '../../src/model/quantized-table.ts';
import type { Sections } from '../../src/model/asset.ts';
import { readCheckpoint } from '../checkpoint.ts';
import type { FrozenVectors } from '../data/vectors.ts';
import { VECTOR_LENGTH, WEIGHTS_FILE } from '../parse/train-parse.ts';
import type { ParseSettings } from '../parse/settings.ts';

/** What `train-parse` writes beside the weights. */
interface ParseWeightFacts {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly words: readonly string[];
  readonly settings: ParseSettings;
  readonly shape: NetworkShape;
}

/** Facts and sections of the parser in an output folder, rounded to 8 bits. */
export function parsePart(out: string): { facts: ParserFacts; settings: ParseSettings; sections: Sections } {
  const checkpoint = readCheckpoint(join(out, WEIGHTS_FILE));
  if (checkpoint === null) throw new Error(`${join(out, WEIGHTS_FILE)}: not there; run --task parse first`);
  const { tags, labels, words, settings, shape } = checkpoint.facts as unknown as ParseWeightFacts;
  const sections = networkSections('', shape, checkpoint.arrays, words);
  const facts = {
    shape,
    buckets: settings.buckets,
    tags,
    labels,
    vectorWidth: 100,
    vectorLength: VECTOR_LENGTH,
  };
  return { facts, settings, sections };
}

/** The sections of a network, rounded to 8 bits: dense weights, word vectors and affix vectors, in that order. */
export function networkSections(
  prefix: string,
  shape: NetworkShape,
  [dense, wordVectors, affixes]: readonly Float32Array[],
  words: readonly string[],
): Record<string, Float32Array | Int8Array | Uint8Array> {
  const parameters = allocateParameters(new Arena(), shape);
  const sections: Record<string, Float32Array | Int8Array | Uint8Array> = {};
  const put = (name: string, floats: Float32Array | undefined, width: number): void => {
    if (floats === undefined || width === 0) return;
    const table = quantized(floats, width);
    sections[`${prefix}${name}.scales`] = table.scales;
    sections[`${prefix}${name}`] = table.values;
  };
  for (const { name, at, rows, cols } of parameters.matrices) {
    const from = at - parameters.start;
    put(name, dense?.subarray(from, from + rows * cols), cols);
  }
  put('words', wordVectors, shape.word);
  put('affixes', affixes, shape.affix);
  sections[`${prefix}words.names`] = Buffer.from(words.join('\n'));
  return sections;
}

/** File that holds the weights of the network for names, in the form of a checkpoint. */
export const NAME_NETWORK_FILE = 'names.network';

/** Facts and sections of the network for names in an output folder. */
export function nameNetworkPart(out: string): { facts: NameNetworkFacts; sections: Sections } {
  const checkpoint = readCheckpoint(join(out, NAME_NETWORK_FILE));
  if (checkpoint === null)
    throw new Error(`${join(out, NAME_NETWORK_FILE)}: not there; run --task ner first`);
  const { facts, words } = checkpoint.facts as unknown as {
    facts: NameNetworkFacts;
    words: readonly string[];
  };
  return { facts, sections: networkSections('names.net.', facts.shape, checkpoint.arrays, words) };
}

export function vectorSections({ words, values }: FrozenVectors, classes: Uint16Array): Sections {
  return { vectors: values, 'vectors.names': Buffer.from(words.join('\n')), 'vectors.classes': classes };
}

/** Writes and reads the bytes that a task leaves. */
export function writePart(out: string, name: string, bytes: Uint8Array): void {
  writeFileSync(join(out, name), bytes);
}

export function readPart(out: string, name: string): Uint8Array {
  return Uint8Array.from(readFileSync(join(out, name)));
}
