/** Very long sentences are parsed in pieces, since scoring every pair of words takes time with the square of the length. */

/** A sentence with more tokens is cut. Fewer than one news sentence in ten thousand is so long. */
export const LONGEST_PARSED_TOKENS = 200;

/** A cut is looked for among this many last tokens of a piece, so that no piece is very short. */
const CUT_SEARCH_TOKENS = 80;

const STRONG_CUT = /^[;:—–]$|^--+$/;
const WEAK_CUT = /^[,)\]]$/;

/** Half-open ranges of tokens, each at most `LONGEST_PARSED_TOKENS` long: cut after a semicolon or dash, else a comma, else anywhere. */
export function piecesOf(forms: readonly string[]): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  while (forms.length - from > LONGEST_PARSED_TOKENS) {
    const to = cutIn(forms, from + LONGEST_PARSED_TOKENS);
    pieces.push({ from, to });
    from = to;
  }
  pieces.push({ from, to: forms.length });
  return pieces;
}

function cutIn(forms: readonly string[], end: number): number {
  for (const mark of [STRONG_CUT, WEAK_CUT]) {
    for (let to = end; to > end - CUT_SEARCH_TOKENS; to--) if (mark.test(forms[to - 1] ?? '')) return to;
  }
  return end;
}
