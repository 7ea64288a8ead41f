/** How alike two lines are, by their words; what counts as a word works for scripts without spaces too. */

/** A line as its letters and digits, lower case, single spaces between the runs. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Share of common words, 0 to 1: twice the common ones over all of both (Dice). Symmetric. */
export function likeness(a: string, b: string): number {
  const left = unitsOf(a);
  const right = unitsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const unit of left) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let common = 0;
  for (const unit of right) {
    const count = counts.get(unit) ?? 0;
    if (count > 0) common += 1;
    counts.set(unit, count - 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** Scripts written without spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Words of a line; characters where the script has no spaces. */
function unitsOf(text: string): string[] {
  return keyOf(text)
    .replace(UNSPACED, ' $& ')
    .split(/\s+/)
    .filter((unit) => unit !== '');
}

/** Two characters of a script without spaces weigh as much as one word of another. */
const UNSPACED_CHARS_A_WORD = 2;

/** The length of a text in words, fair to scripts without spaces. */
export function wordCount(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  return spaced + Math.round(unspaced / UNSPACED_CHARS_A_WORD);
}
