/** The best dependency tree for a matrix of arc scores, with exactly one word under the root. */

/** Taken off every arc from the root: far more than any difference of scores, so that a second root never pays. */
const ROOT_PENALTY = 1e6;

/**
 * Heads of the highest-scoring tree (Chu and Liu 1965, Edmonds 1967).
 *
 * `scores[d * size + h]` is the score of word `d` under head `h`; row 0 is the root
 * and its row of the matrix is not read. The result's entry 0 is 0. Quadratic time
 * for each cycle that must be broken; sentences have few.
 */
export function spanningTree(scores: Float64Array, size: number): Int32Array {
  const penalized = scores.slice();
  for (let d = 1; d < size; d++) penalized[d * size] = (penalized[d * size] as number) - ROOT_PENALTY;
  return bestTree(penalized, size);
}

function bestTree(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  const cycle = findCycle(heads);
  return cycle === null ? heads : breakCycle(scores, size, heads, cycle);
}

function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = -Infinity;
    for (let h = 0; h < size; h++) {
      const score = scores[d * size + h] as number;
      if (h !== d && score > best) {
        best = score;
        heads[d] = h;
      }
    }
  }
  return heads;
}

/** The words of one cycle, or null when every word leads to the root. */
function findCycle(heads: Int32Array): number[] | null {
  const visit = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let word = start;
    while (word !== 0 && visit[word] === 0) {
      visit[word] = start;
      word = heads[word] as number;
    }
    if (word === 0 || visit[word] !== start) continue;
    const cycle = [word];
    for (let next = heads[word] as number; next !== word; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return null;
}

/** Solves the smaller problem in which the cycle is one word, then opens the cycle where that solution enters it. */
function breakCycle(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  cycle: readonly number[],
): Int32Array {
  const inCycle = new Uint8Array(size);
  for (const word of cycle) inCycle[word] = 1;
  const others = new Int32Array(size - cycle.length);
  for (let word = 0, i = 0; word < size; word++) if (inCycle[word] === 0) others[i++] = word;
  const { contracted, leaves, enters } = contract(scores, size, heads, cycle, others);
  const smaller = others.length + 1;
  const whole = smaller - 1;
  const solved = bestTree(contracted, smaller);
  const result = heads.slice();
  for (let i = 1; i < others.length; i++) {
    const head = solved[i] as number;
    result[others[i] as number] = head === whole ? (leaves[i] as number) : (others[head] as number);
  }
  const above = solved[whole] as number;
  result[enters[above] as number] = others[above] as number;
  return result;
}

/** The smaller problem: its scores, and for each other word which word of the cycle it would hang on or be the head of. */
interface Contraction {
  readonly contracted: Float64Array;
  readonly leaves: Int32Array;
  readonly enters: Int32Array;
}

function contract(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  cycle: readonly number[],
  others: Int32Array,
): Contraction {
  const smaller = others.length + 1;
  const whole = smaller - 1;
  const contracted = new Float64Array(smaller * smaller).fill(-Infinity);
  const leaves = new Int32Array(smaller);
  const enters = new Int32Array(smaller);
  for (let i = 0; i < others.length; i++) {
    const word = others[i] as number;
    const row = word * size;
    for (let j = 0; j < others.length; j++) {
      if (i !== j) contracted[i * smaller + j] = scores[row + (others[j] as number)] as number;
    }
    let bestExit = -Infinity;
    let bestEntry = -Infinity;
    for (const member of cycle) {
      const exit = scores[row + member] as number;
      const entry =
        (scores[member * size + word] as number) -
        (scores[member * size + (heads[member] as number)] as number);
      if (exit > bestExit) {
        bestExit = exit;
        leaves[i] = member;
      }
      if (entry > bestEntry) {
        bestEntry = entry;
        enters[i] = member;
      }
    }
    contracted[i * smaller + whole] = bestExit;
    contracted[whole * smaller + i] = bestEntry;
  }
  return { contracted, leaves, enters };
}
