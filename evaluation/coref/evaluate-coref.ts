/**
 * Measures coreference on a GUM file: `npx tsx evaluation/coref/evaluate-coref.ts FILE.conllu.gz`.
 *
 * Gold tokens and sentences are given. A mention of ours is a gold one when it lies in the gold span and
 * holds a token of its head; the smallest such gold mention counts. Clusters count that hold a name or a
 * pronoun of the third person; single mentions are left out on both sides, as CoNLL does.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { findQuotations } from '../../src/annotate/quotations.ts';
import type { Document } from '../../src/document/document.ts';
import type { Entity, EntityMention } from '../../src/document/entity.ts';
import { extractClaims } from '../../src/extract/claims/extract-claims.ts';
import { resolveEntities } from '../../src/resolve/coreference/coreference.ts';
import { geocode } from '../../src/resolve/geocode/geocode.ts';
import type { GoldArticle, GoldMention } from './read-gum.ts';
import { readGum } from './read-gum.ts';
import type { Counts } from './score.ts';
import { bCubed, ceafE, muc, scoreOf } from './score.ts';

const THIRD = /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/;
const PERSON_OR_BODY = /^(?:person|organization)$/;

interface Matched {
  readonly mention: EntityMention;
  readonly gold: GoldMention | null;
}

/** Right, answered and asked. */
interface Tally {
  right: number;
  answered: number;
  asked: number;
}

const show = process.argv.includes('--show');
const file = process.argv[2];
if (file === undefined) throw new Error('name a CoNLL-U file, gzipped');
const articles = readGum(gunzipSync(readFileSync(file)).toString('utf8'));
const counts: Record<'muc' | 'b3' | 'ceafe', Counts[]> = { muc: [], b3: [], ceafe: [] };
const pronouns: Record<string, Tally> = {};
const links: Tally = { right: 0, answered: 0, asked: 0 };
for (const article of articles) measure(article);
report();

function measure(article: GoldArticle): void {
  const entities = entitiesOf(article);
  const matched = entities.map((entity) =>
    entity.mentions.map((mention) => ({ mention, gold: goldOf(article, mention) })),
  );
  const gold = goldClusters(article);
  const system = matched
    .map(
      (mentions) =>
        new Set(mentions.map(({ mention, gold: one }) => (one === null ? `${mention.start}` : keyOf(one)))),
    )
    .filter(({ size }) => size > 1);
  counts.muc.push(muc(gold, system));
  counts.b3.push(bCubed(gold, system));
  counts.ceafe.push(ceafE(gold, system));
  tallyPronouns(article, matched);
  tallyLinks(article, entities, matched);
}

function entitiesOf({ text, tokens, sentences, blocks }: GoldArticle): readonly Entity[] {
  const facts = { language: 'en', publisher: null, dateline: null, url: null } as Document['facts'];
  const quotations = findQuotations.run({ text, blocks, facts, layers: { tokens } as never }).quotations;
  const first = { text, blocks, facts, layers: { tokens, sentences, quotations } };
  const { places } = geocode.run(first);
  const { claims } = extractClaims.run(first);
  return resolveEntities.run({ ...first, layers: { ...first.layers, places, claims } }).entities;
}

function keyOf({ from, to }: GoldMention): string {
  return `${from}-${to}`;
}

/** The smallest gold mention around ours whose head ours holds. */
function goldOf({ tokens, mentions }: GoldArticle, { start, end }: EntityMention): GoldMention | null {
  const from = tokens.findIndex((token) => token.end > start);
  let to = from;
  while ((tokens[to]?.start ?? end) < end) to += 1;
  let best: GoldMention | null = null;
  for (const gold of mentions) {
    const isHeld = gold.from <= from && to <= gold.to && gold.heads.some((head) => from <= head && head < to);
    if (isHeld && (best === null || gold.to - gold.from < best.to - best.from)) best = gold;
  }
  return best;
}

function clustersOf({ mentions }: GoldArticle): Map<string, GoldMention[]> {
  const clusters = new Map<string, GoldMention[]>();
  for (const mention of mentions)
    clusters.set(mention.cluster, [...(clusters.get(mention.cluster) ?? []), mention]);
  return clusters;
}

