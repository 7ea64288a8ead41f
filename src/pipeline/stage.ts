/** The stage contract: what a step needs, what it adds, and the check that an order of stages can run. */

import type { Document, LayerName, Layers } from '../document/document.ts';

/**
 * A pure step over one document. It returns only the layers it adds; the
 * runner attaches them, so no stage can edit another's layer. Rough text is
 * not an error: a stage always returns.
 */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  /** Its file's name, for timings and `annalist explain`. */
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly adds: readonly Adds[];
  run(document: Document<Needs>): Pick<Layers, Adds>;
}

/** A stage whose layer names are only known at run time, as in the list of all stages. */
export type AnyStage = Stage<any, any>; // any: a list holds stages of different layers, checked by `checkOrder`

/** Throws when a stage needs a layer that no earlier one adds, or adds one that exists already. */
export function checkOrder(stages: readonly AnyStage[]): void {
  const present = new Set<LayerName>();
  for (const { name, needs, adds } of stages) {
    for (const layer of needs as readonly LayerName[]) {
      if (!present.has(layer))
        throw new Error(`stage ${name} needs layer "${layer}", which no earlier stage adds`);
    }
    for (const layer of adds as readonly LayerName[]) {
      if (present.has(layer))
        throw new Error(`stage ${name} adds layer "${layer}", which an earlier stage added`);
      present.add(layer);
    }
  }
}
