/** Groups: the mentions of an article that are read alike, so that a name said often is looked at once. */

import type { Span } from '../../document/span.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { foldPlaceName } from '../../lexicon/gazetteer-names.ts';
import { candidatesOf } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { containerAfter } from './container.ts';

/** All mentions that are read alike: one name, with the same larger place printed after it or with none. */
export interface Group {
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** The readings of the larger place printed after the name ("Springfield, Ohio"). */
  readonly containers: readonly Candidate[];
  /** Readings of smaller places after which this name is printed. */
  readonly inside: (readonly Candidate[])[];
  mentions: number;
  /** The reading chosen so far. */
  best: Candidate | null;
}

/** The groups of an article, and the group of each span; null for names that no place bears. */
export function grouped(
  text: string,
  spans: readonly Span[],
  gazetteer: Gazetteer,
): { groups: Group[]; groupOf: (Group | null)[] } {
  const groups = new Map<string, Group>();
  const byName = new Map<string, readonly Candidate[]>();
  const readingsOf = (printed: string): readonly Candidate[] => {
    let readings = byName.get(printed);
    if (readings === undefined) byName.set(printed, (readings = candidatesOf(printed, gazetteer)));
    return readings;
  };
  const groupOf: (Group | null)[] = [];
  let smaller: { readonly group: Group; readonly container: string } | null = null;
  for (const { start, end } of spans) {
    const printed = text.slice(start, end);
    const candidates = readingsOf(printed);
    if (candidates.length === 0) {
      groupOf.push(null);
      smaller = null;
      continue;
    }
    const container = containerAfter(text, end, (name) => readingsOf(name).some(isContainer));
    const key = `${printed}|${container ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      const containers = container === null ? [] : readingsOf(container).filter(isContainer);
      group = { name: foldPlaceName(printed), candidates, containers, inside: [], mentions: 0, best: null };
      groups.set(key, group);
    }
    group.mentions += 1;
    if (smaller !== null && smaller.container === printed) group.inside.push(smaller.group.candidates);
    smaller = container === null ? null : { group, container };
    groupOf.push(group);
  }
  return { groups: [...groups.values()], groupOf };
}

function isContainer({ place }: Candidate): boolean {
  return place.kind === 'state' || place.kind === 'division';
}
