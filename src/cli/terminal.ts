/** The terminal: widths, wrapping and weights of text printed for people. */

/** How a stretch of text is weighted. */
export type Weight = 'bold' | 'dim' | 'underline' | 'plain';

const CODES: Readonly<Record<Exclude<Weight, 'plain'>, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
};

/** Puts a weight on text, or leaves it plain where the terminal has none or the reader wants none. */
export type Styler = (weight: Weight, text: string) => string;

export function styler(styled: boolean): Styler {
  return (weight, text) => {
    if (!styled || weight === 'plain') return text;
    const [on, off] = CODES[weight];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

/**
 * The text without characters that would steer a terminal.
 *
 * News comes from strangers: escape sequences, other control characters and
 * overriding bidirectional marks are shown as U+FFFD, line ends and tabs as spaces.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')

    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes in a terminal: wide characters take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (ZERO_WIDTH.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** Breaks a text into lines of at most `columns`; a longer word, or text without spaces, is cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => pieces(part, columns))) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, columns: number): string[] {
  if (word === '') return [];
  if (columnsOf(word) <= columns) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && columnsOf(piece + character) > columns) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
