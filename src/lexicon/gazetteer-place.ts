/** A place of the gazetteer, and a place under one of its names. */

import type { NameKind } from './gazetteer-names.ts';

/** What a place of the gazetteer is. */
export type GazetteerKind = 'state' | 'division' | 'district' | 'town' | 'region';

/** A place of the gazetteer. */
export interface GazetteerPlace {
  /** `g123` by position in the packed file, `r12` by row of `regions.tsv`: one place, one key. */
  readonly key: string;
  readonly name: string;
  /** Null for divisions and regions whose GeoNames id we do not know. */
  readonly geonamesId: number | null;
  readonly kind: GazetteerKind;
  /** GeoNames feature code for packed places, kind of region (`valley`, `sea`, …) for the others. */
  readonly feature: string;
  readonly latitude: number;
  readonly longitude: number;
  /** ISO 3166-1 alpha-3; null for what no one state holds. */
  readonly country: string | null;
  /** GeoNames code of the division of the first level; null where there is none. */
  readonly admin1: string | null;
  /** A number that two places of one district share; 0 where there is none. */
  readonly admin2: number;
  /** Decimal logarithm of the population; for regions of what stands in for it. */
  readonly magnitude: number;
  /** Half the extent in km; null where the kind decides. */
  readonly radiusKm: number | null;
}

/** A place that bears a name, and in which way it does. */
export interface NamedPlace {
  readonly place: GazetteerPlace;
  readonly as: NameKind;
}
