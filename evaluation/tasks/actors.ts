/** Actors: codes of phrases and members of compounds (`ngec_actors`), scored by `score_actors.py`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { actorLexicon } from '../../src/lexicon/actors.ts';
import { codeActor } from '../../src/resolve/actor-codes/code-actor.ts';
import { membersAround } from '../../src/resolve/actor-codes/members-around.ts';
import { readJsonLines } from '../json-lines.ts';
import { wordsOf } from '../task.ts';
import type { Task } from '../task.ts';

interface GoldPhrase {
  readonly id: string;
  readonly dataset: string;
  readonly text: string;
  readonly date?: string;
  readonly context?: string;
  /** Where a sentence is given: the part of it that is asked for. */
  readonly mention?: string;
}

export const actors: Task = {
  name: 'ngec_actors',
  matches: (name) => name.startsWith('ngec_actors'),
  // Phrases stand alone here, so nothing is cleaned or parsed; only `codeActor` and `splitActor` are measured.
  run(gold, _reader, folder) {
    const path = join(folder, `${gold.name}.system.jsonl`);
    let words = 0;
    const lines = (readJsonLines(gold.path) as GoldPhrase[]).map((phrase) => {
      words += wordsOf(phrase.text);
      return JSON.stringify(answerOf(phrase));
    });
    writeFileSync(path, `${lines.join('\n')}\n`);
    return Promise.resolve({ path, words });
  },
  scorer: (gold, output) => ['score_actors.py', '--gold', gold.path, '--system', output.path],
  figures: figuresOf,
  shown: ['country', 'sector', 'wiki', 'nobody: left unresolved', 'split: exact set', 'all asserted fields'],
};

function answerOf({ id, dataset, text, date, context, mention }: GoldPhrase): object {
  if (dataset === 'ngec_split') return { id, members: membersAround(text, mention ?? text, actorLexicon()) };
  const actor = codeActor(text, { date: date ?? null, context: context ?? null });
  if (actor === null) return { id, actor: null };
  const [sector = '', second = ''] = actor.sectors;
  return {
    id,
    actor: {
      country: actor.country,
      sector,
      sector2: second,
      wiki: actor.actor === null ? '' : actor.name,
      because: actor.because,
    },
  };
}

/** The scorer prints `name  hits/of  share`, one a line. */
function figuresOf(stdout: string): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const line of stdout.split('\n')) {
    const match = /^(\S.*?)\s+\d+\/\d+\s+([\d.]+)$/.exec(line);
    if (match !== null) figures[match[1] ?? ''] = Number(match[2]);
  }
  return figures;
}
