/** What runs in a thread of the pool: loads the reader once and answers every page that it is sent. */

import { parentPort } from 'node:worker_threads';

import type { FromThread, ToThread } from './pool.ts';
import { loadReader, readSafely } from './read-page.ts';

const port = parentPort;
if (port === null) throw new Error('read-thread runs in a worker thread only');

// Pages that are sent while the reader loads wait in the queue of the port until something listens.
const reader = await loadReader();
port.on('message', (page: ToThread) => port.postMessage(answerTo(page)));

function answerTo(page: ToThread): FromThread {
  const reading = readSafely(reader, page);
  if (!('rejected' in reading)) return { reading };
  const { code, message } = reading.rejected;
  return { rejected: { code, message } };
}
