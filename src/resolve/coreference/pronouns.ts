/** Pronouns of the third person: which entity each stands for, or none where that is not sure. */

import type { Claim } from '../../document/claim.ts';
import type { Span } from '../../document/span.ts';
import { contains } from '../../document/span.ts';
import { WORD_CLASS, wordClassesOf } from '../../lexicon/word-classes.ts';
import type { Draft } from './draft.ts';
import type { Pointed, Seen } from './nominals.ts';
import type { Scan, Words } from './scan.ts';
import { isPreposition, isSubject, looksFinite, normAt, spanOf } from './scan.ts';

export interface Pronoun extends Words {
  readonly norm: string;
  readonly sentence: number;
}

/** What of it a pronoun asks: a man, a woman, a thing or body, or more than one. */
type Asks = 'he' | 'she' | 'it' | 'they';

const ASKS: Readonly<Record<string, Asks>> = {
  he: 'he', him: 'he', his: 'he', himself: 'he',
  she: 'she', her: 'she', hers: 'she', herself: 'she',
  it: 'it', its: 'it', itself: 'it',
  they: 'they', them: 'they', their: 'they', theirs: 'they', themselves: 'they',
}; // prettier-ignore

export function pronounsOf(scan: Scan, sentence: number): Pronoun[] {
  const { firstToken = 0, endToken = 0 } = scan.sentences[sentence] ?? {};
  const found: Pronoun[] = [];
  for (let i = firstToken; i < endToken; i += 1) {
    const norm = normAt(scan, i);
    if (ASKS[norm] !== undefined && !isEmptyIt(scan, i)) found.push({ from: i, to: i + 1, norm, sentence });
  }
  return found;
}

/** "It is likely that …", "it seems": nothing is meant. */
function isEmptyIt(scan: Scan, at: number): boolean {
  if (normAt(scan, at) !== 'it') return false;
  const next = normAt(scan, at + 1);
  if (/^(?:seems?|seemed|appears?|appeared|takes|took|rains?|rained|turns|turned)$/.test(next)) return true;
  const isBe = (wordClassesOf(next) & WORD_CLASS['auxiliary.be']) !== 0 || next === "'s";
  return isBe && !/(?:ing|ed)$/.test(normAt(scan, at + 2));
}

/** The claims around one pronoun, with the speakers known so far. */
export interface Speaking {
  /** The claim whose source the pronoun is. */
  readonly asSource: boolean;
  /** Who was the source of the latest claim before. */
  readonly lastSpeaker: Draft | null;
  /** Whose words the pronoun stands in, and whether they are quoted. */
  readonly within: {
    readonly speaker: Draft | null;
    readonly isDirect: boolean;
    readonly opens: boolean;
  } | null;
}

/** How many sentences back a pronoun reaches. */
const PRONOUN_REACH = 3;

/** The best score must pass this, and be ahead of the next by `LEAST_LEAD`. */
const LEAST_SCORE = -1;
const LEAST_LEAD = 0.25;

/** The entity that a pronoun stands for; null where nobody fits or two fit alike. */
export function meantBy(
  scan: Scan,
  pronoun: Pronoun,
  seen: readonly Seen[],
  speaking: Speaking,
): Pointed | null {
  const asks = ASKS[pronoun.norm];
  if (asks === undefined || isLooseIt(scan, pronoun)) return null;
  let best: { draft: Draft; score: number } | null = null;
  let second = -Infinity;
  const tried = new Set<Draft>();
  for (let i = seen.length - 1; i >= 0; i -= 1) {
    const at = seen[i];
    if (at === undefined || pronoun.sentence - at.mention.sentence > PRONOUN_REACH) break;
    if (at.mention.from >= pronoun.from || tried.has(at.draft) || !fits(asks, at.draft)) continue;
    tried.add(at.draft);
    if (isBarred(scan, pronoun, at, speaking)) continue;
    const score = scoreOf(scan, asks, pronoun, at, speaking) - RANK_COST * (tried.size - 1);
    if (best === null || score > best.score) {
      second = best?.score ?? second;
      best = { draft: at.draft, score };
    } else second = Math.max(second, score);
  }
  if (best === null || best.score < LEAST_SCORE || best.score - second < LEAST_LEAD) return null;
  return { draft: best.draft, confidence: confidenceOf(best.score, second), because: `pronoun-${asks}` };
}

/** "It" as an object may be any thing at all, which no entity is. */
function isLooseIt(scan: Scan, pronoun: Pronoun): boolean {
  return pronoun.norm === 'it' && !isSubject(scan, pronoun);
}

/** What each nearer entity that fits takes from those further back. */
const RANK_COST = 0.3;

function fits(asks: Asks, { kind, gender, isPlural, mentions }: Draft): boolean {
  if (asks === 'they') return isPlural || kind === 'group' || kind === 'organisation';
  if (isPlural) return false;
  if (asks === 'it') return kind !== 'person' && (kind !== 'unknown' || mentions.length > 1);
  return (kind === 'person' || kind === 'unknown') && (gender === null || gender === asks);
}

