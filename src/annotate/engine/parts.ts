/** The parts of the engine as they come out of a model file. */

import type { Asset } from '../../model/asset.ts';
import { Arena } from '../../model/kernel/arena.ts';
import type { Network } from '../../model/network/forward.ts';
import type { InputTables } from '../../model/network/input.ts';
import { allocateParameters } from '../../model/network/parameters.ts';
import type { NetworkShape } from '../../model/network/parameters.ts';
import type { Predictor } from '../../model/network/predict.ts';
import { normalized, QuantizedTable } from '../../model/quantized-table.ts';
import { decodeWeights } from '../../model/sparse-weights.ts';
import type { SparseWeights } from '../../model/sparse-weights.ts';
import type { NameNetwork } from './name-network.ts';
import { SPLIT_BITS } from './sentence-boundaries.ts';
import { ROOT_ROWS, WordLookup } from './word-features.ts';
import { SuffixTable, WordForms } from './word-forms.ts';

/** What the header says of the parser. */
export interface ParserFacts {
  readonly shape: NetworkShape;
  /** Rows of the affix table. */
  readonly buckets: number;
  /** Joint tags `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** Width of the frozen vectors and the length that each is brought to. */
  readonly vectorWidth: number;
  readonly vectorLength: number;
}

export interface ParserPart {
  readonly predictor: Predictor;
  readonly lookup: WordLookup;
  tagOf(index: number): { readonly upos: string; readonly xpos: string };
  labelOf(index: number): string;
}

export function parserOf(asset: Asset): ParserPart {
  const facts = asset.part<ParserFacts>('parse');
  const tags = facts.tags.map((tag) => {
    const [upos = 'X', xpos = 'FW'] = tag.split('|');
    return { upos, xpos };
  });
  return {
    predictor: {
      network: networkOf(asset, '', facts.shape),
      tables: tablesOf(asset, '', facts.shape),
      root: ROOT_ROWS,
      rootLabel: facts.labels.indexOf('root'),
      kept: new Map(),
    },
    lookup: lookupOf(asset, '', facts.buckets),
    tagOf: (index) => tags[index] ?? { upos: 'X', xpos: 'FW' },
    labelOf: (index) => facts.labels[index] ?? 'dep',
  };
}

/** What the header says of the network for names. Its sections begin with `names.net.`. */
export interface NameNetworkFacts {
  readonly shape: NetworkShape;
  readonly buckets: number;
  readonly weight: number;
}

export function nameNetworkOf(asset: Asset): NameNetwork {
  const { shape, buckets, weight } = asset.part<NameNetworkFacts>('names.net');
  return {
    network: networkOf(asset, 'names.net.', shape),
    tables: tablesOf(asset, 'names.net.', shape),
    lookup: lookupOf(asset, 'names.net.', buckets),
    buckets,
    weight,
  };
}

function networkOf(asset: Asset, prefix: string, shape: NetworkShape): Network {
  const arena = new Arena();
  const parameters = allocateParameters(arena, shape);
  for (const { name, at, cols } of parameters.matrices) {
    if (cols === 0) continue;
    const table = tableOf(asset, prefix + name, cols);
    for (let row = 0; row < table.rows; row++) table.addRow(row, arena.floats, at + row * cols);
  }
  return { arena, shape, parameters };
}

function tablesOf(asset: Asset, prefix: string, shape: NetworkShape): InputTables {
  const { vectorWidth, vectorLength } = asset.part<ParserFacts>('parse');
  return {
    vectors: normalized(asset.int8('vectors'), vectorWidth, vectorLength),
    words: tableOf(asset, `${prefix}words`, shape.word),
    affixes: tableOf(asset, `${prefix}affixes`, shape.affix),
  };
}

function lookupOf(asset: Asset, prefix: string, buckets: number): WordLookup {
  return new WordLookup(rowsByWord(asset.lines(`${prefix}words.names`)), vectorRows(asset), buckets);
}

export function splitterOf(asset: Asset): SparseWeights {
  return decodeWeights(asset.bytes('split'), SPLIT_BITS, 1);
}

export function formsOf(asset: Asset): WordForms {
  return new WordForms(
    SuffixTable.fromLines(asset.lines('lemmas')),
    SuffixTable.fromLines(asset.lines('feats')),
  );
}

/** Rows of the frozen vectors, by word; made once for each asset, since it is large and two parts need it. */
export function vectorRows(asset: Asset): ReadonlyMap<string, number> {
  const known = VECTOR_ROWS.get(asset);
  if (known !== undefined) return known;
  const rows = rowsByWord(asset.lines('vectors.names'));
  VECTOR_ROWS.set(asset, rows);
  return rows;
}

const VECTOR_ROWS = new WeakMap<Asset, ReadonlyMap<string, number>>();

/** A table of 8-bit rows from its two sections. */
function tableOf(asset: Asset, name: string, width: number): QuantizedTable {
  return new QuantizedTable(width, asset.float32(`${name}.scales`), asset.int8(name));
}

function rowsByWord(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, row) => [word, row]));
}
