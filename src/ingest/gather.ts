/** Gathering a stream of bytes into one piece, up to a limit. */

/** More came than permitted. */
export class TooManyBytes extends Error {}

export interface Limit {
  readonly maxBytes: number;
  /** What is over the limit is left away, where the beginning is worth having; otherwise it is an error. */
  readonly cut?: boolean;
}

/** All chunks as one, or TooManyBytes. Leaving the loop ends the stream that they come from. */
export async function gatherBytes(
  chunks: AsyncIterable<Uint8Array>,
  { maxBytes, cut = false }: Limit,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length <= maxBytes) continue;
    if (!cut) throw new TooManyBytes();
    return Buffer.concat(parts, maxBytes);
  }
  return Buffer.concat(parts, length);
}
