/** Geocoding: finds the places that a text names and says which they are, how exactly, and why. */

import type { Document } from '../../document/document.ts';
import type { Place, PlaceUse } from '../../document/place.ts';
import type { Span } from '../../document/span.ts';
import type { Token } from '../../document/token.ts';
import { gazetteer as shippedGazetteer } from '../../lexicon/gazetteer.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { isInContextClass } from '../../lexicon/name-context.ts';
import { isSpeechForm } from '../../lexicon/speech-verbs.ts';
import type { Stage } from '../../pipeline/stage.ts';
import type { Candidate } from './candidates.ts';
import { findToponyms } from './find-toponyms.ts';
import { exactnessOf, featureWord } from './precision.ts';
import { resolveToponyms } from './resolve-toponyms.ts';
import type { Resolution } from './resolve-toponyms.ts';

export const geocode: Stage<'tokens' | 'sentences', 'places'> = {
  name: 'geocode',
  needs: ['tokens', 'sentences'],
  adds: ['places'],
  run: (document) => ({ places: placesOf(document, shippedGazetteer()) }),
};

function placesOf(document: Document<'tokens' | 'sentences'>, gazetteer: Gazetteer): Place[] {
  const spans = findToponyms(document, gazetteer);
  const resolutions = resolveToponyms(document, spans, gazetteer);
  const { tokens } = document.layers;
  const places: Place[] = [];
  // Spans and tokens are both in text order, so one walk finds the tokens around every span.
  let at = 0;
  spans.forEach((span, i) => {
    const resolution = resolutions[i] ?? null;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.start) at += 1;
    let after = at;
    while (after < tokens.length && (tokens[after]?.start ?? 0) < span.end) after += 1;
    if (resolution !== null)
      places.push(
        placeOf(
          span,
          resolution,
          { before: tokens.slice(Math.max(0, at - 2), at), after: tokens[after] },
          gazetteer,
        ),
      );
  });
  return places;
}

/** The tokens that stand around a name. */
interface Neighbours {
  readonly before: readonly Token[];
  readonly after: Token | undefined;
}

function placeOf(span: Span, resolution: Resolution, neighbours: Neighbours, gazetteer: Gazetteer): Place {
  const { candidate, settled, confidence } = resolution;
  const { place } = candidate;
  const use = useOf(candidate, neighbours);
  return {
    start: span.start,
    end: span.end,
    name: place.name,
    geonamesId: place.geonamesId,
    country: place.country,
    admin1: place.admin1 === null ? null : gazetteer.divisionName(place.admin1),
    feature: featureWord(place),
    latitude: place.latitude,
    longitude: place.longitude,
    ...exactnessOf(place, qualifierOf(candidate, neighbours)),
    use,
    confidence,
    because: `${rowOf(candidate)} by ${settled}${use === 'actor' ? ', metonym' : ''}`,
  };
}

function rowOf({ place }: Candidate): string {
  if (place.kind === 'region') return `regions:${place.name}`;
  return `gazetteer:${place.geonamesId ?? place.admin1 ?? place.name}`;
}

const NEAR = /^(?:near|outside|around|nearby)$/;
const PART =
  /^(?:north|south|east|west|central|north-?east|north-?west|south-?east|south-?west|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|upper|lower|rural|coastal)$/;

/** Whether the name or the word before it says a part of the place ("southern"), or only its surroundings ("near"). */
function qualifierOf(candidate: Candidate, { before }: Neighbours): 'part' | 'near' | null {
  const word = before.at(-1)?.norm ?? '';
  if (candidate.part || PART.test(word)) return 'part';
  return NEAR.test(word) ? 'near' : null;
}

/** Regions that are offices: "the Kremlin said" is a government, "outside the Kremlin" a place. */
const SPEAKING: ReadonlySet<string> = new Set(['site', 'bloc', 'disputed']);

/** A state, its capital or an office that speaks, decides or signs is an actor, unless a preposition says where. */
function useOf({ as, place }: Candidate, { before, after }: Neighbours): PlaceUse {
  if (as === 'demonym') return 'adjective';
  const canAct =
    place.kind === 'state' ||
    place.kind === 'division' ||
    place.feature === 'PPLC' ||
    SPEAKING.has(place.feature);
  if (!canAct || after === undefined) return 'place';
  const previous = before.at(-1)?.norm === 'the' ? before.at(-2)?.norm : before.at(-1)?.norm;
  if (previous !== undefined && isInContextClass(previous, 'locator')) return 'place';
  return isSpeechForm(after.norm) || isInContextClass(after.norm, 'metonym-verb') ? 'actor' : 'place';
}
