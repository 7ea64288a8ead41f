/** Finds the dateline: place, date and agency at the head of a report's first paragraph. */

import { isWireAgency } from '../lexicon/credit-names.ts';
import { isNotADateline } from '../lexicon/not-datelines.ts';

/** A dateline at the start of a text. */
export interface Dateline {
  /** As printed, with the dash or colon that ends it: "BEIRUT (Reuters) —". */
  readonly text: string;
  /** Where the report's first word stands, in UTF-16 code units from the start of the text. */
  readonly next: number;
}

/** A dateline is short; only this many characters at the head of a paragraph are looked at. */
const MAX_DATELINE_CHARACTERS = 140;
/** A report that follows a dateline goes on for at least this long; else "Lind: yes" would have one. */
const MIN_REPORT_CHARACTERS = 25;
const MIN_REPORT_IDEOGRAPHS = 8;

/**
 * The dateline at the start of a paragraph, or null. Needs an agency in brackets, a place in capitals, a date, or
 * a place-like name with a dash or colon before a new sentence, so that "Lind – the mayor – said" has none.
 */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, MAX_DATELINE_CHARACTERS);
  for (const style of STYLES) {
    const length = style(head);
    if (length === null) continue;
    const text = head.slice(0, length).trimEnd();
    const next = text.length + (/^\s*/.exec(paragraph.slice(text.length))?.[0].length ?? 0);
    if (isReport(paragraph.slice(next))) return { text, next };
  }
  return null;
}

function isReport(rest: string): boolean {
  const long = /^.{0,3}\p{Script=Han}/u.test(rest) ? MIN_REPORT_IDEOGRAPHS : MIN_REPORT_CHARACTERS;
  return rest.length >= long && /^[\p{L}\p{N}"“«„'‘(¿¡「『–—-]/u.test(rest);
}

type Style = (head: string) => number | null;

const STYLES: readonly Style[] = [withAgency, eastAsian, inCapitals, withDate, inSmallLetters];

const WORD = String.raw`(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*|al-\p{L}+|el-\p{L}+|de|del|la|el|of|the|and|upon|am|an|der|sur|en|le|do|da|dos)`;
/** One to five words that begin as names do. */
const NAME = String.raw`${WORD}(?:[ ]${WORD}){0,4}`;
/** A place, with the region or a second place after a comma or slash: "RAMALLAH, West Bank", "PARIS/LONDON". */
const PLACE = String.raw`${NAME}(?:(?:, ?|/|، ?| and | et | y )${NAME}){0,2}`;
const DAY = String.raw`(?:\p{L}[\p{L}\p{M}.]{1,12} ?\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\.?º? (?:de )?\p{L}[\p{L}\p{M}.]{1,12}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?:,? (?:de )?\d{4}(?: г\.?)?)?`;
const DASH = String.raw`(?:\s*(?:--|[–—―_])\s*|\s+[-‐]\s*|\s*-{1,2}\s+)`;

/** "BEIRUT (Reuters) —", "LONDON, March 3 (AP) -", "(Reuters) - ", "New Delhi, Mar 3 (PTI) The", "MOSCOW, March 3. /TASS/." */
function withAgency(head: string): number | null {
  const match = new RegExp(
    String.raw`^(?:${PLACE}(?:[,.،]? ${DAY})?[,.:]?\s*${DASH}?)?(?:[(（/\[])([^()（）/\[\]]{2,40})[)）/\]]\.?(${DASH}|\s*:|\s)`,
    'u',
  ).exec(head);
  if (match === null) return null;
  const [whole, agency = '', end = ''] = match;
  const names = agency.split(/\s*[/,|]\s*|\s+and\s+/);
  if (!names.every((name) => isWireAgency(name) || isWireAgency(name.replace(/ news agency$/i, '')))) {
    // An outlet of its own ("PORT LIND (Harbour Post) —") is told by its capitals and its dash.
    const ownStyle = /^\p{Lu}{3,}/u.test(head) && end.trim() !== '' && /^\p{Lu}/u.test(agency);
    return ownStyle ? whole.length : null;
  }
  return whole.length;
}

/** "新华社北京3月3日电（记者张三）", "（中央社記者林安達台北3日電）". */
function eastAsian(head: string): number | null {
  const match =
    /^(?:[（(【]?\p{Script=Han}{2,24}?(?:\d{1,2}月)?\d{1,2}日[电電讯訊專专][^（(\s，。）)】]{0,3}[）)】]?(?:[（(][^（）()]{2,30}[）)])?|【[^【】]{2,30}】|[（(]\p{Script=Han}{2,12}[讯訊][）)]|\p{Script=Han}{2,8}[讯訊](?=[ （(]))[：:\s]*/u.exec(
      head,
    );
  return match === null ? null : match[0].length;
}

/** "BEIRUT —", "NEW DELHI:", "GENEVA, 3 March 2024 –": a place in capitals and a mark. */
function inCapitals(head: string): number | null {
  const CAPS = String.raw`[\p{Lu}][\p{Lu}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}`;
  const match = new RegExp(
    String.raw`^(${CAPS})(?:(?:, ?|/)${NAME}){0,2}(?:,? ${DAY})?(?:${DASH}|: ?)(?=\S)`,
    'u',
  ).exec(head);
  if (match === null || isNotADateline(match[1] ?? '') || isAllCapitals(head.slice(match[0].length)))
    return null;
  // "EU-" or "G7 -" at the head of a sentence is a name with a hyphen, not a place.
  return /\p{L}{3}/u.test(match[1] ?? '') ? match[0].length : null;
}

/** In a text that is all in capitals, capitals prove nothing; then a dateline needs its agency or date. */
function isAllCapitals(rest: string): boolean {
  return /\p{Lu}{2}/u.test(rest) && !/\p{Ll}{2}/u.test(rest);
}

/** "Port Lind, 3 March –", "Madrid, 3 mar. -": a place with a date and a dash. */
function withDate(head: string): number | null {
  return (
    new RegExp(String.raw`^${PLACE}[,.،]? \(?${DAY}\)?[.,]?(?:${DASH}|: )(?=\S)`, 'u').exec(head)?.[0]
      .length ?? null
  );
}

/** "Gaza City –" before a new sentence, "New Delhi:" before one; never with a second dash to come. */
function inSmallLetters(head: string): number | null {
  const match = new RegExp(
    String.raw`^(${PLACE})(\s+[–—-]{1,2}\s+|\s*—\s*|: ?)(?=["“«'‘(]?[\p{Lu}\p{Lo}\p{N}])`,
    'u',
  ).exec(head);
  if (match === null) return null;
  const [whole, place = '', mark = ''] = match;
  const rest = head.slice(whole.length);
  if (wordsOf(place).length > 5 || isNotADateline(place)) return null;
  if (/\s[–—-]\s/u.test(rest) && !mark.includes(':')) return null;
  // "Prof. Lind:" is a speaker.
  if (mark.includes(':') && /(?<!\bSt)\./.test(place)) return null;
  // A name with a colon before quoted words is a speaker in an interview.
  return mark.includes(':') && /^["“«'‘]/u.test(rest) ? null : whole.length;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/);
}
