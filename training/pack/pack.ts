/** Puts the parts of a model together in one file and writes its manifest. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { encodeAsset } from '../../src/model/asset.ts';
import { readVectors } from '../data/vectors.ts';
import { nameMaterial, NAME_TYPES } from '../names/corpora.ts';
import { bioLabels } from '../../src/model/sequence.ts';
import { treebanksIn } from '../parse/train-parse.ts';
import { nameNetworkPart, parsePart, readPart, vectorSections } from './parts.ts';

const MODEL_NAME = 'en/english.bin';
const LICENCE = 'CC-BY-SA-4.0';
const ATTRIBUTION = [
  'Universal Dependencies English EWT, CC BY-SA 4.0',
  'Georgetown University Multilayer Corpus (GUM), open genres, annotations CC BY 4.0',
  'Universal NER English EWT, CC BY-SA 4.0',
  'wikigold, CC BY 4.0',
  'WNUT 2017, CC BY 4.0',
  'CrossNER, MIT',
  'English Worldwide Newswire (Stanford NLP Group)',
  'GloVe 6B word vectors, PDDL 1.0',
  'humannames and cities-list, MIT',
];

export interface PackTask {
  readonly data: string;
  /** Folder that the tasks wrote their parts to. */
  readonly out: string;
  /** Folder that gets `en/english.bin` and `manifest.json`. */
  readonly models: string;
  readonly lists: string | null;
  /** Name corpora that the name tagger was trained on. */
  readonly corpora: readonly string[];
  /** Feature buckets of the name tagger: 2 to this power. */
  readonly bits: number;
  readonly write: (line: string) => void;
}

export function pack({ data, out, models, lists, corpora, bits, write }: PackTask): void {
  const parse = parsePart(out);
  const nameNetwork = nameNetworkPart(out);
  const vectors = readVectors(data, parse.settings.vectors);
  const material = nameMaterial(data, vectors.words, lists);
  const files = [
    ...treebanksIn(data, 'train').map((name) => `ud/${name}`),
    ...corpora.map((name) => `ner/${name}`),
  ];
  const facts = {
    language: 'en',
    licence: LICENCE,
    attribution: ATTRIBUTION,
    data: Object.fromEntries(files.map((name) => [name, sha256(readFileSync(join(data, name)))])),
    parts: {
      parse: parse.facts,
      names: { labels: bioLabels(NAME_TYPES), bits },
      'names.net': nameNetwork.facts,
    },
  };
  const bytes = encodeAsset(facts, {
    ...parse.sections,
    ...nameNetwork.sections,
    ...vectorSections(vectors, material.classes),
    split: readPart(out, 'split.weights'),
    lemmas: readPart(out, 'lemmas.txt'),
    feats: readPart(out, 'feats.txt'),
    'names.weights': readPart(out, 'names.weights'),
    'names.transitions': readPart(out, 'names.transitions'),
    'names.persons': material.persons,
    'names.places': material.places,
  });
  mkdirSync(join(models, 'en'), { recursive: true });
  writeFileSync(join(models, MODEL_NAME), bytes);
  writeManifest(join(models, 'manifest.json'), manifestEntry(bytes));
  write(`${MODEL_NAME}: ${bytes.length} bytes\n`);
}

interface ManifestEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
  /** How the file can be made again. */
  readonly command: string;
}

/** Puts the entry in place of the one with its name and keeps the others. */
function writeManifest(path: string, entry: ManifestEntry): void {
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ManifestEntry[]) : [];
  const entries = [...known.filter(({ name }) => name !== entry.name), entry];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(entries, null, 2)}\n`);
}

function manifestEntry(bytes: Uint8Array): ManifestEntry {
  return {
    name: MODEL_NAME,
    bytes: bytes.length,
    sha256: sha256(bytes),
    licence: LICENCE,
    command: 'npm run train -- --task parse, then split, lemma, ner and pack (training/README.md)',
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
