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
  const inCycle = new Set(cycle);
  const others = Array.from({ length: size }, (_, i) => i).filter((i) => !inCycle.has(i));
  const smaller = others.length + 1;
  const whole = smaller - 1;
  const contracted = new Float64Array(smaller * smaller).fill(-Infinity);
  const leaves = new Int32Array(smaller);
  const enters = new Int32Array(smaller);
  const at = (d: number, h: number): number => scores[d * size + h] as number;
  for (const [i, d] of others.entries()) {
    for (const [j, h] of others.entries()) if (i !== j) contracted[i * smaller + j] = at(d, h);
    const exit = bestOf(cycle, (h) => at(d, h));
    leaves[i] = exit.word;
    contracted[i * smaller + whole] = exit.score;
    const entry = bestOf(cycle, (w) => at(w, d) - at(w, heads[w] as number));
    enters[i] = entry.word;
    contracted[whole * smaller + i] = entry.score;
  }
  const solved = bestTree(contracted, smaller);
  const result = heads.slice();
  for (const [i, d] of others.entries()) {
    if (d === 0) continue;
    const head = solved[i] as number;
    result[d] = head === whole ? (leaves[i] as number) : (others[head] as number);
  }
  const above = solved[whole] as number;
  result[enters[above] as number] = others[above] as number;
  return result;
}

function bestOf(
  words: readonly number[],
  scoreOf: (word: number) => number,
): { word: number; score: number } {
  let best = { word: words[0] as number, score: -Infinity };
  for (const word of words) {
    const score = scoreOf(word);
    if (score > best.score) best = { word, score };
  }
  return best;
}
