/** The runner: takes a clean document through stages in order and attaches what each returns. */

import type { Document, LayerName, Layers } from '../document/document.ts';
import type { AnyStage } from './stage.ts';

/** Called before and after each stage; a caller with a clock can time stages with it. */
export interface StageObserver {
  before(stage: AnyStage): void;
  after(stage: AnyStage): void;
}

/** The document with the layers of all `stages`. The list must have passed `checkOrder`. */
export function runStages(
  document: Document,
  stages: readonly AnyStage[],
  observer?: StageObserver,
): Document<LayerName> {
  let layers: Partial<Layers> = { ...document.layers };
  for (const stage of stages) {
    observer?.before(stage);
    const added = stage.run({ ...document, layers: layers as Layers });
    layers = { ...layers, ...added };
    observer?.after(stage);
  }
  return { ...document, layers: layers as Layers };
}
