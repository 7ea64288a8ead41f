/** Codes of a phrase that is no name by itself: country words and role nouns, put together by its shape. */

import type { ActorName, Sector } from '../../lexicon/actors-entry.ts';
import { cameoOf } from './cameo.ts';
import type { CodedActor, Coding } from './coded-actor.ts';
import type { Segment } from './segments.ts';
import { meantName, standingOf } from './terms.ts';

/** What was found so far; `because` in the order in which it was found. */
interface Found {
  country: string;
  sectors: readonly Sector[];
  actor: ActorName | null;
  readonly because: string[];
}

/** The codes of the phrase, null where nothing in it is known. */
export function readPhrase(text: string, segments: readonly Segment[], coding: Coding): CodedActor | null {
  const known = segments.map((segment, i) => (isPartOfUnknownName(segments, i) ? asWord(segment) : segment));
  const end = known.findIndex(({ kind }) => kind === 'joint');
  const core = end === -1 ? known : known.slice(0, end);
  const rest = end === -1 ? [] : known.slice(end);
  const found: Found = { country: '', sectors: [], actor: null, because: [] };
  findSectors(core, rest, coding, found);
  findCountry(core, rest, coding, found);
  if (found.because.length === 0) return null;
  if (known.some(({ kind }) => kind === 'former')) found.sectors = afterOffice(found.sectors);
  if (found.country === '' && coding.country !== null) found.country = coding.country;
  const { country, sectors } = found;
  const own = found.actor?.entry.cameo?.length === 3 ? found.actor.entry.cameo : null;
  return {
    name: text,
    actor: null,
    country,
    sectors,
    cameo: cameoOf(country, sectors, own),
    because: [...new Set(found.because)].join(' + '),
  };
}

function asWord({ from, to, text }: Segment): Segment {
  return { kind: 'word', capital: true, from, to, text };
}

/**
 * Whether a country or place is part of a longer name that the tables do not know: "Jordan Peters",
 * "Dawn French". A role noun after it ("Kenya Wildlife Service"), or a possessive, makes it a country again.
 */
function isPartOfUnknownName(segments: readonly Segment[], at: number): boolean {
  const segment = segments[at];
  if (segment?.kind !== 'name' || segment.possessive) return false;
  const before = segments[at - 1];
  const after = segments[at + 1];
  const roleFollows = segments.slice(at + 1).some(({ kind }) => kind === 'role' || kind === 'joint');
  const isDemonym = segment.names.every(({ facet }) => facet === 'demonym');
  const isPerson = segment.names.some(({ entry }) => entry.isPerson);
  if (isPerson) return true;
  if (isCapital(before) && !roleFollows) return true;
  return !isDemonym && isCapital(after) && !segments.slice(at + 1).some(({ kind }) => kind === 'role');
}

function isCapital(segment: Segment | undefined): boolean {
  return segment?.kind === 'word' && segment.capital;
}

/** The noun that says what somebody is: the last strong one of the core, else what it belongs to, else a weak one. */
function findSectors(core: readonly Segment[], rest: readonly Segment[], coding: Coding, found: Found): void {
  const body = bodyIn(core, coding) ?? null;
  if (body !== null && isGroup(body.name)) {
    take(found, body.sectors, keyOf(body.name), body.name);
    const strong = roleIn(core, 'strong');
    if (strong === null || !['REB', 'MIL', 'UAF', 'PRM', 'OPP', 'CRM'].includes(strong.sectors[0] ?? '')) {
      if (strong !== null) take(found, strong.sectors, `role-nouns:${strong.noun}`, body.name);
    }
    return;
  }
  const strong = roleIn(core, 'strong');
  if (strong !== null) return take(found, strong.sectors, `role-nouns:${strong.noun}`, null);
  if (body !== null && body.sectors.length > 0) return take(found, body.sectors, keyOf(body.name), body.name);
  const isLed = roleIn(core, 'link') !== null || roleIn(core, 'weak') !== null;
  if (isLed) {
    const behind =
      rest[0]?.kind === 'joint' && /^(?:of|for|from|in|at|with)$/i.test(rest[0].text) ? rest.slice(1) : [];
    const behindCore = behind.slice(0, endOfCore(behind));
    const owner = bodyIn(behindCore, coding);
    if (owner !== null && owner.sectors.length > 0)
      return take(found, owner.sectors, keyOf(owner.name), owner.name);
    const role = roleIn(behindCore, 'strong');
    if (role !== null) return take(found, role.sectors, `role-nouns:${role.noun}`, null);
  }
  const weak = roleIn(core, 'weak') ?? roleIn(rest.slice(1), 'weak');
  if (weak !== null) return take(found, weak.sectors, `role-nouns:${weak.noun}`, null);
  const link = roleIn(core, 'link');
  if (link !== null && !core.some(isCapital)) found.because.push(`role-nouns:${link.noun}`);
}

