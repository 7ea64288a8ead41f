/** Reads bylines: the names of the authors, without openers, jobs, places, agencies and addresses. */

import { bylineOpenerLength, isNewsroomGroup, isNewsroomJob } from '../lexicon/byline-words.ts';
import { isAgency } from '../lexicon/credit-names.ts';
import { printedTimes } from './printed-time.ts';

/** Longer lines are prose. */
const MAX_BYLINE_CHARACTERS = 300;
const MAX_NAME_WORDS = 6;

/**
 * The authors that a byline names, as printed, in order, each once. "By Ada Lind in Beirut and TOM BERG,
 * Middle East Editor | Reuters" gives "Ada Lind" and "TOM BERG". Where no person is named, the agency or
 * the desk stands for them ("Reuters", "Staff Reporter"). Empty for a line that is no byline.
 */
export function authorsOf(line: string): string[] {
  if (line.length > MAX_BYLINE_CHARACTERS) return [];
  const parts = partsOf(unwrapped(line));
  const [first] = parts;
  // What follows a desk's name is its place: "Express Web Desk | Port Lind".
  if (first !== undefined && isGroup(first)) return [first];
  const people = parts
    .filter((part, i) => i === 0 || !endsInJob(part))
    .map(personOf)
    .filter((name) => name !== null);
  if (people.some((name) => name.includes(' '))) return [...new Set(people.filter(isMoreThanPlace))];
  if (people.length > 0) return [...new Set(people)];
  return [...new Set(parts.filter((part) => isDesk(part) || isAgencyName(part)))].slice(0, 3);
}

/** "Express Web Desk", "BBC News Staff": a line that ends in a word for several people. */
function isGroup(part: string): boolean {
  const words = wordsOf(part);
  return words.length > 1 && words.length <= 5 && isNewsroomGroup(words.at(-1) ?? '') && isPrintedName(part);
}

/** "Ada Lind, Middle East Editor": after the first part, a part that ends in a job's word is a job. */
function endsInJob(part: string): boolean {
  return isNewsroomJob(wordsOf(part).at(-1) ?? '');
}

/** Beside full names a single word in letters with case is the place that the report came from. */
function isMoreThanPlace(name: string): boolean {
  return name.includes(' ') || !/\p{Lu}/u.test(name);
}

/** How surely a line is a byline: `sure` with an opener, `likely` when it only looks like a name, an agency or a desk. */
export function bylineEvidence(line: string): 'sure' | 'likely' | null {
  const text = unwrapped(line);
  if (text.length > MAX_BYLINE_CHARACTERS || /[?!]$|[.。]["”’]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(text))
    return null;
  const opener = bylineOpenerLength(text);
  const rest = withoutDates(text.slice(opener)).replace(/^[\s:：]+/u, '');
  const parts = partsOf(rest);
  if (parts.length === 0 || !parts.every(isBylinePart)) return null;
  if (opener > 0)
    return parts.some((part) => personOf(part) !== null || isAgencyName(part) || isDesk(part))
      ? 'sure'
      : null;
  return /[.:;…]$/.test(rest) && !/\b\p{Lu}\.$/u.test(rest) ? null : likelyByline(parts);
}

/** Whether a line is a byline by its own words, wherever it stands. */
export function isSureByline(line: string): boolean {
  return bylineOpenerLength(unwrapped(line)) > 0 && bylineEvidence(line) === 'sure';
}

/** Whether a line names an agency or a desk and nothing else: "Reuters", "Staff Reports". */
export function isAgencyOrDesk(line: string): boolean {
  const parts = partsOf(unwrapped(line));
  return parts.length > 0 && parts.every((part) => isAgencyName(part) || isDesk(part));
}

/** "(Reporting by Ada Lind)" without its brackets. */
function unwrapped(line: string): string {
  return line
    .trim()
    .replace(/^[([]([^()[\]]*)[)\]]$/, '$1')
    .trim();
}

function likelyByline(parts: readonly string[]): 'likely' | null {
  if (parts.some((part) => isDesk(part) || isAgencyName(part))) return 'likely';
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && isNameWithJob(only)) return 'likely';
  const words = wordsOf(only ?? '');
  const isName = parts.length === 1 && words.length >= 2 && words.length <= 4 && isPrintedName(only ?? '');
  return isName ||
    (parts.length > 1 &&
      parts.every((part) => isPrintedName(nameIn(part)) && wordsOf(nameIn(part)).length >= 2))
    ? 'likely'
    : null;
}

/** "Ada Lind North of Korvia correspondent": capitals up to the job, as no sentence has them. */
function isNameWithJob(part: string): boolean {
  const words = wordsOf(part);
  const job = words.findIndex(isNewsroomJob);
  return (
    job >= 2 && endsInJob(part) && isPrintedName(words.slice(0, job).join(' ')) && personOf(part) !== null
  );
}

/** A byline without the dates, mail addresses and handles that stand in it. */
function withoutDates(line: string): string {
  let rest = line;
  for (const { start, end } of [...printedTimes(line)].reverse())
    rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  return rest
    .replace(/<[^>]*>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{2,}|https?:\/\/\S+/g, ' ')
    .replace(/\b(?:updated|published|posted|last updated|on|at)\b:?\s*(?=\||$)/gi, ' ')
    .trim();
}

const AND = String.raw`and|&|et|y|e|und|och|og|и|та|і|dan|ve|with|y|और`;
const SPLITTER = new RegExp(
  String.raw`\s*(?:[|•·;\n\t／、]| [/–—-] |,|،)\s*(?:(?:${AND})\s+)?|\s+(?:${AND})\s+|\s+و(?=\s)\s*`,
  'giu',
);

function partsOf(line: string): string[] {
  const plain = withoutDates(line.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim());
  // After a dash stands the place or the paper: "Ada Lind — Port Lind".
  const undashed = plain.replace(/^(.{6,}?\p{L}) [–—-] .*$/su, '$1');
  const named = undashed.slice(bylineOpenerLength(undashed)).replace(/^[\s:：|]+/u, '');
  // "Written by: By Ada Lind" occurs where a template and a desk both write the opener.
  const bare = named.slice(bylineOpenerLength(named)).replace(/^[\s:：]+/u, '');
  return bare
    .replace(/\((?:[^()]*)\)|（[^（）]*）/g, ' ')
    .split(SPLITTER)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/^[\s"“”'*_-]+|[\s"“”*_,-]+$/g, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part) && !/^(?:editing|edited|graphics?|production) by\b/i.test(part))
    .map((part) => part.slice(bylineOpenerLength(part)).trim());
}

