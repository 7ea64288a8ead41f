/** The place: a name in the text that says where, and what it resolves to. */

import type { Span } from './span.ts';

/** How exactly a place is known, from the narrowest to the widest; `docs/formats.md` says what each means. */
export const PLACE_PRECISIONS = [
  'site',
  'neighbourhood',
  'town',
  'near',
  'district',
  'division',
  'area',
  'country',
  'sea',
  'unknown',
] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

export const PLACE_USES = ['place', 'actor', 'adjective'] as const;
/**
 * What the name does where it stands: says where, stands for a government or a team ("Beirut said"),
 * or is an adjective or people's name ("Lebanese"). Only `place` can be where something happened.
 */
export type PlaceUse = (typeof PLACE_USES)[number];

/** A place name in a text. Its span is the name without articles and prepositions. */
export interface Place extends Span {
  /** The name that the gazetteer has. */
  readonly name: string;
  /** GeoNames id; null for regions, and for divisions whose id is not known. */
  readonly geonamesId: number | null;
  /** ISO 3166-1 alpha-3; null where no one state holds it. */
  readonly country: string | null;
  /** Name of the division of the first level. */
  readonly admin1: string | null;
  /** In words: `capital`, `town`, `division`, `valley`, `sea`. */
  readonly feature: string;
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PlacePrecision;
  /** Within this many kilometres of the point, by the kind of place: never 0. */
  readonly uncertaintyKm: number;
  readonly use: PlaceUse;
  readonly confidence: number;
  /** Row or rule, and what settled it: `gazetteer:276781 by only-candidate`. */
  readonly because: string;
}