function goldClusters(article: GoldArticle): Set<string>[] {
  return [...clustersOf(article).values()]
    .filter(
      (mentions) =>
        mentions.length > 1 &&
        mentions.some((mention) => mention.kind === 'name' || isThird(article, mention)),
    )
    .map((mentions) => new Set(mentions.map(keyOf)));
}

function isThird({ tokens }: GoldArticle, { from, to, kind }: GoldMention): boolean {
  return kind === 'pronoun' && to - from === 1 && THIRD.test(tokens[from]?.norm ?? '');
}

/** A pronoun is right when the nearest name or noun phrase before it in our cluster, else the next after it, is of its gold cluster. */
function tallyPronouns(article: GoldArticle, matched: readonly (readonly Matched[])[]): void {
  const clusters = clustersOf(article);
  const ours = new Map(
    matched.flatMap((mentions) =>
      mentions.flatMap((one) =>
        one.mention.kind === 'pronoun' ? [[one.mention.start, mentions] as const] : [],
      ),
    ),
  );
  for (const gold of article.mentions) {
    const others = clusters.get(gold.cluster) ?? [];
    if (
      !isThird(article, gold) ||
      !PERSON_OR_BODY.test(gold.type) ||
      others.every(({ kind }) => kind === 'pronoun')
    )
      continue;
    const token = article.tokens[gold.from];
    const norm = token?.norm ?? '';
    const tally = (pronouns[groupOf(norm)] ??= { right: 0, answered: 0, asked: 0 });
    tally.asked += 1;
    const mentions = ours.get(token?.start ?? -1);
    if (mentions === undefined) continue;
    tally.answered += 1;
    const named = mentions.filter(({ mention }) => mention.kind !== 'pronoun');
    const antecedent = named.filter(({ mention }) => mention.start < (token?.start ?? 0)).at(-1) ?? named[0];
    if (antecedent?.gold?.cluster === gold.cluster) tally.right += 1;
    else if (show)
      console.log(
        `${article.id}: ${context(article, token?.start ?? 0)} => ${antecedent === undefined ? '-' : article.text.slice(antecedent.mention.start, antecedent.mention.end)}`,
      );
  }
}

function groupOf(norm: string): string {
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(norm)) return 'he, she';
  return norm.startsWith('it') ? 'it' : 'they';
}

function context({ text }: GoldArticle, at: number): string {
  return `${text.slice(Math.max(0, at - 90), at)}[${text.slice(at, at + 20)}`.replace(/\s+/g, ' ');
}

/** A short name is right when the entity's fullest name is of the same gold cluster. */
function tallyLinks(
  article: GoldArticle,
  entities: readonly Entity[],
  matched: readonly (readonly Matched[])[],
): void {
  for (const [i, mentions] of matched.entries()) {
    const full = mentions.find(
      ({ mention }) =>
        mention.kind === 'name' &&
        article.text.slice(mention.start, mention.end).replace(/\s+/g, ' ') === entities[i]?.name,
    );
    for (const { mention, gold } of mentions) {
      if (
        !/^(?:last-name|first-name|short-name|acronym)$/.test(mention.because) ||
        gold === null ||
        full?.gold === undefined ||
        full.gold === null
      )
        continue;
      links.answered += 1;
      if (gold.cluster === full.gold.cluster) links.right += 1;
      else if (show)
        console.log(
          `${article.id} link: ${article.text.slice(mention.start, mention.end)} => ${entities[i]?.name ?? ''}`,
        );
    }
  }
}

function report(): void {
  const scores = { muc: scoreOf(counts.muc), b3: scoreOf(counts.b3), ceafe: scoreOf(counts.ceafe) };
  for (const [name, { precision, recall, f1 }] of Object.entries(scores))
    console.log(`${name}: P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`);
  console.log(`CoNLL F1 ${percent((scores.muc.f1 + scores.b3.f1 + scores.ceafe.f1) / 3)}`);
  const total: Tally = { right: 0, answered: 0, asked: 0 };
  for (const [name, { right, answered, asked }] of Object.entries(pronouns)) {
    total.right += right;
    total.answered += answered;
    total.asked += asked;
    console.log(`pronouns ${name}: right ${right} of ${answered} answered, ${asked} asked`);
  }
  console.log(
    `pronouns: accuracy ${percent(total.right / total.asked)} of all, ${percent(total.right / total.answered)} of answered`,
  );
  console.log(`short names: precision ${percent(links.right / links.answered)} of ${links.answered}`);
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}
