/** Persons with what stands around their names: "UK Defence Secretary Ada Lind", "President Okoro". */

import { foldName } from '../../lexicon/actors-entry.ts';
import type { ActorEntry, ActorName } from '../../lexicon/actors-entry.ts';
import type { RoleNoun } from '../../lexicon/actors-role-nouns.ts';
import { codeName } from './code-name.ts';
import type { CodedActor, Coding } from './coded-actor.ts';
import type { Segment } from './segments.ts';
import { isActive, meantName, standingOf } from './terms.ts';

/** Sectors of callings that no office holder of the tables is named by; such a person is a namesake. */
const PRIVATE_SECTORS = new Set([
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'LAB',
  'MED',
  'EDU',
  'JRN',
  'REF',
  'SOC',
  'UAF',
  'UNK',
]);
const TITLES =
  /^(?:mr|mrs|ms|dr|sir|sen|rep|gov|gen|lt|col|maj|capt|adm|cmdr|prof|rev|hon|sheikh|sayyed|sayyid|hajj|mullah|comrade|lieutenant|marshal|acting|interim|outgoing|current|then|new|senior|top|incumbent|president-elect)\.?$/i;

/**
 * The person that the phrase is about. Every word around the name must be a title, a role or a country
 * that fits the tables' person; a further name beside it, another country or a private calling means
 * somebody else, and then nobody is linked.
 */
export function personByTitle(text: string, segments: readonly Segment[], coding: Coding): CodedActor | null {
  const at = segments.findIndex(
    (segment) => segment.kind === 'name' && segment.names.some(({ entry }) => entry.isPerson),
  );
  const found = segments[at];
  if (found?.kind === 'name') {
    if (found.possessive && at < segments.length - 1) return null;
    const name = meantName(found.names, coding.date, coding.country);
    return name !== null && fits(name.entry, segments, at, coding) ? codeName(name, coding) : null;
  }
  return byLastName(text, segments, coding);
}

function fits(entry: ActorEntry, segments: readonly Segment[], at: number, coding: Coding): boolean {
  const countries = new Set(entry.terms.map(({ country }) => country));
  return segments.every((segment, i) => {
    if (i === at) return true;
    // What follows a joint or a comma tells of the person, and may name anything.
    if (segments.slice(Math.min(i, at), Math.max(i, at)).some(isBreak)) return true;
    if (segment.kind === 'role') return !isPrivate(segment.role) || sharesSector(entry, segment);
    if (segment.kind === 'name')
      return segment.names.some((name) => countries.has(countryOf(name, coding)) || isOwner(name, entry));
    // "Striker Ada Lind" is somebody else even where the tables have no such noun.
    if (segment.kind === 'word') return TITLES.test(segment.text) || (!segment.capital && i > at);
    return true;
  });
}

/** Callings of no office; ELI is private ("singer", "lawyer") but for those who have left an office. */
function isPrivate({ noun, sectors }: RoleNoun): boolean {
  const isElite = sectors.includes('ELI') && !/^(?:former|ex|retired|ousted|deposed|late) /.test(noun);
  return isElite || sectors.some((sector) => PRIVATE_SECTORS.has(sector));
}

function isBreak({ kind }: Segment): boolean {
  return kind === 'joint' || kind === 'and';
}

function sharesSector(entry: ActorEntry, segment: Segment): boolean {
  return (
    segment.kind === 'role' &&
    entry.terms.some(({ sectors }) => sectors.some((sector) => segment.role.sectors.includes(sector)))
  );
}

function countryOf({ entry }: ActorName, { date }: Coding): string {
  return standingOf(entry, date)?.country ?? '';
}

function isOwner({ entry }: ActorName, person: ActorEntry): boolean {
  return person.terms.some(({ of }) => of === entry.name);
}

/** "President Okoro": a title of office and one name, in the dates of that office, when only one person fits. */
function byLastName(text: string, segments: readonly Segment[], coding: Coding): CodedActor | null {
  const last = segments.at(-1);
  if (last?.kind !== 'word' || !last.capital || segments.length < 2) return null;
  const before = segments.slice(0, -1);
  if (!before.every((segment) => segment.kind !== 'word' || !segment.capital || TITLES.test(segment.text)))
    return null;
  const title = before.at(-1);
  if (title?.kind !== 'role') return null;
  const country = before.find((segment) => segment.kind === 'name');
  const people = coding.lexicon
    .peopleCalled(last.text)
    .filter((entry) => holds(entry, title.text, coding.date));
  const fitting = people.filter((entry) => country === undefined || fits(entry, before, -1, coding));
  const [person] = fitting;
  if (person === undefined || fitting.length > 1) return null;
  return codeName({ text, facet: 'name', entry: person, sectors: null }, coding);
}

/** Whether the person holds an office of that name on the day; without a day, in an open term. */
function holds(entry: ActorEntry, title: string, date: string | null): boolean {
  const wanted = foldName(title);
  return entry.terms.some((term) => {
    const offices = foldName(term.office ?? '');
    const named = offices === wanted || offices.endsWith(` ${wanted}`) || offices.startsWith(`${wanted} `);
    return named && (date === null ? term.to === null : isActive(term, date));
  });
}
