/** Scores of coreference: MUC, B-cubed and CEAF (entities), whose mean is the CoNLL score. */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Counts that add up over articles. */
export interface Counts {
  readonly precisionPart: number;
  readonly precisionWhole: number;
  readonly recallPart: number;
  readonly recallWhole: number;
}

/** A cluster is a set of mention keys; a key stands in one cluster of each side at most. */
export type Clusters = readonly ReadonlySet<string>[];

export function scoreOf(all: readonly Counts[]): Score {
  const sum = (pick: (counts: Counts) => number): number =>
    all.reduce((total, counts) => total + pick(counts), 0);
  const precision = ratio(
    sum((c) => c.precisionPart),
    sum((c) => c.precisionWhole),
  );
  const recall = ratio(
    sum((c) => c.recallPart),
    sum((c) => c.recallWhole),
  );
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Links kept of those needed. */
export function muc(gold: Clusters, system: Clusters): Counts {
  const [recallPart, recallWhole] = mucSide(gold, system);
  const [precisionPart, precisionWhole] = mucSide(system, gold);
  return { precisionPart, precisionWhole, recallPart, recallWhole };
}

function mucSide(of: Clusters, against: Clusters): readonly [part: number, whole: number] {
  const index = indexOf(against);
  let part = 0;
  let whole = 0;
  for (const cluster of of) {
    const pieces = new Set([...cluster].map((key) => index.get(key) ?? key));
    part += cluster.size - pieces.size;
    whole += cluster.size - 1;
  }
  return [part, whole];
}

/** For each mention, how much of its cluster is right. */
export function bCubed(gold: Clusters, system: Clusters): Counts {
  const [recallPart, recallWhole] = bSide(gold, system);
  const [precisionPart, precisionWhole] = bSide(system, gold);
  return { precisionPart, precisionWhole, recallPart, recallWhole };
}

function bSide(of: Clusters, against: Clusters): readonly [part: number, whole: number] {
  const index = indexOf(against);
  let part = 0;
  let whole = 0;
  for (const cluster of of) {
    for (const key of cluster) {
      whole += 1;
      const other = index.get(key);
      if (other !== undefined) part += shared(cluster, other) / cluster.size;
    }
  }
  return [part, whole];
}

/** Similarity of clusters paired one to one. Pairs are taken greedily, best first, which is at most a little below the optimum. */
export function ceafE(gold: Clusters, system: Clusters): Counts {
  const pairs = gold.flatMap((one, g) =>
    system.map((other, s) => ({ g, s, value: (2 * shared(one, other)) / (one.size + other.size) })),
  );
  const usedGold = new Set<number>();
  const usedSystem = new Set<number>();
  let part = 0;
  for (const { g, s, value } of pairs.filter((pair) => pair.value > 0).sort((a, b) => b.value - a.value)) {
    if (usedGold.has(g) || usedSystem.has(s)) continue;
    usedGold.add(g);
    usedSystem.add(s);
    part += value;
  }
  return { precisionPart: part, precisionWhole: system.length, recallPart: part, recallWhole: gold.length };
}

function indexOf(clusters: Clusters): Map<string, ReadonlySet<string>> {
  return new Map(clusters.flatMap((cluster) => [...cluster].map((key) => [key, cluster] as const)));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of a) if (b.has(key)) count += 1;
  return count;
}
