/** The search language: what a person types, made into an expression that the full-text index always accepts. */

import { foldedWords } from './search-text.ts';

/**
 * A search that the index can answer: everything that matches `match`, or, when
 * `negated`, everything else. `match` is null when nothing in the search can match.
 */
export interface Search {
  readonly match: string | null;
  readonly negated: boolean;
}

/**
 * Words are all wanted; `"a b"` wants them in a row; `OR` between two wants either;
 * `NOT b` and `-b` want its absence; `pre*` wants a beginning; `a NEAR b` or
 * `a NEAR/5 b` and `"a b"~5` want at most so many words between; brackets group.
 * AND binds tighter than OR. No search is wrong: a quotation mark or a bracket
 * without its partner reaches to the end, an operator without its side is a word.
 *
 * Returns null when there is nothing to search for, as in a blank field.
 */
export function parseSearch(search: string): Search | null {
  if (search.trim() === '') return null;
  const tokens = tokensOf(search);
  const node = new Parser(tokens).disjunction(0);
  // A search of marks alone ("?!") asks for something that no text is indexed by.
  return node ?? { match: null, negated: false };
}

/** An expression for words in a row, null when there are none. */
export function phraseMatch(words: string): string | null {
  return phrase(words, false)?.match ?? null;
}

/** `NEAR` without a number: as in the index itself. */
const DEFAULT_NEAR_WORDS = 10;

/** Brackets deeper than this are read past: the parser of the index has a stack of about a hundred. */
const MAX_DEPTH = 20;

type Token =
  | { readonly kind: 'text'; readonly text: string; readonly near: number | null; readonly prefix: boolean }
  | { readonly kind: 'near'; readonly words: number }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' };

/** A phrase that NEAR can still join to a neighbour. */
interface Phrase extends Search {
  readonly match: string;
  readonly negated: false;
  readonly phrases: readonly string[];
}

/**
 * One token of the search: a bracket, a quoted phrase with what follows its end
 * (`~5`, `*`), or a run of other characters. A minus sign negates what it touches.
 * All quotation marks count as one kind.
 */
const TOKEN = /(-?\(|\))|(-?)["“”„«»]([^"“”„«»]*)(?:["“”„«»](?:~(\d{1,4}))?(\*)?|$)|[^\s()"“”„«»]+/gu;

function tokensOf(search: string): Token[] {
  const tokens: Token[] = [];
  for (const [whole, bracket, minus, quoted, near, star] of search.matchAll(TOKEN)) {
    if (bracket !== undefined) {
      if (bracket === '-(') tokens.push({ kind: 'not' });
      tokens.push({ kind: bracket === ')' ? 'close' : 'open' });
    } else if (quoted !== undefined) {
      if (minus === '-') tokens.push({ kind: 'not' });
      tokens.push({
        kind: 'text',
        text: quoted,
        near: near === undefined ? null : Number(near),
        prefix: star === '*',
      });
    } else tokens.push(...bareTokens(whole));
  }
  return tokens;
}

function bareTokens(word: string): Token[] {
  if (word === 'AND' || word === 'OR' || word === 'NOT')
    return [{ kind: word.toLowerCase() as 'and' | 'or' | 'not' }];
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(word);
  if (near !== null) return [{ kind: 'near', words: Number(near[1] ?? DEFAULT_NEAR_WORDS) }];
  const text: Token = { kind: 'text', text: word.replace(/^-/, ''), near: null, prefix: word.endsWith('*') };
  return word.startsWith('-') ? [{ kind: 'not' }, text] : [text];
}

/** Recursive descent. Each method returns null for a part in which nothing can be searched for. */
class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  disjunction(depth: number): Search | null {
    const parts = [this.conjunction(depth)];
    while (this.kind() === 'or') {
      this.at += 1;
      parts.push(this.conjunction(depth));
    }
    return either(parts.filter((part) => part !== null));
  }

  private conjunction(depth: number): Search | null {
    const parts: (Search | null)[] = [];
    for (let kind = this.kind(); kind !== undefined && kind !== 'or'; kind = this.kind()) {
      if (kind === 'close' && 0 < depth) break;
      // A closing bracket without an opening one is read past.
      if (kind === 'and' || kind === 'close') this.at += 1;
      else parts.push(this.proximity(depth));
    }
    return both(parts.filter((part) => part !== null));
  }

  private proximity(depth: number): Search | null {
    let left = this.negation(depth);
    for (let token = this.tokens[this.at]; token?.kind === 'near'; token = this.tokens[this.at]) {
      this.at += 1;
      if (!this.isOperand()) return both([left, phrase('NEAR', false)].filter((part) => part !== null));
      left = near(left, this.negation(depth), token.words);
    }
    return left;
  }

  private negation(depth: number): Search | null {
    let negated = false;
    while (this.kind() === 'not') {
      this.at += 1;
      negated = !negated;
    }
    if (!this.isOperand()) return this.strayOperator(negated);
    const operand = this.operand(depth);
    return negated && operand !== null ? { match: operand.match, negated: !operand.negated } : operand;
  }

  private operand(depth: number): Search | null {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'text') {
      return token.near === null ? phrase(token.text, token.prefix) : wordsNear(token.text, token.near);
    }
    const inside = MAX_DEPTH < depth ? null : this.disjunction(depth + 1);
    if (this.kind() === 'close') this.at += 1;
    return inside;
  }

  /** `NOT` with nothing after it and `NEAR` with nothing before it are words like others. */
  private strayOperator(isNot: boolean): Search | null {
    if (isNot) return phrase('NOT', false);
    if (this.kind() !== 'near') return null;
    this.at += 1;
    return phrase('NEAR', false);
  }

  private kind(): Token['kind'] | undefined {
    return this.tokens[this.at]?.kind;
  }

  private isOperand(): boolean {
    return this.kind() === 'text' || this.kind() === 'open';
  }
}

