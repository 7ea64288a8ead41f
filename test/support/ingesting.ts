/** Ingest in tests: a folder of its own, servers on loopback, and short forms of what came out. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

import { loadSettings, type WrittenOptions } from '../../src/config/load.ts';
import type { Page } from '../../src/document/page.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Ingested, IngestOptions } from '../../src/ingest/ingested.ts';
import { startServer, type LoopbackServer, type Reply } from './loopback-server.ts';

/** A folder of its own for each test. */
export let folder = '';
const servers: LoopbackServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-ingest-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

export const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

export async function serve(replies: Readonly<Record<string, Reply>>): Promise<LoopbackServer> {
  const server = await startServer(replies);
  servers.push(server);
  return server;
}

export const NO_WAITING = { now: () => Date.UTC(2024, 2, 12), sleep: () => Promise.resolve() };

export async function all(
  inputs: readonly string[],
  written: WrittenOptions = {},
  options: IngestOptions = {},
): Promise<Ingested[]> {
  const settings = loadSettings({ 'allow-private-network': true, ...written });
  const items: Ingested[] = [];
  for await (const item of ingest(inputs, { settings, clock: NO_WAITING, ...options })) items.push(item);
  return items;
}

/** One line an item: what became of it and what it is about, with the test's own folder cut off. */
export function summary(items: readonly Ingested[]): string[] {
  const short = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return items.map((item) => {
    if ('page' in item)
      return `${item.page.format} ${short(item.page.location)}: ${item.page.body.trim().slice(0, 30)}`;
    if ('failure' in item) return `${item.failure.code} ${short(item.location)}`;
    if ('skipped' in item) return `skipped ${short(item.location)}: ${short(item.skipped)}`;
    if ('notice' in item) return `notice ${short(item.location)}: ${short(item.notice)}`;
    return `unchanged ${short(item.location)}`;
  });
}

export function pagesOf(items: readonly Ingested[]): Page[] {
  return items.flatMap((item) => ('page' in item ? [item.page] : []));
}

export function messages(items: readonly Ingested[]): string[] {
  return items.flatMap((item) => ('failure' in item ? [item.failure.message] : []));
}

export async function* chunks(
  ...parts: readonly (string | Uint8Array)[]
): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

export const PAGE =
  '<!doctype html><html><head><title>Bridge</title></head><body><p>The bridge is closed.</p></body></html>';
