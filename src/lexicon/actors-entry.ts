/** The actor entry: one row, or several rows of one person, of the tables in `data/actors/`. */

/** PLOVER sectors, and NGO for aid and rights workers who belong to no named organisation. */
export const SECTORS = [
  'AGR', 'BUS', 'COP', 'CRM', 'CVL', 'EDU', 'ELI', 'GOV', 'JRN', 'JUD', 'LAB', 'LEG', 'MED', 'MIL', 'NGO', 'OPP',
  'PRE', 'PRM', 'PTY', 'REB', 'REF', 'REL', 'SOC', 'SPY', 'UAF', 'UNK',
] as const; // prettier-ignore

export type Sector = (typeof SECTORS)[number];

/** What of a state a name stands for; `name` for everything that is not a state. */
export type Facet =
  | 'name'
  | 'demonym'
  | 'capital'
  | 'seat'
  | 'parliament'
  | 'military'
  | 'police'
  | 'intelligence'
  | 'town'
  | 'region';

/** A stretch of time in office or in being. Years, months or days as ISO 8601; null is open. */
export interface Term {
  readonly office: string | null;
  /** State or group that the office belongs to, as its table names it. */
  readonly of: string | null;
  /** ISO-3, a code of the international kind (`UNO`, `EUR`, `IGO`, `NGO`, `MNC`, `IMG`), or empty. */
  readonly country: string;
  readonly sectors: readonly Sector[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Somebody or something that the tables know. */
export interface ActorEntry {
  /** `table:name`, as `because` gives it. */
  readonly key: string;
  readonly name: string;
  readonly isPerson: boolean;
  /** One for everything but a person with several offices and a group with several lives; never empty. */
  readonly terms: readonly Term[];
  /** CAMEO code: whole for organisations, three letters of its own for groups, null elsewhere. */
  readonly cameo: string | null;
}

/** One name of an entry. */
export interface ActorName {
  readonly text: string;
  readonly facet: Facet;
  readonly entry: ActorEntry;
  /** Sectors that this name stands for, where it is not the entry itself ("Kremlin": GOV). */
  readonly sectors: readonly Sector[] | null;
}

/**
 * A name as the index holds it: no diacritics, apostrophes, stops or leading article, small letters,
 * hyphens and white space as one space. "The Elysée's" and "elysees" are one.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/['’‘`.!]/g, '')
    .replace(/[^\p{L}\p{N}&+()/]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Whether a name is written in capitals only, as acronyms are; such names match in capitals only. */
export function isAcronym(text: string): boolean {
  return text.length <= MAX_ACRONYM_LENGTH && /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

/** Longest name in characters that counts as an acronym; longer names in capitals are titles. */
const MAX_ACRONYM_LENGTH = 9;
