/** Toponym resolution: which place each name of an article stands for, settled by the article as a whole. */

import type { Document } from '../../document/document.ts';
import type { Span } from '../../document/span.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { GazetteerPlace } from '../../lexicon/gazetteer-place.ts';
import { gazetteer as shippedGazetteer } from '../../lexicon/gazetteer.ts';
import { homeOf } from '../../lexicon/publisher-homes.ts';
import type { Candidate } from './candidates.ts';
import { grouped } from './groups.ts';
import type { Group } from './groups.ts';
import { Surroundings } from './surroundings.ts';

/** What resolution needs of a document. */
export type Located = Pick<Document, 'text'> & {
  readonly facts: Pick<Document['facts'], 'url' | 'publisher'>;
};

/** What settled a reading, from the strongest. */
export type Settled = 'container' | 'only-candidate' | 'publisher-home' | 'surroundings' | 'prominence';

/** The place that a span stands for. */
export interface Resolution {
  readonly candidate: Candidate;
  readonly settled: Settled;
  /** From 0 to 1, by how far the next reading lies behind. */
  readonly confidence: number;
}

/**
 * The reading of each span, null where the gazetteer has none. Spans are in text order.
 *
 * Time grows with the number of different names, not with its square: names see each other only
 * through sums by state, province and cell.
 */
export function resolveToponyms(
  document: Located,
  spans: readonly Span[],
  gazetteer: Gazetteer = shippedGazetteer(),
): readonly (Resolution | null)[] {
  const { groups, groupOf } = grouped(document.text, spans, gazetteer);
  const home = homeOf(document.facts);
  for (const group of groups) group.best = group.candidates[0] ?? null;
  for (let round = 0; round < ROUNDS; round += 1) chooseAll(groups, surroundingsOf(groups, home), home);
  agree(groups);
  const surroundings = surroundingsOf(groups, home);
  return groupOf.map((group) => (group === null ? null : resolutionOf(group, surroundings, home)));
}

/** After three rounds hardly any article changes. */
const ROUNDS = 3;

/** How many votes a group has: names said often count more, but not as often as they are said. */
function votesOf({ candidates, containers, best, mentions }: Group): number {
  const sure =
    candidates.length === 1 ||
    containers.length > 0 ||
    best?.place.kind === 'state' ||
    best?.place.kind === 'division';
  return (sure ? 1 : 0.5) * (1 + Math.log2(mentions) / 2);
}

function surroundingsOf(groups: readonly Group[], home: GazetteerPlace | null): Surroundings {
  const surroundings = new Surroundings();
  for (const group of groups) {
    if (group.best !== null) surroundings.add(group.best.place, votesOf(group));
    // A larger place that is only part of a name's address still says where the article is.
    const container = group.containers[0];
    if (container !== undefined && group.best !== null && holds(container.place, group.best.place))
      surroundings.add(container.place, 0.5);
  }
  if (home !== null) surroundings.add(home, HOME_VOTES);
  return surroundings;
}

/** A local paper writes of its own place without saying where it is. */
const HOME_VOTES = 2;

/** Names change together, so that their order in the text does not matter. */
function chooseAll(groups: readonly Group[], surroundings: Surroundings, home: GazetteerPlace | null): void {
  const chosen = groups.map((group) => ranked(group, surroundings, home)[0]?.candidate ?? null);
  groups.forEach((group, i) => {
    group.best = chosen[i] ?? null;
  });
}

interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/** The two best readings of a group, best first. */
function ranked(group: Group, surroundings: Surroundings, home: GazetteerPlace | null): Ranked[] {
  const votes = votesOf(group);
  const own = group.best?.place ?? null;
  let first: Ranked | undefined;
  let second: Ranked | undefined;
  for (const candidate of group.candidates) {
    const { place, prior } = candidate;
    const score =
      prior +
      surroundings.fit(place, own, votes) +
      (isHeld(candidate, group) ? CONTAINER_WORTH : 0) +
      (holdsNamed(candidate, group) ? HOLDS_WORTH : 0) +
      (home !== null && isHome(place, home) ? HOME_WORTH : 0);
    if (first === undefined || score > first.score) [first, second] = [{ candidate, score }, first];
    else if (second === undefined || score > second.score) second = { candidate, score };
  }
  return [first, second].filter((one) => one !== undefined);
}

/** "Paris, Texas" leaves no doubt, whatever the populations. */
const CONTAINER_WORTH = 6;
/** "Georgia" after "Gainesville," is the Georgia that has a Gainesville. */
const HOLDS_WORTH = 4;
/** The paper's own town is meant by its name unless the article is about another. */
const HOME_WORTH = 3;

function isHeld({ place }: Candidate, { containers }: Group): boolean {
  return containers.some((container) => holds(container.place, place));
}

function holdsNamed({ place }: Candidate, { inside }: Group): boolean {
  return inside.some((smaller) => smaller.some((candidate) => holds(place, candidate.place)));
}

function holds(larger: GazetteerPlace, smaller: GazetteerPlace): boolean {
  if (larger.key === smaller.key) return false;
  if (larger.kind === 'state') return smaller.kind !== 'state' && larger.country === smaller.country;
  return larger.kind === 'division' && smaller.kind !== 'division' && larger.admin1 === smaller.admin1;
}

/** How far from the publisher's point a namesake is still the publisher's own town. */
const HOME_DEGREES = 0.35;

function isHome(place: GazetteerPlace, home: GazetteerPlace): boolean {
  return (
    place.kind === 'town' &&
    Math.abs(place.latitude - home.latitude) < HOME_DEGREES &&
    Math.abs(place.longitude - home.longitude) < HOME_DEGREES
  );
}

/** One sense to a text: a name without its larger place is read as it is where the larger place is printed. */
function agree(groups: readonly Group[]): void {
  const told = new Map<string, Candidate>();
  for (const group of groups) {
    const { best, name } = group;
    if (best !== null && isHeld(best, group) && !told.has(name)) told.set(name, best);
  }
  for (const group of groups) {
    const same = told.get(group.name);
    if (same === undefined || group.containers.length > 0) continue;
    group.best = group.candidates.find(({ place }) => place.key === same.place.key) ?? group.best;
  }
}

function resolutionOf(
  group: Group,
  surroundings: Surroundings,
  home: GazetteerPlace | null,
): Resolution | null {
  const { best } = group;
  if (best === null) return null;
  const [first, second] = ranked(group, surroundings, home);
  const others = first?.candidate === best ? second : first;
  const mine = first?.candidate === best ? first.score : 0;
  const lead = others === undefined || first?.candidate !== best ? SURE_LEAD : mine - others.score;
  return { candidate: best, settled: settledBy(group, best, home), confidence: confidenceOf(lead) };
}

/** A reading this far ahead of the next is taken for sure. */
const SURE_LEAD = 4;

/** A logistic of the lead: 0.5 for a tie, 0.98 for sure. */
function confidenceOf(lead: number): number {
  return Math.round((100 * 1) / (1 + Math.exp(-Math.min(lead, SURE_LEAD)))) / 100;
}

function settledBy(group: Group, best: Candidate, home: GazetteerPlace | null): Settled {
  if (isHeld(best, group)) return 'container';
  if (group.candidates.length === 1) return 'only-candidate';
  if (home !== null && isHome(best.place, home)) return 'publisher-home';
  return best === group.candidates[0] ? 'prominence' : 'surroundings';
}
