/** Files: opening, reading, and what the system's refusals mean. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

import { AnnalistError, inputNotFound, inputUnreadable } from '../../errors.ts';

/** The bytes of a file, or of a pipe that has a path. Throws `input-not-found` or `input-unreadable`. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (error) {
    throw fileFailure(path, error);
  }
}

/** The first bytes of a file, fewer than `length` only when it is shorter. */
export async function fileHead(path: string, length: number): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFailure(path, error);
  }
}

/** The error for what the system said about a path. Errors that are not the system's come back as they are. */
export function fileFailure(path: string, error: unknown): unknown {
  if (error instanceof AnnalistError) return error;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return inputNotFound(path, error);
  return inputUnreadable(path, REASONS[code] ?? error);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EISDIR: 'it is a folder',
};
