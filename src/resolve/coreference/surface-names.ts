/** Names by their capitals: runs of capitalised words, for texts that no language model has read. */

import { isCorefWord } from '../../lexicon/coref-words.ts';
import { isSpeechForm } from '../../lexicon/speech-verbs.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';
import type { NameSpan } from './draft.ts';
import { hasFacet } from './name-kind.ts';
import type { Scan, Words } from './scan.ts';
import { isCapital, isFunctionWord, isGlued, normAt, textOfWords } from './scan.ts';

/** The names of the readable sentences, in text order. Headlines in title case give only names found elsewhere. */
export function surfaceNames(scan: Scan): NameSpan[] {
  const inTitleCase = new Set(scan.readable.filter((i) => isTitleCase(scan, i)));
  const plain = scan.readable.filter((i) => !inTitleCase.has(i)).map((i) => ({ i, runs: runsOf(scan, i) }));
  const known = new Set(
    plain.flatMap(({ runs }) =>
      runs.filter(({ sure }) => sure).flatMap(({ words }) => partsKnown(scan, words)),
    ),
  );
  const names = plain.flatMap(({ i, runs }) =>
    runs
      .filter(({ sure, words }) => sure || known.has(textOfWords(scan, words)))
      .map(({ words }) => ({ ...words, sentence: i, kind: null })),
  );
  const titled = [...inTitleCase].flatMap((i) => knownRuns(scan, i, known));
  return [...names, ...titled].sort((a, b) => a.from - b.from);
}

interface Run {
  readonly words: Words;
  /** False for a single word that may have its capital from the place where it stands. */
  readonly sure: boolean;
}

/** A name and its last words: "Ana Maria Ruiz" makes "Maria Ruiz" and "Ruiz" known. */
function partsKnown(scan: Scan, { from, to }: Words): string[] {
  return Array.from({ length: to - from }, (_, i) => textOfWords(scan, { from: from + i, to }));
}

/** Share of long words with a capital from which a sentence is in title case. */
const TITLE_CASE_SHARE = 0.7;
const LONG_WORD_LETTERS = 4;

