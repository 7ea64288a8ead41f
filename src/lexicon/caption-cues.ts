/** Words that only a picture's caption has: "(left)", "from left", "file photo". */

import { readTable } from './table.ts';

/** Whether a line in small letters holds a caption's words. */
export function hasCaptionCue(line: string): boolean {
  cues ??= readTable('caption-cues.tsv', ['cue', 'example']).map(({ cue }) => cue);
  return cues.some((cue) => line.includes(cue));
}

let cues: readonly string[] | undefined;
