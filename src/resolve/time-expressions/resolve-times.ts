/** Resolving times: which words say when, how long or how often, and which days they come to. */

import type { ArticleFacts } from '../../document/article.ts';
import type { Sentence, Token } from '../../document/token.ts';
import type { TimeExpression, TimeWarning } from '../../document/time-expression.ts';
import type { Direction } from '../../lexicon/time-cues.ts';
import type { Stage } from '../../pipeline/stage.ts';
import { anchorOf } from './anchor.ts';
import type { Anchor } from './anchor.ts';
import { boundsOf } from './bounds.ts';
import type { Context, Memory } from './context.ts';
import { directionOf } from './direction.ts';
import { longestMatch } from './match-patterns.ts';
import type { Match } from './match-patterns.ts';
import { meaningOf } from './meaning.ts';
import { afterTimelessName, isTime } from './not-times.ts';
import { dateClocks, joinRanges } from './ranges.ts';
import type { Value } from './value.ts';
import { warningsOf } from './warnings.ts';

/** Adds the times of a text and the warnings that they give. */
export const resolveTimes: Stage<'tokens' | 'sentences', 'times' | 'timeWarnings'> = {
  name: 'resolve-times',
  needs: ['tokens', 'sentences'],
  adds: ['times', 'timeWarnings'],
  run: ({ text, facts, layers }) => timesOf(text, facts, layers.tokens, layers.sentences),
};

/** What is carried from one expression to the next. */
interface Progress {
  readonly anchor: Anchor | null;
  readonly times: TimeExpression[];
  readonly timeWarnings: TimeWarning[];
  memory: Memory;
  /** Sentence in which `memory.day` and `memory.quarter` were last set. */
  daySentence: number;
  quarterSentence: number;
}

/** For how many sentences a day is still "the day", and a quarter still what "a year earlier" compares. */
const DAY_REACH_SENTENCES = 4;
const QUARTER_REACH_SENTENCES = 12;

function timesOf(
  text: string,
  facts: ArticleFacts,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): { times: TimeExpression[]; timeWarnings: TimeWarning[] } {
  const progress: Progress = {
    anchor: anchorOf(facts),
    times: [],
    timeWarnings: [],
    memory: { day: null, stretch: null, quarter: null },
    daySentence: -1,
    quarterSentence: -1,
  };
  for (const [index, sentence] of sentences.entries()) {
    forget(progress, index);
    readSentence(text, tokens, sentence, index, progress);
  }
  return { times: joinRanges(tokens, dateClocks(text, progress.times)), timeWarnings: progress.timeWarnings };
}

function forget(progress: Progress, index: number): void {
  if (index - progress.daySentence > DAY_REACH_SENTENCES) progress.memory = { ...progress.memory, day: null };
  if (index - progress.quarterSentence > QUARTER_REACH_SENTENCES) {
    progress.memory = { ...progress.memory, quarter: null };
  }
}

function readSentence(
  text: string,
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  progress: Progress,
): void {
  let at = sentence.firstToken;
  while (at < sentence.endToken) {
    const afterName = afterTimelessName(text, tokens, at, sentence);
    if (afterName > at) {
      at = afterName;
      continue;
    }
    const match = longestMatch(tokens, at, sentence.endToken);
    if (match === null || !isTime(text, tokens, at, match) || holdsName(text, tokens, at, match, sentence)) {
      at += 1;
      continue;
    }
    const context = contextOf(tokens, at, match, sentence, progress);
    const value = meaningOf(match, context);
    if (value !== null) keep(text, tokens, at, match, value, context, index, progress);
    // Words that name no day ("31 June") are passed over whole, so that no part of them is read as one.
    at =
      value !== null || match.captures.has('dom') || match.pattern.meaning === 'nothing' ? match.end : at + 1;
  }
}

/** Whether a match runs into a name: "the 20th Century Fox". */
function holdsName(
  text: string,
  tokens: readonly Token[],
  at: number,
  { end }: Match,
  sentence: Sentence,
): boolean {
  for (let i = at + 1; i < end; i += 1) {
    if (afterTimelessName(text, tokens, i, sentence) > i) return true;
  }
  return false;
}

/** How many words before an expression its preposition and article are looked for in. */
const BEFORE_TOKENS = 4;

function contextOf(
  tokens: readonly Token[],
  at: number,
  { end, captures }: Match,
  sentence: Sentence,
  { anchor, memory }: Progress,
): Context {
  let direction: Direction | null | undefined;
  const first = Math.max(sentence.firstToken, at - BEFORE_TOKENS);
  const inside = captures.has('turn') ? tokens.slice(at, end) : [];
  return {
    anchor,
    memory,
    before: tokens.slice(first, at).map(({ norm }) => norm),
    after: end < sentence.endToken ? (tokens[end]?.norm ?? '') : '',
    turnWord: inside.find(({ norm }) => TURN_WORDS.test(norm))?.norm ?? null,
    direction: () =>
      direction === undefined ? (direction = directionOf(tokens, at, end, sentence)) : direction,
  };
}

const TURN_WORDS = /^(?:last|past|previous|preceding|next|coming|following|upcoming|this|current)$/;

function keep(
  text: string,
  tokens: readonly Token[],
  at: number,
  match: Match,
  value: Value,
  context: Context,
  index: number,
  progress: Progress,
): void {
  const span = { start: tokens[at]?.start ?? 0, end: tokens[match.end - 1]?.end ?? 0 };
  progress.times.push({
    ...span,
    kind: value.kind,
    timex: value.timex,
    basis: value.basis,
    anchor: value.anchor,
    ...boundsOf(value, match.captures, context),
    because: `time-patterns:${match.pattern.rule}`,
  });
  progress.timeWarnings.push(...warningsOf(text, span, match, value, context));
  remember(value, index, progress);
}

function remember(value: Value, index: number, progress: Progress): void {
  const isDated =
    (value.kind === 'date' || value.kind === 'time') && value.first !== null && value.grain !== 'none';
  if (!isDated) return;
  const isDay = value.grain === 'day';
  const isQuarter = value.grain === 'quarter';
  progress.memory = {
    day: isDay ? value.last : progress.memory.day,
    stretch: value,
    quarter: isQuarter && value.basis !== 'relative' ? value : progress.memory.quarter,
  };
  if (isDay) progress.daySentence = index;
  if (isQuarter) progress.quarterSentence = index;
}
