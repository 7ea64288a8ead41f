/** How exactly a place is known: precision and uncertainty by kind, and the codes of other projects. */

import type { PlacePrecision } from '../../document/place.ts';
import type { GazetteerPlace } from '../../lexicon/gazetteer-place.ts';

/** Codes of other event data for each precision: ACLED 1 to 3, UCDP 1 to 7, GDELT 1 to 5. */
export const PRECISION_CODES: Readonly<
  Record<
    PlacePrecision,
    { readonly acled: number | null; readonly ucdp: number | null; readonly gdelt: number | null }
  >
> = {
  site: { acled: 1, ucdp: 1, gdelt: 4 },
  neighbourhood: { acled: 1, ucdp: 1, gdelt: 4 },
  town: { acled: 1, ucdp: 1, gdelt: 4 },
  near: { acled: 2, ucdp: 2, gdelt: 4 },
  district: { acled: 2, ucdp: 3, gdelt: 5 },
  division: { acled: 3, ucdp: 4, gdelt: 5 },
  area: { acled: 3, ucdp: 5, gdelt: 5 },
  country: { acled: null, ucdp: 6, gdelt: 1 },
  sea: { acled: null, ucdp: 7, gdelt: 4 },
  unknown: { acled: null, ucdp: null, gdelt: null },
};

/** Half of what "near" a town reaches. */
const NEAR_KM = 25;
/** A part of a place ("southern Elvania") is never known better than this. */
const LEAST_PART_KM = 15;
/** Of a town of ten thousand; it doubles with every hundredfold. */
const TOWN_KM = 3;

const SEAS: ReadonlySet<string> = new Set(['sea', 'ocean', 'strait']);

export interface Exactness {
  readonly precision: PlacePrecision;
  readonly uncertaintyKm: number;
}

/** How exactly a name gives the place. `qualifier` is what the name or the words before it add: a part, or nearness. */
export function exactnessOf(place: GazetteerPlace, qualifier: 'part' | 'near' | null): Exactness {
  const uncertaintyKm = place.radiusKm ?? townRadius(place);
  if (qualifier === 'near' && place.kind === 'town')
    return { precision: 'near', uncertaintyKm: Math.max(NEAR_KM, uncertaintyKm) };
  if (qualifier === 'part' && place.kind !== 'town')
    return { precision: 'area', uncertaintyKm: Math.max(LEAST_PART_KM, uncertaintyKm) };
  return { precision: precisionOf(place), uncertaintyKm };
}

function precisionOf({ kind, feature }: GazetteerPlace): PlacePrecision {
  if (kind === 'state') return 'country';
  if (kind === 'division' || kind === 'district') return kind;
  if (kind === 'town') return feature === 'PPLX' ? 'neighbourhood' : 'town';
  if (SEAS.has(feature)) return 'sea';
  if (feature === 'site' || feature === 'crossing') return 'site';
  if (feature === 'quarter') return 'neighbourhood';
  return feature === 'camp' ? 'town' : 'area';
}

function townRadius({ magnitude }: GazetteerPlace): number {
  return Math.max(1, Math.round(TOWN_KM * 2 ** ((magnitude - 4) / 2)));
}

/** The feature in a word: `capital`, `town`, `division`, or the kind of region. */
export function featureWord({ kind, feature }: GazetteerPlace): string {
  if (kind === 'region') return feature;
  if (kind === 'state') return 'country';
  if (feature === 'PPLC') return 'capital';
  return feature === 'PPLX' ? 'neighbourhood' : kind;
}