/** Nobody is "him" in the clause where he acts, and "he" in a quotation is not who says it. */
function isBarred(scan: Scan, pronoun: Pronoun, { draft, mention }: Seen, { within }: Speaking): boolean {
  if (within !== null && within.isDirect && within.speaker === draft) return true;
  if (ASKS[pronoun.norm] === 'they' && hasOwnPlural(scan, pronoun, mention.to)) return true;
  if (!/^(?:him|them|her|it)$/.test(pronoun.norm) || isSubject(scan, pronoun)) return false;
  if (!mention.isSubject || mention.sentence !== pronoun.sentence || isPossessiveHer(scan, pronoun))
    return false;
  for (let i = mention.to; i < pronoun.from; i += 1) {
    if (/^(?:,|that|which|who|and|but|when|because|after|before|if|to|as|while|said)$/.test(normAt(scan, i)))
      return false;
  }
  return true;
}

/** Whether other things in the plural stand between the two: "The groups met. While clashes went on, they …". */
function hasOwnPlural(scan: Scan, { from }: Pronoun, after: number): boolean {
  for (let i = Math.max(after, from - PLURAL_REACH_TOKENS); i < from; i += 1) {
    const norm = normAt(scan, i);
    if (
      norm === 'people' ||
      (/[a-z][^sui'-]s$/.test(norm) && wordClassesOf(norm) === 0 && !looksFinite(norm))
    )
      return true;
  }
  return false;
}

/** Things in the plural that stand further back than this many tokens no longer come to mind first. */
const PLURAL_REACH_TOKENS = 30;

/** "Her" before a noun is a genitive: "her brother". */
function isPossessiveHer(scan: Scan, { norm, to }: Pronoun): boolean {
  return (
    norm === 'her' &&
    /^\p{L}/u.test(normAt(scan, to)) &&
    !looksFinite(normAt(scan, to)) &&
    wordClassesOf(normAt(scan, to)) === 0
  );
}

/** Weights chosen by hand and checked against a treebank with coreference; `docs/quality.md` has the result. */
function scoreOf(
  scan: Scan,
  asks: Asks,
  pronoun: Pronoun,
  { draft, mention }: Seen,
  speaking: Speaking,
): number {
  let score = -(pronoun.sentence - mention.sentence) * 0.7;
  if (mention.isSubject) score += 0.8;
  else if (isPreposition(normAt(scan, mention.from - 1))) score -= 0.3;
  if (draft.kind === 'unknown') score -= 0.5;
  if (draft.kind === 'place') score -= 1;
  if (draft.gender === asks) score += 1;
  score += Math.min(draft.mentions.length, 10) * 0.1;
  if (speaking.asSource && speaking.lastSpeaker === draft) score += 1.2;
  if (speaking.within?.speaker === draft && !speaking.within.isDirect)
    score += speaking.within.opens ? 2 : 0.8;
  if (mention.kind === 'pronoun' && ASKS[normAt(scan, mention.from)] === asks) score += 1;
  if (asks === 'they' && !draft.isPlural) score -= 1.5;
  return score;
}

function confidenceOf(score: number, second: number): number {
  const lead = Math.min(2, score - second);
  return Math.round((0.6 + lead * 0.15) * 100) / 100;
}

/** The claims of a text by where they stand, for the questions that pronouns ask. */
export class Speakers {
  private readonly scan: Scan;
  private readonly sources = new Map<Claim, Draft>();
  private last: Draft | null = null;

  constructor(scan: Scan) {
    this.scan = scan;
  }

  /** Notes the entity of a mention that is the source of claims. */
  note(claims: readonly Claim[], draft: Draft): void {
    for (const claim of claims) this.sources.set(claim, draft);
    if (claims.length > 0) this.last = draft;
  }

  /** Notes a source whose name stands in the text, before the text is read up to it: contents may come first. */
  foresee(claims: readonly Claim[], draft: Draft): void {
    for (const claim of claims) this.sources.set(claim, draft);
  }

  around(words: Words, asSource: boolean, near: readonly Claim[]): Speaking {
    const at = spanOf(this.scan, words);
    const inner = innermost(near, at);
    return {
      asSource,
      lastSpeaker: this.last,
      within: inner === null ? null : this.within(inner.claim, inner.content, at),
    };
  }

  private within(claim: Claim, content: Span, at: Span): NonNullable<Speaking['within']> {
    const opening = this.scan.text.slice(content.start, at.start).trim().toLowerCase();
    return {
      speaker: this.sources.get(claim) ?? null,
      isDirect: isQuoted(this.scan.text, content, at),
      opens: opening === '' || opening === 'that',
    };
  }
}

function innermost(claims: readonly Claim[], at: Span): { claim: Claim; content: Span } | null {
  let found: { claim: Claim; content: Span } | null = null;
  for (const claim of claims) {
    for (const content of claim.content.spans) {
      if (
        contains(content, at) &&
        (found === null || content.end - content.start < found.content.end - found.content.start)
      )
        found = { claim, content };
    }
  }
  return found;
}

/** Whether an odd number of marks opens before the place, or the content begins with one that has not closed. */
function isQuoted(text: string, content: Span, at: Span): boolean {
  const before = text.slice(content.start, at.start);
  const opened = before.match(/[“«]/g)?.length ?? 0;
  const closed = before.match(/[”»]/g)?.length ?? 0;
  return opened > closed || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}
