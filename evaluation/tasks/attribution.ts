/** Attribution (PolNeAR): who said what, scored by `score_attribution.py --scope claim`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RecordedClaim } from '../../src/document/record.ts';
import type { Span } from '../../src/document/span.ts';
import { readJsonLines } from '../json-lines.ts';
import { recordOf, textPage, wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

export const attribution: Task = {
  name: 'polnear',
  matches: (name) => name.startsWith('polnear.'),
  async run(gold, reader, folder) {
    const path = join(folder, `${gold.name}.system.jsonl`);
    const lines: string[] = [];
    let words = 0;
    for (const { id, text } of readJsonLines(gold.path) as { id: string; text: string }[]) {
      words += wordsOf(text);
      // The corpus marks outermost attributions only.
      const claims = (recordOf(reader, textPage(id, text))?.claims ?? []).filter(
        ({ inside }) => inside === null,
      );
      lines.push(JSON.stringify({ id, attributions: claims.map(attributionOf) }));
    }
    writeFileSync(path, `${lines.join('\n')}\n`);
    return { path, words };
  },
  scorer: (gold, output) => [
    'score_attribution.py',
    gold.path,
    output.path,
    '--scope',
    'claim',
    '--slices',
    '--utf16',
    '--json',
  ],
  figures: (stdout) => JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<string, unknown>,
  shown: ['whole detect.f1', 'whole soft.p', 'whole soft.r', 'whole soft.f1', 'whole exact.f1'],
};

function attributionOf({ source, cue, content }: RecordedClaim): object {
  const pairs = (spans: readonly Span[]): number[][] => spans.map(({ start, end }) => [start, end]);
  return {
    source: source.kind === 'none' ? null : pairs(source.spans),
    cue: pairs(cue.spans),
    content: pairs(content.spans),
  };
}
