/** The library's language engine: `annalist/nlp`. */

import { Engine } from './annotate/engine/engine.ts';
import { loadAsset } from './model/load-asset.ts';

export { children, subtree, toConllu } from './annotate/engine/doc.ts';
export type { AnalyzedSentence, AnalyzedToken, Doc, NamedSpan } from './annotate/engine/doc.ts';
export type { Engine } from './annotate/engine/engine.ts';

/**
 * An engine with the model of a file or of bytes in memory, the shipped English
 * model by default. Loading takes some tenths of a second: keep the engine.
 * Throws `model-missing` or `model-damaged`.
 */
export function loadEngine(model?: string | Uint8Array): Engine {
  return new Engine(loadAsset(model));
}