function phrase(text: string, isPrefix: boolean): Phrase | null {
  const words = foldedWords(text);
  if (words === '') return null;
  const quoted = `"${words}"${isPrefix ? '*' : ''}`;
  return { match: quoted, negated: false, phrases: [quoted] };
}

function wordsNear(text: string, words: number): Search | null {
  const phrases = text.split(/\s+/).flatMap((word) => phrase(word, word.endsWith('*'))?.match ?? []);
  return phrases.length === 0 ? null : nearMatch(phrases, words);
}

/** NEAR joins phrases only; between anything else it is AND. */
function near(left: Search | null, right: Search | null, words: number): Search | null {
  if (left === null || right === null) return left ?? right;
  if ('phrases' in left && 'phrases' in right) {
    return nearMatch([...(left as Phrase).phrases, ...(right as Phrase).phrases], words);
  }
  return both([left, right]);
}

function nearMatch(phrases: readonly string[], words: number): Phrase {
  return { match: `NEAR(${phrases.join(' ')}, ${words})`, negated: false, phrases };
}

/** Everything that all parts match. The index has no lone NOT, so absences are gathered behind one. */
function both(parts: readonly Search[]): Search | null {
  if (parts.length < 2) return parts[0] ?? null;
  const wanted = matchesOf(parts, false);
  const unwanted = matchesOf(parts, true);
  if (wanted.length === 0) return { match: joined(unwanted, 'OR'), negated: true };
  if (unwanted.length === 0) return { match: joined(wanted, 'AND'), negated: false };
  return { match: `(${joined(wanted, 'AND')}) NOT (${joined(unwanted, 'OR')})`, negated: false };
}

/** Everything that some part matches: by De Morgan, what not all of their opposites match. */
function either(parts: readonly Search[]): Search | null {
  if (parts.length < 2) return parts[0] ?? null;
  const all = both(parts.map(opposite));
  return all === null ? null : opposite(all);
}

function opposite({ match, negated }: Search): Search {
  return { match, negated: !negated };
}

function matchesOf(parts: readonly Search[], negated: boolean): string[] {
  return parts.flatMap((part) => (part.negated === negated && part.match !== null ? [part.match] : []));
}

function joined(matches: readonly string[], operator: 'AND' | 'OR'): string {
  return matches.length === 1
    ? (matches[0] ?? '')
    : matches.map((match) => `(${match})`).join(` ${operator} `);
}
