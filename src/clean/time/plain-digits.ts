/** Digits and blanks of any script as plain ones, character for character, so that offsets stay. */

/** Where each script's digit zero is, for scripts in the basic plane. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/** `text` with ASCII digits, ordinary spaces for all other blanks and direction marks, and plain colons and hyphens. */
export function plainDigits(text: string): string {
  return text
    .replace(/[^\p{ASCII}\P{Nd}]/gu, plainDigit)
    .replace(/[\t\u00a0\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000\ufeff]/g, ' ')
    .replace(/[\uff1a\u2236]/g, ':')
    .replace(/[\u2010\u2011\u2212\uff0d]/g, '-')
    .replace(/\uff0f/g, '/')
    .replace(/\uff0e/g, '.');
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => start <= code && code < start + 10);
  // A digit outside the basic plane takes two code units; it stays, since replacing it would move offsets.
  return zero === undefined ? digit : String(code - zero);
}
