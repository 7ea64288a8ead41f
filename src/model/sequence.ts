/** Decoding of label sequences: the best path through scores of places and of neighbouring labels (Viterbi 1967). */

/** Labels in BIO form: `O`, then `B-` and `I-` of each type. */
export function bioLabels(types: readonly string[]): string[] {
  return ['O', ...types.flatMap((type) => [`B-${type}`, `I-${type}`])];
}

/** Whether `label` may follow `before` (undefined at the start): `I-X` only follows `B-X` or `I-X`. */
export function mayFollow(before: string | undefined, label: string): boolean {
  if (!label.startsWith('I-')) return true;
  return before !== undefined && before !== 'O' && before.slice(2) === label.slice(2);
}

/** Far below any sum of scores, yet small enough to add up in 32 bits. */
export const FORBIDDEN = -1_000_000_000;

/** Score of each label after each, one row for each label before and a last row for the start. */
export type Transitions = Float64Array;

/** Zero for every neighbourhood that BIO permits, `FORBIDDEN` for the others. */
export function emptyTransitions(labels: readonly string[]): Transitions {
  const transitions = new Float64Array((labels.length + 1) * labels.length);
  for (let before = 0; before <= labels.length; before++) {
    for (const [i, label] of labels.entries()) {
      if (!mayFollow(labels[before], label)) transitions[before * labels.length + i] = FORBIDDEN;
    }
  }
  return transitions;
}

/** The labels of the best path. `scores` has a row of `labels` for each place. */
export function bestPath(
  scores: ArrayLike<number>,
  places: number,
  labels: number,
  transitions: Transitions,
): Int32Array {
  const path = new Int32Array(places);
  if (places === 0) return path;
  const backs = new Uint8Array(places * labels);
  let totals = new Float64Array(labels);
  for (let label = 0; label < labels; label++) {
    totals[label] = (transitions[labels * labels + label] as number) + (scores[label] as number);
  }
  for (let place = 1; place < places; place++) {
    const next = new Float64Array(labels);
    for (let label = 0; label < labels; label++) {
      let best = -Infinity;
      for (let before = 0; before < labels; before++) {
        const total = (totals[before] as number) + (transitions[before * labels + label] as number);
        if (total > best) {
          best = total;
          backs[place * labels + label] = before;
        }
      }
      next[label] = best + (scores[place * labels + label] as number);
    }
    totals = next;
  }
  path[places - 1] = totals.indexOf(Math.max(...totals));
  for (let place = places - 1; place > 0; place--)
    path[place - 1] = backs[place * labels + (path[place] as number)] as number;
  return path;
}
