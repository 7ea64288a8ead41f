/** Scores of a name tagger on a names corpus: exact spans, F1 in percent. */

import type { NameCorpus, TaggedSentence } from '../../training/data/read-names.ts';

/** `micro3` is PER, ORG and LOC together. Facilities count as places, since most sets do not part them. */
export interface NameScores {
  readonly per: number;
  readonly org: number;
  readonly loc: number;
  readonly micro3: number;
  readonly norp: number;
  readonly date: number;
  readonly money: number;
}

/** BIO labels of each word of the sentences of one article. */
export type NameLabeller = (sentences: readonly (readonly string[])[]) => readonly (readonly string[])[];

interface Tally {
  right: number;
  found: number;
  gold: number;
}

export function scoreNames(corpus: NameCorpus, label: NameLabeller): NameScores {
  const tallies = new Map<string, Tally>();
  for (const sentences of byDocument(corpus.sentences)) {
    const labels = label(sentences.map(({ forms }) => forms));
    for (const [i, { tags }] of sentences.entries())
      compare(tallies, spansOf(tags), spansOf(labels[i] ?? []));
  }
  const three = ['PER', 'ORG', 'LOC'];
  return {
    per: f1(tallies, ['PER']),
    org: f1(tallies, ['ORG']),
    loc: f1(tallies, ['LOC']),
    micro3: f1(tallies, three),
    norp: f1(tallies, ['NORP']),
    date: f1(tallies, ['DATE']),
    money: f1(tallies, ['MONEY']),
  };
}

function byDocument(sentences: readonly TaggedSentence[]): TaggedSentence[][] {
  const groups = new Map<number, TaggedSentence[]>();
  for (const sentence of sentences)
    groups.set(sentence.document, [...(groups.get(sentence.document) ?? []), sentence]);
  return [...groups.values()];
}

/** Names as `first-end-type`. */
function spansOf(tags: readonly string[]): Set<string> {
  const spans = new Set<string>();
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] ?? 'O';
    if (!tag.startsWith('B-')) continue;
    const type = tag.slice(2);
    let end = i + 1;
    while (tags[end] === `I-${type}`) end += 1;
    spans.add(`${i}-${end}-${type === 'FAC' ? 'LOC' : type}`);
  }
  return spans;
}

function compare(tallies: Map<string, Tally>, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  for (const span of gold) tallyOf(tallies, span).gold += 1;
  for (const span of found) {
    const tally = tallyOf(tallies, span);
    tally.found += 1;
    if (gold.has(span)) tally.right += 1;
  }
}

function tallyOf(tallies: Map<string, Tally>, span: string): Tally {
  const type = span.slice(span.lastIndexOf('-') + 1);
  let tally = tallies.get(type);
  if (tally === undefined) tallies.set(type, (tally = { right: 0, found: 0, gold: 0 }));
  return tally;
}

function f1(tallies: ReadonlyMap<string, Tally>, types: readonly string[]): number {
  let right = 0;
  let both = 0;
  for (const type of types) {
    const tally = tallies.get(type);
    right += tally?.right ?? 0;
    both += (tally?.found ?? 0) + (tally?.gold ?? 0);
  }
  return both === 0 ? 0 : Math.round((20_000 * right) / both) / 100;
}