/** Where the name of a part ends: "Ada Lind in Beirut", "Ada Lind of The Harbour Post", "Ada Lind, for Reuters". */
const AFTER_NAME =
  /\s+(?:in|at|from|for|of|on|reporting|reports|à|a|desde|nel|aus|aan|w|у|в|في|من|en|i|da|em|para)\s+.*$/u;

function nameIn(part: string): string {
  const endsWithJob = isNewsroomJob(wordsOf(part).at(-1) ?? '') && wordsOf(part).length > 3;
  if (endsWithJob && isPrintedName(wordsOf(part).slice(0, 2).join(' '))) return withoutJob(part);
  const name = part.replace(/^(?:in|from|at)\s.*$/iu, '').replace(AFTER_NAME, '');
  // A surname may hold "da" or "i"; where the cut leaves one word, the whole was the name.
  return wordsOf(name).length < 2 && isPrintedName(part) && !/\s(?:in|at|from|for|of|on)\s/.test(part)
    ? part
    : withoutJob(name);
}

function personOf(part: string): string | null {
  if (isAgencyName(part) || isDesk(part) || /\d/.test(part)) return null;
  const name = nameIn(part);
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MAX_NAME_WORDS || isAgencyName(name) || isPlaceOnly(part))
    return null;
  // One word in letters with case is a place, a section or a site more often than a person.
  if (words.length === 1 && /\p{Lu}|\p{Ll}/u.test(name) && !/^\p{Lu}\p{Ll}+$/u.test(name)) return null;
  if (words.some(isNewsroomJob)) return null;
  return isPrintedName(name) || /^[\p{Ll}\s.'’-]+$/u.test(name) ? name : null;
}

function isPlaceOnly(part: string): boolean {
  return /^(?:in|from|at)\s/iu.test(part);
}

/** "BBC Middle East correspondent Ada Lind" and "Ada Lind staff writer": the words of the job are taken off. */
function withoutJob(name: string): string {
  const words = wordsOf(name);
  const last = words.findLastIndex(isNewsroomJob);
  const first = words.findIndex(isNewsroomJob);
  if (last < 0) return name;
  if (words.length - last - 1 >= 2) return words.slice(last + 1).join(' ');
  return first >= 2 ? givenAndFamilyName(words.slice(0, first)) : name;
}

/** "Ada Lind North of Korvia": before a job that has no comma the name is two words, and particles or initials between. */
function givenAndFamilyName(words: readonly string[]): string {
  let length = 2;
  while (
    length < words.length &&
    (PARTICLES.test(words[length - 1] ?? '') || /^\p{Lu}\.?$/u.test(words[length - 1] ?? ''))
  )
    length += 1;
  return words.slice(0, length).join(' ');
}

/** "Staff Reporter", "Our Correspondent", "Web Desk", "Redaktion": a job and no person. */
function isDesk(part: string): boolean {
  const words = wordsOf(part);
  if (isGroup(part)) return true;
  // "Navy chief resigns" holds a job's word as well, but no desk's name ends in a verb.
  const endsInName = isNewsroomJob(words.at(-1) ?? '') && (isPrintedName(part) || words.every(isNewsroomJob));
  return words.length <= 5 && endsInName && withoutJob(part) === part;
}

function isAgencyName(part: string): boolean {
  return (
    isAgency(part) ||
    isAgency(part.replace(/^the /i, '')) ||
    isAgency(part.replace(/ (?:news agency|agency|staff|news|in \p{Lu}.*)$/iu, ''))
  );
}

function isBylinePart(part: string): boolean {
  if (isDesk(part) || isAgencyName(part) || /^(?:in|from|at) \p{Lu}/u.test(part)) return true;
  return isPrintedName(nameIn(part));
}

const PARTICLES =
  /^(?:de|da|dos|das|del|della|der|den|van|von|zu|bin|ibn|bint|al|el|la|le|du|di|af|av|ten|ter|y|e|i|abu|umm|the|of)$/u;

/** Words that all begin as names do, in any script. */
function isPrintedName(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= MAX_NAME_WORDS &&
    !PARTICLES.test(words.at(-1) ?? '') &&
    words.some((word) => /^[\p{Lu}\p{Lo}]/u.test(word)) &&
    words.every(
      (word) =>
        PARTICLES.test(word) ||
        /^(?:[dlDLO]['’])?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’`-]*$|^al-\p{L}+$|^el-\p{L}+$/u.test(word),
    )
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
