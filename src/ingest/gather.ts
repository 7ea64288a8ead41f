/** Gathering a stream of bytes into one piece, up to a limit. */

/** More came than permitted. */
export class TooManyBytes extends Error {}

/** All chunks as one, or TooManyBytes. Leaving the loop ends the stream that they come from. */
export async function gatherBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) throw new TooManyBytes();
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}
