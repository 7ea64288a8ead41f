/** Reading one page: clean, then every stage, then the record. What `read` and `add` both call. */

import { clean } from '../clean/clean.ts';
import { toRecord } from '../document/record.ts';
import type { ArticleRecord, EngineStamp } from '../document/record.ts';
import type { Page } from '../document/page.ts';
import type { Span } from '../document/span.ts';
import { readingFailed } from '../errors.ts';
import type { AnnalistError } from '../errors.ts';
import { lexiconHash } from '../lexicon/lexicon-hash.ts';
import { loadLanguageIdentifier } from '../model/language.ts';
import { runStages } from '../pipeline/run-stages.ts';
import type { StageObserver } from '../pipeline/run-stages.ts';
import { checkOrder } from '../pipeline/stage.ts';
import { STAGES } from '../stages.ts';
import { VERSION } from '../config/version.ts';

/** What became of a page: its record with the sentences its claims stand in, or why there is none. */
export type Reading =
  | { readonly record: ArticleRecord; readonly sentences: readonly Span[] }
  | { readonly rejected: AnnalistError };

/** Reads pages. Holds the loaded models; make one and use it for every page. */
export interface Reader {
  readonly engine: EngineStamp;
  read(page: Page, observer?: StageObserver): Reading;
}

/** Loads what reading needs. Throws `model-missing` when a model file is not there. */
export async function loadReader(): Promise<Reader> {
  checkOrder(STAGES);
  const languages = await loadLanguageIdentifier();
  const engine: EngineStamp = { version: VERSION, model: languages.hash, lexicon: lexiconHash() };
  const tools = { identifyLanguage: languages.identify };
  return {
    engine,
    read(page, observer) {
      const document = clean(page, tools);
      if ('rejected' in document) return document;
      const read = runStages(document, STAGES, observer);
      return { record: toRecord(read, engine, page.givenId), sentences: read.layers.sentences };
    },
  };
}

/** Reads a page; a fault of annalist itself in reading it is told of that page and does not end the batch. */
export function readSafely(reader: Pick<Reader, 'read'>, page: Page): Reading {
  try {
    return reader.read(page);
  } catch (cause) {
    return { rejected: readingFailed(page.location, cause) };
  }
}
