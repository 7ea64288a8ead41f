/** Time expressions (TimeML): what says when, how long and how often, scored by `score_timex.py`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RecordedTime } from '../../src/document/record.ts';
import { readJsonLines } from '../json-lines.ts';
import { lastJsonLine, recordOf, textPage, wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

export const timex: Task = {
  name: 'timex',
  matches: (name) => name.startsWith('timex_'),
  async run(gold, reader, folder) {
    const path = join(folder, `${gold.name}.system.jsonl`);
    const lines: string[] = [];
    let words = 0;
    for (const { id, dct, text } of readJsonLines(gold.path) as { id: string; dct: string; text: string }[]) {
      words += wordsOf(text);
      const page = textPage(id, text);
      const dated = { ...page, given: { ...page.given, published: dct, language: 'en' } };
      const spans = (recordOf(reader, dated)?.times ?? []).map((time) => spanOf(text, time));
      lines.push(JSON.stringify({ id, spans }));
    }
    writeFileSync(path, `${lines.join('\n')}\n`);
    return { path, words };
  },
  scorer: (gold, output) => ['score_timex.py', gold.path, output.path],
  figures: lastJsonLine,
  shown: ['value.f1', 'strict.f1', 'relaxed.f1', 'type.f1', 'day.f1'],
};

/** Offsets of the gold are code points, the record's are UTF-16 code units. */
function spanOf(text: string, { start, end, timex: value }: RecordedTime): object {
  const codePoints = (offset: number): number => [...text.slice(0, offset)].length;
  return { start: codePoints(start), end: codePoints(end), type: typeOf(value), value };
}

/** The TIMEX3 type, which the value tells but for sets that are written like lengths. */
function typeOf(value: string): string {
  if (value.startsWith('XXXX-WXX') || value.startsWith('XXXX-XX-XXT')) return 'SET';
  if (/^P[\dTX]/.test(value)) return 'DURATION';
  return value.includes('T') && !value.includes('_') ? 'TIME' : 'DATE';
}
