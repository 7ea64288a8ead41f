/** The layout of the packed gazetteer, shared by what writes it and what reads it. */

/** What the file begins with; the digit counts up when a reader could misread a newer file. */
export const GAZETTEER_MAGIC = 'ANNGAZ1\n';

/** A block begins with a name in full. Twice as many save 4 % of the file and double the time of a look-up. */
export const NAMES_PER_BLOCK = 16;

/**
 * The parts of the body, little-endian: one number a place, but for `display`, `names` and
 * `blockAt`; `radius` has one for each state and division, which come first.
 */
export const PACKED_COLUMNS = [
  'latitude',
  'longitude',
  'id',
  'displayAt',
  'admin1',
  'admin2',
  'radius',
  'population',
  'feature',
  'country',
  'display',
  'names',
  'blockAt',
] as const;

export interface GazetteerHeader {
  /** Number of places. */
  readonly count: number;
  readonly features: readonly string[];
  /** ISO 3166-1 alpha-2 and alpha-3. */
  readonly countries: readonly (readonly [string, string])[];
  /** GeoNames codes of divisions of the first level. */
  readonly admin1: readonly string[];
  /** Offset and length of each column in the body, in bytes. */
  readonly columns: Readonly<Record<string, readonly [number, number]>>;
}

/** Steps to a factor of ten: a population comes back within 5 %, which is more than prominence needs. */
const STEPS_PER_TEN = 25;

/** A population in one byte, on a logarithmic scale. */
export function populationCode(population: number): number {
  return Math.min(255, Math.round(Math.log10(population + 1) * STEPS_PER_TEN));
}

/** The decimal logarithm of a population, plus one. */
export function logPopulation(code: number): number {
  return code / STEPS_PER_TEN;
}
