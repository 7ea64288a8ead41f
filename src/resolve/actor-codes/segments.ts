/** Segments of an actor phrase: which words are names that the tables know, role nouns, or joints between them. */

import { foldName } from '../../lexicon/actors-entry.ts';
import type { ActorName } from '../../lexicon/actors-entry.ts';
import type { ActorLexicon } from '../../lexicon/actors.ts';
import { roleNouns } from '../../lexicon/actors-role-nouns.ts';
import type { RoleNoun } from '../../lexicon/actors-role-nouns.ts';

interface At {
  /** Index of the first word, and after the last. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Segment = At &
  (
    | { readonly kind: 'name'; readonly names: readonly ActorName[]; readonly possessive: boolean }
    | { readonly kind: 'role'; readonly role: RoleNoun }
    /** "and", a comma between members. */
    | { readonly kind: 'and' }
    /** A preposition or relative that ends the core; `leads` when what follows says where the core belongs. */
    | { readonly kind: 'joint'; readonly leads: boolean }
    /** "former", "retired", "ousted". */
    | { readonly kind: 'former' }
    /** A word unknown to the tables. */
    | { readonly kind: 'word'; readonly capital: boolean }
  );

const LEADING_JOINTS = new Set([
  'of',
  'in',
  'from',
  'at',
  'near',
  'inside',
  'within',
  'across',
  'based',
  'off',
]);
const OTHER_JOINTS =
  /^(?:to|with|against|by|on|for|who|whom|that|which|whose|after|before|over|under|about|between|into|during|accused|loyal|opposed|backed|known|including|named|called|held|wearing|carrying|fighting|protesting|working|were|was|is|are)$/;
const FORMER = /^(?:former|ex|retired|ousted|deposed|onetime|late)$/;
/** Second halves of compounds that say where somebody belongs: "Nairobi-based". */
const BELONGING = /^(?:based|led|born|dominated|run|controlled|ruled)$/;

/** The segments of a phrase, left to right; together they cover every word. */
export function segmentsOf(phrase: string, lexicon: ActorLexicon): Segment[] {
  const words = wordsOf(phrase);
  const segments: Segment[] = [];
  for (let i = 0; i < words.length;) {
    const segment = longestKnown(words, i, lexicon) ?? single(words[i] ?? '', i, lexicon);
    segments.push(segment);
    i = segment.to;
  }
  return segments;
}

/** Words and commas; possessive endings stay on their word, quotation marks and brackets go. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .replace(/[’‘`]/g, "'")
    .replace(/ +'s\b/g, "'s")
    .replace(/ - /g, '-')
    .replace(/\bex-(?=\p{L})/giu, 'ex ')
    .replace(/["“”()[\]«»]/g, ' ')
    .replace(/,/g, ' , ')
    .replace(/[;:?!]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function longestKnown(words: readonly string[], from: number, lexicon: ActorLexicon): Segment | null {
  const limit = Math.min(words.length, from + Math.max(lexicon.longestName, MAX_ROLE_WORDS));
  for (let to = limit; to > from; to -= 1) {
    // A comma may stand inside a name, never at its edge.
    if (words[from] === ',' || words[to - 1] === ',') continue;
    const quoted = words.slice(from, to).join(' ').replace(/ ,/g, ',');
    const known = nameAt(quoted, from, to, lexicon) ?? roleAt(quoted, from, to);
    if (known !== null) return known;
  }
  return null;
}

/** Words of the longest role noun in use ("minister of foreign affairs" has four). */
const MAX_ROLE_WORDS = 5;

function nameAt(quoted: string, from: number, to: number, lexicon: ActorLexicon): Segment | null {
  const bare = quoted.replace(/'s?$/, '');
  // "Human Rights Activists'" may be a name of its own; the name as printed is tried first.
  const whole = lexicon.namesFor(quoted);
  if (whole.length > 0 && bare === quoted)
    return { kind: 'name', names: whole, possessive: false, from, to, text: quoted };
  const names = lexicon.namesFor(bare);
  return names.length > 0 ? { kind: 'name', names, possessive: bare !== quoted, from, to, text: bare } : null;
}

function roleAt(quoted: string, from: number, to: number): Segment | null {
  const role = roleNouns().get(foldName(quoted)) ?? roleNouns().get(foldName(quoted.replace(/'s?$/, '')));
  // "US" is not "us" and "WHO" not "who", but a role noun may have any capitals.
  return role === undefined ? null : { kind: 'role', role, from, to, text: quoted };
}

function single(word: string, at: number, lexicon: ActorLexicon): Segment {
  const place = { from: at, to: at + 1, text: word };
  const lower = word.toLowerCase();
  if (word === ',' || lower === 'and' || word === '&') return { kind: 'and', ...place };
  if (LEADING_JOINTS.has(lower)) return { kind: 'joint', leads: true, ...place };
  if (OTHER_JOINTS.test(lower)) return { kind: 'joint', leads: false, ...place };
  if (FORMER.test(lower)) return { kind: 'former', ...place };
  return compound(word, place, lexicon) ?? { kind: 'word', capital: /^\p{Lu}/u.test(word), ...place };
}

/** "Nairobi-based" belongs to Kenya; "US-backed" and "pro-Russian" say nothing of where somebody belongs. */
function compound(word: string, place: At, lexicon: ActorLexicon): Segment | null {
  const last = word.includes('-') ? (word.split('-').at(-1) ?? '') : '';
  if (last === '') return null;
  const head = word.slice(0, word.length - last.length - 1);
  const names = BELONGING.test(last) ? lexicon.namesFor(head) : [];
  return names.length > 0 ? { kind: 'name', names, possessive: true, ...place } : null;
}