function endOfCore(segments: readonly Segment[]): number {
  const end = segments.findIndex(({ kind }) => kind === 'joint');
  return end === -1 ? segments.length : end;
}

function take(found: Found, sectors: readonly Sector[], because: string, actor: ActorName | null): void {
  found.sectors = sectors;
  found.actor = actor;
  found.because.push(because);
}

/** The last role noun of that weight; what a possessive owns comes after it, so that the last word decides. */
function roleIn(segments: readonly Segment[], weight: 'strong' | 'weak' | 'link') {
  return segments.reduce<Extract<Segment, { kind: 'role' }>['role'] | null>(
    (last, segment) => (segment.kind === 'role' && segment.role.weight === weight ? segment.role : last),
    null,
  );
}

/** An organisation, group, outlet or part of a state named in the segments, with what it stands for. */
function bodyIn(
  segments: readonly Segment[],
  coding: Coding,
): { name: ActorName; sectors: readonly Sector[] } | null {
  for (const segment of segments) {
    if (segment.kind !== 'name') continue;
    const name = meantName(segment.names, coding.date, coding.country);
    if (name === null || ['demonym', 'capital', 'town', 'region'].includes(name.facet)) continue;
    const sectors = name.sectors ?? standingOf(name.entry, coding.date)?.sectors ?? [];
    if (!name.entry.key.startsWith('states:') || name.facet !== 'name' || sectors.length > 0)
      return { name, sectors };
  }
  return null;
}

function isGroup({ entry }: ActorName): boolean {
  return entry.key.startsWith('groups:');
}

function keyOf({ entry, facet, text }: ActorName): string {
  return facet === 'name' ? entry.key : `${entry.key} (${facet} "${text}")`;
}

/** The first country of the core, else the one that a leading preposition names. */
function findCountry(core: readonly Segment[], rest: readonly Segment[], coding: Coding, found: Found): void {
  const leading = rest.flatMap((segment, i) =>
    segment.kind === 'joint' && segment.leads
      ? [rest.slice(i + 1, i + 1 + endOfCore(rest.slice(i + 1)))]
      : [],
  );
  for (const part of [core, ...leading]) {
    for (const segment of part) {
      if (segment.kind !== 'name') continue;
      const name = meantName(segment.names, coding.date, coding.country);
      const country =
        name === null
          ? sharedCountry(segment.names, coding)
          : (standingOf(name.entry, coding.date)?.country ?? '');
      if (country === '') continue;
      found.country = country;
      found.because.unshift(name === null ? `names:${segment.text}` : keyOf(name));
      return;
    }
  }
}

function sharedCountry(names: readonly ActorName[], { date }: Coding): string {
  const countries = new Set(names.map(({ entry }) => standingOf(entry, date)?.country ?? ''));
  return countries.size === 1 ? ([...countries][0] ?? '') : '';
}

/** Officials who have left office are ELI; rebels, farmers and the like stay what they are called. */
function afterOffice(sectors: readonly Sector[]): readonly Sector[] {
  return sectors.some((sector) => ['GOV', 'LEG', 'JUD', 'SPY', 'PTY', 'MIL', 'COP'].includes(sector))
    ? ['ELI']
    : sectors;
}
