/** The filter that every listing takes, checked and turned into conditions. */

import { expressionBuilder } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';

import { SOURCE_KINDS, SPEECH_KINDS, STANCES } from '../document/claim.ts';
import { queryInvalid } from '../errors.ts';
import { matchesArticle, matchesClaim, matchesSpeaker } from './full-text.ts';
import { parseSearch } from './search-query.ts';
import type { Search } from './search-query.ts';
import { foldedName } from './search-text.ts';
import type { Database, Tables } from './tables.ts';
import { afterLastOf, firstOf } from './times.ts';

/** One value, or several of which any may hold. */
export type OneOrMore = string | readonly string[];

/**
 * What must hold of an article or a claim to be listed; what is left out or blank does not matter.
 * Values are strings because they come from a query string; the store checks them.
 */
export interface Filter {
  /** A search: words, "phrases", OR, NOT or -word, prefix*, a NEAR/5 b, brackets. */
  readonly q?: string | undefined;
  /** Location of a source. */
  readonly source?: OneOrMore | undefined;
  /** Name of a publisher, in any case. */
  readonly publisher?: OneOrMore | undefined;
  /** Words that follow one another in the source of the claim; in quotation marks, the whole source. */
  readonly speaker?: OneOrMore | undefined;
  readonly stance?: OneOrMore | undefined;
  readonly speech?: OneOrMore | undefined;
  readonly sourceKind?: OneOrMore | undefined;
  /** Language tag of the article. */
  readonly language?: OneOrMore | undefined;
  /** First and last day, both included: `2024-05-03`, or `2024-05`, or `2024`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A filter whose values make sense. Lists are null where anything will do. */
export interface CheckedFilter {
  readonly search: Search | null;
  readonly sources: readonly string[] | null;
  readonly publishers: readonly string[] | null;
  readonly speakers: readonly string[] | null;
  readonly stances: readonly string[] | null;
  readonly speeches: readonly string[] | null;
  readonly sourceKinds: readonly string[] | null;
  readonly languages: readonly string[] | null;
  /** Least sort time, and the first one too late. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Longer searches are refused: the index needs time that grows with the square of the number of words. */
export const MAX_SEARCH_LENGTH = 5000;

/** Values of one kind that may be alternatives. */
const MAX_ALTERNATIVES = 200;

/** Throws `query-invalid`, naming the part of the filter, for what makes no sense. */
export function checkFilter(filter: Filter): CheckedFilter {
  const { q = '', from = '', to = '' } = filter;
  if (MAX_SEARCH_LENGTH < q.length) throw queryInvalid('q', `longer than ${MAX_SEARCH_LENGTH} characters`);
  return {
    search: parseSearch(q),
    sources: valuesOf('source', filter.source),
    publishers: valuesOf('publisher', filter.publisher)?.map(foldedName) ?? null,
    speakers: valuesOf('speaker', filter.speaker),
    stances: valuesOf('stance', filter.stance, STANCES),
    speeches: valuesOf('speech', filter.speech, SPEECH_KINDS),
    sourceKinds: valuesOf('sourceKind', filter.sourceKind, SOURCE_KINDS),
    languages: valuesOf('language', filter.language)?.map(primaryTag) ?? null,
    from: from === '' ? null : firstOf(from),
    until: to === '' ? null : afterLastOf(to),
  };
}

/** Whether the filter asks something of claims, so that an article without a matching claim does not match. */
export function asksOfClaims({ speakers, stances, speeches, sourceKinds }: CheckedFilter): boolean {
  return [speakers, stances, speeches, sourceKinds].some((values) => values !== null);
}

/** A filter value that means exactly this speaker. */
export function exactSpeaker(speaker: string): string {
  return `"${speaker}"`;
}

type Condition = Expression<SqlBool>;

/** What must hold of a row of `articles`, its claims included. */
export function articleConditions(
  eb: ExpressionBuilder<Tables, 'articles'>,
  filter: CheckedFilter,
): Condition[] {
  const conditions = placeConditions(eb, filter);
  const { from, until, search } = filter;
  if (from !== null) conditions.push(eb('articles.sort_time', '>=', from));
  if (until !== null) conditions.push(eb('articles.sort_time', '<', until));
  if (asksOfClaims(filter)) conditions.push(hasClaim(eb, filter));
  else if (search !== null) conditions.push(matchesArticle(search));
  return conditions;
}

/** What must hold of a row of `claims` that is joined to its row of `articles`. */
export function claimConditions(
  eb: ExpressionBuilder<Tables, 'articles' | 'claims'>,
  filter: CheckedFilter,
): Condition[] {
  return [...placeConditions(eb, filter), ...ownConditions(eb, filter), ...timeConditions(eb, filter)];
}

/** The claims that match, for counting. Articles are looked at only where the filter asks something of them. */
export function selectMatching(database: Database, filter: CheckedFilter) {
  return database.selectFrom('claims').where((eb) => {
    const conditions = [...ownConditions(eb, filter), ...timeConditions(eb, filter)];
    const articles = eb.selectFrom('articles').select('articles.number');
    const places = placeConditions(expressionBuilder<Tables, 'articles'>(), filter);
    if (0 < places.length)
      conditions.push(
        eb(
          'claims.article',
          'in',
          articles.where((on) => on.and(places)),
        ),
      );
    return eb.and(conditions);
  });
}

/** What must hold of a current claim apart from its article. */
export function ownConditions(eb: ExpressionBuilder<Tables, 'claims'>, filter: CheckedFilter): Condition[] {
  const { stances, speeches, sourceKinds, speakers, search } = filter;
  const conditions: Condition[] = [eb('claims.current', '=', eb.lit(1))];
  if (stances !== null) conditions.push(eb('claims.stance', 'in', stances));
  if (speeches !== null) conditions.push(eb('claims.speech', 'in', speeches));
  if (sourceKinds !== null) conditions.push(eb('claims.source_kind', 'in', sourceKinds));
  if (speakers !== null) conditions.push(eb.or(speakers.map((speaker) => isSpeaker(eb, speaker))));
  if (search !== null) conditions.push(matchesClaim(search));
  return conditions;
}

function timeConditions(
  eb: ExpressionBuilder<Tables, 'claims'>,
  { from, until }: CheckedFilter,
): Condition[] {
  const conditions: Condition[] = [];
  if (from !== null) conditions.push(eb('claims.sort_time', '>=', from));
  if (until !== null) conditions.push(eb('claims.sort_time', '<', until));
  return conditions;
}

function isSpeaker(eb: ExpressionBuilder<Tables, 'claims'>, speaker: string): Condition {
  const exact = /^"(.*)"$/.exec(speaker)?.[1];
  if (exact === undefined) return matchesSpeaker(speaker);
  return eb('claims.speaker', '=', foldedName(exact));
}

function placeConditions(eb: ExpressionBuilder<Tables, 'articles'>, filter: CheckedFilter): Condition[] {
  const { publishers, languages, sources } = filter;
  const conditions: Condition[] = [];
  if (publishers !== null) conditions.push(eb('articles.publisher_key', 'in', publishers));
  if (languages !== null) conditions.push(eb('articles.language', 'in', languages));
  if (sources !== null) conditions.push(cameThrough(eb, sources));
  return conditions;
}

function cameThrough(eb: ExpressionBuilder<Tables, 'articles'>, sources: readonly string[]): Condition {
  const articles = eb
    .selectFrom('article_sources')
    .innerJoin('sources', 'sources.number', 'article_sources.source')
    .where('sources.location', 'in', sources)
    .select('article_sources.article');
  return eb('articles.number', 'in', articles);
}

function hasClaim(eb: ExpressionBuilder<Tables, 'articles'>, filter: CheckedFilter): Condition {
  const articles = eb
    .selectFrom('claims')
    .where((claim) => claim.and(ownConditions(claim, filter)))
    .select('claims.article');
  return eb('articles.number', 'in', articles);
}

function valuesOf(
  name: string,
  given: OneOrMore | undefined,
  known?: readonly string[],
): readonly string[] | null {
  const list = typeof given === 'string' ? [given] : (given ?? []);
  const values = [...new Set(list.map((value) => value.trim()))].filter((value) => value !== '');
  if (values.length === 0) return null;
  if (MAX_ALTERNATIVES < values.length) throw queryInvalid(name, `more than ${MAX_ALTERNATIVES} values`);
  const unknown = known === undefined ? undefined : values.find((value) => !known.includes(value));
  if (unknown !== undefined) throw queryInvalid(name, `"${unknown}" is none; known are ${known?.join(', ')}`);
  return values;
}

function primaryTag(language: string): string {
  return language.toLowerCase().replace(/[-_].*$/, '');
}
