/** A pool of worker threads that read pages: one page a thread at a time, a thread that dies takes only its page along. */

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { Page } from '../document/page.ts';
import { AnnalistError, readingFailed } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { Reading } from './read-page.ts';

/** What a thread is sent: a page without its bytes, which reading does not look at. */
export type ToThread = Page;

/** What a thread answers. Errors do not keep their class on the way between threads, so they go as their parts. */
export type FromThread =
  | { readonly reading: Exclude<Reading, { readonly rejected: unknown }> }
  | { readonly rejected: { readonly code: ErrorCode; readonly message: string } };

export interface ReadPool {
  /** Reads a page in the first thread that is free. Never rejects: a thread that dies is told as `reading-failed`. */
  read(page: Page): Promise<Reading>;
  /** Ends the threads. What was not read yet never will be. */
  close(): Promise<void>;
}

/** One page that waits for a thread or is in one. */
interface Task {
  readonly page: Page;
  readonly done: (reading: Reading) => void;
}

/** Opens a pool of up to `size` threads; each is started when there is work that no other is free for. */
export function openPool(size: number, startThread: () => Worker = startReading): ReadPool {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const threads = new Map<Worker, Task | null>();
  let isOpen = true;

  const give = (thread: Worker, task: Task): void => {
    threads.set(thread, task);
    thread.postMessage(withoutBytes(task.page));
  };
  const start = (): Worker => {
    const thread = startThread();
    threads.set(thread, null);
    thread.on('message', (answer: FromThread) => {
      const task = threads.get(thread);
      const next = waiting.shift();
      if (next === undefined) {
        threads.set(thread, null);
        idle.push(thread);
      } else {
        give(thread, next);
      }
      task?.done(readingOf(answer));
    });
    // Every death ends in `exit`; `error` comes before it when an exception or want of memory is the reason.
    let reason: unknown = null;
    thread.on('error', (error) => (reason = error));
    thread.on('exit', (status) => bury(thread, reason ?? `its thread ended with status ${status}`));
    return thread;
  };
  const bury = (thread: Worker, reason: unknown): void => {
    const task = threads.get(thread);
    threads.delete(thread);
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    task?.done({ rejected: readingFailed(task.page.location, reason) });
    const next = isOpen ? waiting.shift() : undefined;
    if (next !== undefined) give(start(), next);
  };

  return {
    read: (page) =>
      new Promise((done) => {
        const task = { page, done };
        const thread = idle.pop() ?? (threads.size < size ? start() : undefined);
        if (thread === undefined) waiting.push(task);
        else give(thread, task);
      }),
    async close() {
      isOpen = false;
      await Promise.all([...threads.keys()].map((thread) => thread.terminate()));
    },
  };
}

function readingOf(answer: FromThread): Reading {
  if (!('rejected' in answer)) return answer.reading;
  return { rejected: new AnnalistError(answer.rejected.code, answer.rejected.message) };
}

/** Bytes can be ten times as large as what is read of them; they stay with the caller, who keeps the page. */
function withoutBytes(page: Page): ToThread {
  return { ...page, capture: { ...page.capture, bytes: new Uint8Array(0) } };
}

/** Starts a thread that reads pages: of the build as it is; of the sources with the loader that development runs them with. */
function startReading(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./read-thread.js', import.meta.url));
  const thread = new URL('./read-thread.ts', import.meta.url).href;
  // The loader's entry for ES modules lies beside the one for CommonJS, which is the one that can be asked for here.
  const { resolve } = createRequire(import.meta.url);
  const loader = new URL('./index.mjs', pathToFileURL(resolve('tsx/esm/api'))).href;
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(thread)}); })`;
  return new Worker(script, { eval: true });
}