function isTitleCase(scan: Scan, sentence: number): boolean {
  const { firstToken = 0, endToken = 0 } = scan.sentences[sentence] ?? {};
  if (/^[.!?"”]$/.test(normAt(scan, endToken - 1))) return false;
  let long = 0;
  let capital = 0;
  for (let i = firstToken; i < endToken; i += 1) {
    if (normAt(scan, i).length < LONG_WORD_LETTERS) continue;
    long += 1;
    if (isCapital(scan, i)) capital += 1;
  }
  return long >= LONG_WORD_LETTERS && capital >= long * TITLE_CASE_SHARE;
}

function knownRuns(scan: Scan, sentence: number, known: ReadonlySet<string>): NameSpan[] {
  const { firstToken = 0, endToken = 0 } = scan.sentences[sentence] ?? {};
  const names: NameSpan[] = [];
  for (let from = firstToken; from < endToken; from += 1) {
    if (!isCapital(scan, from)) continue;
    for (let to = Math.min(endToken, from + LONGEST_NAME_TOKENS); to > from; to -= 1) {
      if (!known.has(textOfWords(scan, { from, to }))) continue;
      names.push({ from, to, sentence, kind: null });
      from = to - 1;
      break;
    }
  }
  return names;
}

/** Longer runs of capitals are headlines, not names. */
const LONGEST_NAME_TOKENS = 12;

function runsOf(scan: Scan, sentence: number): Run[] {
  const { firstToken = 0, endToken = 0 } = scan.sentences[sentence] ?? {};
  const runs: Run[] = [];
  for (let i = firstToken; i < endToken; i += 1) {
    if (!isCapital(scan, i)) continue;
    const to = endOfRun(scan, i, endToken);
    for (const words of split(scan, { from: i, to })) {
      const run = trimmedRun(scan, words, firstToken);
      if (run !== null) runs.push(run);
    }
    i = to - 1;
  }
  return runs;
}

function endOfRun(scan: Scan, from: number, end: number): number {
  let to = from + 1;
  while (to < end && to - from < LONGEST_NAME_TOKENS) {
    const step = stepOver(scan, from, to);
    if (step === 0 || to + step > end) break;
    to += step;
  }
  return to;
}

/** How many tokens the run goes on by: a capital, or a link with a capital after it. */
function stepOver(scan: Scan, from: number, to: number): number {
  const norm = normAt(scan, to);
  if (isCapital(scan, to)) return isFunctionWord(norm) && !isGlued(scan, to) ? 0 : 1;
  const next = isCapital(scan, to + 1);
  if (norm === '-' && isGlued(scan, to) && isGlued(scan, to + 1) && next) return 2;
  if ((norm === '&' || isCorefWord(norm, 'particle')) && next) return 2;
  if (norm !== 'of' || !takesOf(normAt(scan, to - 1)) || from === to) return 0;
  if (next) return 2;
  return normAt(scan, to + 1) === 'the' && isCapital(scan, to + 2) ? 3 : 0;
}

/** "Ministry of Justice", "Gulf of Oman", "Republic of the Congo" are one name each. */
function takesOf(norm: string): boolean {
  return isCorefWord(norm, 'name.organisation', 'name.place', 'noun.state');
}

/** Parts a run of two known names: "Kenya-Somalia". */
function split(scan: Scan, words: Words): Words[] {
  for (let i = words.from + 1; i < words.to - 1; i += 1) {
    if (normAt(scan, i) !== '-') continue;
    const left = { from: words.from, to: i };
    const right = { from: i + 1, to: words.to };
    if (isKnown(scan, left) && !isKnown(scan, words)) return [left, ...split(scan, right)];
  }
  return [words];
}

function isKnown(scan: Scan, words: Words): boolean {
  return hasFacet(textOfWords(scan, words), 'name', 'capital', 'demonym');
}

function trimmedRun(scan: Scan, words: Words, first: number): Run | null {
  let { from, to } = words;
  if (/^(?:the|a|an)$/.test(normAt(scan, from))) from += 1;
  const opens = from === first || /^["'(“‘]$/.test(normAt(scan, from - 1));
  const isWeak = (at: number): boolean =>
    isFunctionWord(normAt(scan, at)) || (opens && at === words.from && isOrdinary(scan, at));
  if (to - from > 1) {
    while (from < to && isWeak(from) && !isKnown(scan, { from, to })) from += 1;
  }
  while (from < to && isCalendar(normAt(scan, to - 1))) to -= 1;
  while (from < to && isCalendar(normAt(scan, from))) from += 1;
  if (from >= to || (to - from === 1 && isFunctionWord(normAt(scan, from)) && !isKnown(scan, { from, to })))
    return null;
  const isLone = opens && from === first && to - from === 1;
  return { words: { from, to }, sure: !isLone || isSureAlone(scan, from) };
}

/** A word that the text has in small letters too, or that is a common noun of ours. */
function isOrdinary(scan: Scan, at: number): boolean {
  const norm = normAt(scan, at);
  return scan.small.has(norm) || isCorefWord(norm, 'role.many', 'pair.person', 'pair.side');
}

/** A single word that opens a sentence is a name when the tables know it or when it speaks. */
function isSureAlone(scan: Scan, at: number): boolean {
  if (isKnown(scan, { from: at, to: at + 1 })) return true;
  return (
    !isOrdinary(scan, at) &&
    (isSpeechForm(normAt(scan, at + 1)) || normAt(scan, at + 1) === "'s") &&
    !/(?:s|ing|ed|ly)$/.test(normAt(scan, at))
  );
}

function isCalendar(norm: string): boolean {
  return (wordClassesOf(norm) & (WORD_CLASS.day | WORD_CLASS.month)) !== 0;
}
