/** Places (LGL, TR-News and sets like them): which place a given name stands for, scored by `score_places.py --given`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Span } from '../../src/document/span.ts';
import { resolveToponyms } from '../../src/resolve/geocode/resolve-toponyms.ts';
import { readJsonLines } from '../json-lines.ts';
import { lastJsonLine, wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly url?: string | null;
  readonly places: readonly Span[];
}

export const places: Task = {
  name: 'places',
  matches: (name) => name.startsWith('places_'),
  // The spans are given, so cleaning and finding have no part in this; only `resolveToponyms` is measured.
  run(gold, _reader, folder) {
    const path = join(folder, `${gold.name}.system.jsonl`);
    let words = 0;
    const lines = (readJsonLines(gold.path) as GoldArticle[]).map(({ id, text, url, places: spans }) => {
      words += wordsOf(text);
      const found = resolveToponyms({ text, facts: { url: url ?? null, publisher: null } }, spans);
      return JSON.stringify({
        id,
        places: found.flatMap((resolution, i) => {
          const given = spans[i];
          if (resolution === null || given === undefined) return [];
          const { latitude, longitude, country, geonamesId } = resolution.candidate.place;
          return [
            {
              start: given.start,
              end: given.end,
              lat: latitude,
              lon: longitude,
              country,
              geonames: geonamesId,
            },
          ];
        }),
      });
    });
    writeFileSync(path, `${lines.join('\n')}\n`);
    return Promise.resolve({ path, words });
  },
  scorer: (gold, output) => ['score_places.py', gold.path, output.path, '--given'],
  figures: lastJsonLine,
  shown: ['all.acc161', 'all.auc', 'answered.acc161'],
};
