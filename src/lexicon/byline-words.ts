/** Words that open a byline ("By", "Par", "بقلم") and words of the jobs that stand in one. */

import { readTable } from './table.ts';

/** The length of the opener that a line begins with, in characters, or 0. */
export function bylineOpenerLength(line: string): number {
  const folded = line.slice(0, MAX_OPENER_CHARACTERS).toLowerCase();
  return openers().find((opener) => folded.startsWith(opener) && endsWord(folded, opener))?.length ?? 0;
}

/** Whether a word is one of a job in a newsroom: "editor", "correspondent", "muhabir". */
export function isNewsroomJob(word: string): boolean {
  return jobs().has(word.toLowerCase());
}

/** Whether a word is one of several people in a newsroom: "desk", "bureau", "redaktion". */
export function isNewsroomGroup(word: string): boolean {
  return jobs().get(word.toLowerCase()) === 'group';
}

const MAX_OPENER_CHARACTERS = 40;

let openerList: readonly string[] | undefined;
let jobKinds: ReadonlyMap<string, string> | undefined;

function jobs(): ReadonlyMap<string, string> {
  jobKinds ??= new Map(
    readTable('byline-roles.tsv', ['word', 'kind', 'language', 'example']).map(({ word, kind }) => [
      word,
      kind,
    ]),
  );
  return jobKinds;
}

function openers(): readonly string[] {
  openerList ??= readTable('byline-openers.tsv', ['opener', 'languages', 'example'])
    .map(({ opener }) => opener)
    .sort((a, b) => b.length - a.length);
  return openerList;
}

/** "By" opens "By Ada" and "By: Ada" but not "Byron"; openers that end in a mark or an ideograph end anywhere. */
function endsWord(line: string, opener: string): boolean {
  return (
    !/\p{Alphabetic}$/u.test(opener) ||
    /\p{Script=Han}$/u.test(opener) ||
    !/^[\p{L}\p{M}\p{N}'’-]/u.test(line.slice(opener.length))
  );
}
