/** How place names are folded before they are compared, and how a name stands to its place. */

/** How a name stands to the place that it names. The order is that of the packed file's flags. */
export const NAME_KINDS = ['name', 'alternative', 'demonym', 'abbreviation'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * The name in lower case without marks, stops and apostrophes, hyphens and slashes as spaces.
 *
 * Letters that no decomposition turns into Latin ones (ø, ł, đ, ı, ß, æ) are spelt as English papers
 * spell them. Two names are the same name when their folded forms are equal.
 */
export function foldPlaceName(name: string): string {
  const plain = PLAIN.test(name) ? name.toLowerCase() : withoutMarks(name);
  return plain
    .replace(/[.'`]/g, '')
    .replace(/[-/,\s]+/g, ' ')
    .trim();
}

const PLAIN = /^[\x20-\x7e]*$/;

const SPELT: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
};

function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f‘’ʻʼʿʾ′]/g, '')
    .replace(/[øłđðıßæœþə]/g, (letter) => SPELT[letter] ?? letter)
    .replace(/[‐‑–—\u00a0]/g, ' ');
}
