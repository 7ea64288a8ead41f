/** Adding inputs to a record and telling how it went: what `add` and `start` both do. */

import type { Settings } from '../config/options.ts';
import type { Store } from '../store/store.ts';
import { addPages } from '../worker/add.ts';
import type { Tally } from '../worker/add.ts';
import { loadReader } from '../worker/read-page.ts';
import { readPages } from '../worker/read-pages.ts';
import type { SourceOrigin } from '../store/views.ts';
import type { CommandIo } from './command.ts';
import { pagesOf } from './inputs.ts';

/** Adds every input, tells each failure and, last, `N new, N revised, N unchanged, N failed`. */
export async function addInputs(
  store: Store,
  inputs: readonly string[],
  settings: Settings,
  io: CommandIo,
  origin?: SourceOrigin,
): Promise<Tally> {
  const reader = await loadReader();
  const pages = pagesOf(inputs, settings, io, store.validators);
  const tally = await addPages(readPages(pages, { reader, jobs: settings.jobs }), {
    store,
    origin,
    onResult: (result) => {
      if (result.outcome === 'failed' || result.outcome === 'told') io.warn(result.message);
      if (result.outcome === 'new' || result.outcome === 'revised')
        io.status(`${result.outcome}  ${result.location}`);
    },
  });
  io.status('');
  io.warn(`${tally.new} new, ${tally.revised} revised, ${tally.unchanged} unchanged, ${tally.failed} failed`);
  return tally;
}
