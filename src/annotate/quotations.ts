/** Quotations: the stretches of a block that stand in quotation marks, whatever the style of the marks. */

import type { Block } from '../document/block.ts';
import { isReadable } from '../document/block.ts';
import type { Quotation, Token } from '../document/token.ts';
import type { Stage } from '../pipeline/stage.ts';

/**
 * Adds the quotations of every readable block, nested ones too, by where they begin.
 *
 * A quotation never leaves its block: one that runs over several paragraphs is
 * opened anew in each, and all but the last are not closed.
 */
export const findQuotations: Stage<'tokens', 'quotations'> = {
  name: 'quotations',
  needs: ['tokens'],
  adds: ['quotations'],
  run: ({ text, blocks, layers }) => ({ quotations: quotationsOf(text, blocks, layers.tokens) }),
};

function quotationsOf(text: string, blocks: readonly Block[], tokens: readonly Token[]): Quotation[] {
  const quotations: Quotation[] = [];
  let next = 0;
  for (const block of blocks) {
    const first = next;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < block.end) next += 1;
    if (isReadable(block)) {
      for (const quotation of quotationsOfBlock(text, block, tokens, first, next)) quotations.push(quotation);
    }
  }
  return quotations;
}

/** Marks by family: a quotation of one family may hold quotations of the others. */
const FAMILIES = {
  double: /^(?:["“”„‟＂]|''|``|’’|‘‘|,,)$/,
  angle: /^[«»]$/,
  single: /^['‘’‚‹›`]$/,
} as const;
type Family = keyof typeof FAMILIES;

/** Marks that were made to begin, and to end. Writers use them the wrong way round, so context outranks this. */
const BEGINS = /^(?:[“„‟«‘‚‹`]|``|‘‘|,,)$/;
const ENDS = /^(?:[”»’›]|’’)$/;

interface Mark {
  readonly token: Token;
  /** Index of its token. */
  readonly index: number;
  readonly family: Family;
  readonly form: string;
  /** Whether the characters around it let it begin, or end, a quotation. */
  readonly mayBegin: boolean;
  readonly mayEnd: boolean;
}

function quotationsOfBlock(
  text: string,
  block: Block,
  tokens: readonly Token[],
  first: number,
  end: number,
): Quotation[] {
  const marks: Mark[] = [];
  for (let i = first; i < end; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.end - token.start > 2) continue;
    const mark = markOf(text, block, token, i);
    if (mark !== null) marks.push(mark);
  }
  return pairUp(tokens, marks, tokens[end - 1]?.end ?? block.end);
}

function markOf(text: string, block: Block, token: Token, index: number): Mark | null {
  const form = text.slice(token.start, token.end);
  const family = (Object.keys(FAMILIES) as Family[]).find((name) => FAMILIES[name].test(form));
  if (family === undefined) return null;
  const before = token.start > block.start ? text.charAt(token.start - 1) : ' ';
  const after = token.end < block.end ? text.charAt(token.end) : ' ';
  const opensHere = /[\s([{—–\-/"“„«'‘`:]/.test(before) && !/[\s.,;:!?)\]}]/.test(after);
  const closesHere = /[^\s([{]/.test(before) && !/[\p{L}\p{N}]/u.test(after);
  // After a digit a straight mark is a foot or an inch, unless it could only end what is open.
  if (/\d/.test(before) && form === "'") return null;
  const isSingle = family === 'single';
  return {
    token,
    index,
    family,
    form,
    mayBegin: opensHere ? !(isSingle && ENDS.test(form)) : !isSingle && BEGINS.test(form) && !closesHere,
    mayEnd: closesHere ? !(isSingle && BEGINS.test(form)) : !isSingle && ENDS.test(form),
  };
}

/** Pairs the marks of each family; a double or angle mark that is open at the end runs to the end of the block. */
function pairUp(tokens: readonly Token[], marks: readonly Mark[], blockEnd: number): Quotation[] {
  const found: Quotation[] = [];
  const open: { [family in Family]?: Mark | undefined } = {};
  for (const [i, mark] of marks.entries()) {
    const begun = open[mark.family];
    if (begun === undefined) {
      // A mark that cannot begin has lost its beginning, or is an apostrophe: it says nothing.
      if (mark.mayBegin) open[mark.family] = mark;
    } else if (ends(marks, i, begun)) {
      found.push({ start: begun.token.start, end: mark.token.end, closed: true });
      open[mark.family] = undefined;
      if (mark.family !== 'single') open.single = undefined;
    } else if (mark.mayBegin) {
      if (mark.family !== 'single') found.push(unclosed(tokens, begun, mark));
      open[mark.family] = mark;
    }
  }
  for (const mark of [open.double, open.angle]) {
    if (mark !== undefined) found.push({ start: mark.token.start, end: blockEnd, closed: false });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function ends(marks: readonly Mark[], at: number, begun: Mark): boolean {
  const mark = marks[at];
  if (mark === undefined || !mark.mayEnd) return false;
  if (mark.family === 'single') return !isPossessive(marks, at);
  // „…“ ends with the mark that begins elsewhere; “…“ is a slip that the characters around it show.
  if (mark.mayBegin && BEGINS.test(mark.form)) return begun.form === '„';
  return true;
}

/** Whether a single mark is the apostrophe of "officials'": another one, which can only end, ends the quotation. */
function isPossessive(marks: readonly Mark[], at: number): boolean {
  const next = marks[at + 1];
  return next !== undefined && next.family === 'single' && next.mayEnd && !next.mayBegin;
}

/** A quotation that is opened anew before it ended: it ends with its last full sentence before `next`. */
function unclosed(tokens: readonly Token[], begun: Mark, next: Mark): Quotation {
  for (let i = next.index - 1; i > begun.index; i -= 1) {
    const token = tokens[i];
    if (token !== undefined && /^[.?!…]+$/.test(token.norm)) {
      return { start: begun.token.start, end: token.end, closed: false };
    }
  }
  return { start: begun.token.start, end: tokens[next.index - 1]?.end ?? begun.token.end, closed: false };
}
