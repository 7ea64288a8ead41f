/** Surroundings: where the other names of an article lie, summed so that each reading is judged in one look. */

import type { GazetteerPlace } from '../../lexicon/gazetteer-place.ts';

/** A side of a cell, in degrees: a day's drive. Votes reach the eight cells around. */
const CELL_DEGREES = 2;

/** Votes by state, province, district and cell. Adding and asking take the same time however many there are. */
export class Surroundings {
  readonly #states = new Map<string, number>();
  readonly #divisions = new Map<string, number>();
  readonly #districts = new Map<number, number>();
  readonly #cells = new Map<number, number>();
  #total = 0;

  add(place: GazetteerPlace, votes: number): void {
    this.#total += votes;
    if (place.country !== null) count(this.#states, place.country, votes);
    if (place.admin1 !== null) count(this.#divisions, place.admin1, votes);
    if (place.admin2 !== 0) count(this.#districts, place.admin2, votes);
    // The point of a state or a continent says nothing about what is near.
    if (place.kind !== 'state' && (place.radiusKm ?? 0) < 400) count(this.#cells, cellOf(place), votes);
  }

  /** How well a place stands among the votes, without the `own` votes that it cast itself. */
  fit(place: GazetteerPlace, own: GazetteerPlace | null, votes: number): number {
    const mine = (same: boolean): number => (own !== null && same ? votes : 0);
    const state =
      place.country === null ? 0 : get(this.#states, place.country) - mine(own?.country === place.country);
    const division =
      place.admin1 === null ? 0 : get(this.#divisions, place.admin1) - mine(own?.admin1 === place.admin1);
    const district =
      place.admin2 === 0 ? 0 : get(this.#districts, place.admin2) - mine(own?.admin2 === place.admin2);
    const near =
      place.kind === 'state'
        ? 0
        : this.#near(place) - mine(own !== null && own.kind !== 'state' && isNear(own, place));
    return (
      STATE_WORTH * (Math.max(0, state) / (this.#total || 1)) +
      Math.min(MOST_FOR_DIVISION, DIVISION_WORTH * Math.log2(1 + Math.max(0, division))) +
      Math.min(MOST_FOR_DISTRICT, DISTRICT_WORTH * Math.log2(1 + Math.max(0, district))) +
      Math.min(MOST_FOR_NEAR, NEAR_WORTH * Math.log2(1 + Math.max(0, near)))
    );
  }

  #near(place: GazetteerPlace): number {
    let votes = 0;
    const cell = cellOf(place);
    for (const row of [-1, 0, 1]) {
      for (const column of [-1, 0, 1]) votes += this.#cells.get(cell + row * CELLS_PER_ROW + column) ?? 0;
    }
    return votes;
  }
}

/*
 * What votes are worth against the priors, in powers of ten. Set on the development texts; the caps
 * keep a long article about one province from moving every capital into it.
 */
const STATE_WORTH = 2.5;
const DIVISION_WORTH = 0.9;
const MOST_FOR_DIVISION = 2.5;
const DISTRICT_WORTH = 0.5;
const MOST_FOR_DISTRICT = 1;
const NEAR_WORTH = 0.5;
const MOST_FOR_NEAR = 1.5;

const CELLS_PER_ROW = 1000;

function cellOf({ latitude, longitude }: GazetteerPlace): number {
  return (
    (Math.floor((latitude + 90) / CELL_DEGREES) + 1) * CELLS_PER_ROW +
    Math.floor((longitude + 180) / CELL_DEGREES) +
    1
  );
}

function isNear(a: GazetteerPlace, b: GazetteerPlace): boolean {
  const difference = Math.abs(cellOf(a) - cellOf(b));
  const rows = Math.round(difference / CELLS_PER_ROW);
  return rows <= 1 && Math.abs(difference - rows * CELLS_PER_ROW) <= 1;
}

function count<Key>(votes: Map<Key, number>, key: Key, more: number): void {
  votes.set(key, get(votes, key) + more);
}

function get<Key>(votes: Map<Key, number>, key: Key): number {
  return votes.get(key) ?? 0;
}
