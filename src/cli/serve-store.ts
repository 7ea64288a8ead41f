/** Serving an open record until the person stops it: what `serve` and `start` both do. */

import { fileURLToPath } from 'node:url';

import type { Settings } from '../config/options.ts';
import { VERSION } from '../config/version.ts';
import { loadEngine } from '../nlp.ts';
import type { Engine } from '../nlp.ts';
import type { AnalyzeSentences } from '../serve/routes/context.ts';
import { startServer } from '../serve/server.ts';
import type { Store } from '../store/store.ts';
import { DONE } from './command.ts';
import type { CommandIo } from './command.ts';

/** The built web application, beside the built programme. */
const WEB_ROOT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Serves and waits; closes the record at the end. */
export async function serveStore(store: Store, { host, port }: Settings, io: CommandIo): Promise<number> {
  const stopped = io.stopped;
  try {
    const server = await startServer({
      store,
      version: VERSION,
      host,
      port,
      webRoot: WEB_ROOT,
      analyze: analyzer(),
    });
    io.warn(`annalist shows ${store.path} on ${server.url}`);
    io.warn('Press Ctrl-C to stop.');
    await stopped;
    await server.close();
    return DONE;
  } finally {
    await store.close();
  }
}

/** The language engine for the server: loaded when the first tree is asked for, and kept. */
function analyzer(): AnalyzeSentences {
  let engine: Engine | undefined;
  return (text, blocks) => {
    engine ??= loadEngine();
    return engine.analyze(text, blocks).sentences;
  };
}
