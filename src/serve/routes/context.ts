/** What every route is given: the store and the facts of the server. */

import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';

import type { Span } from '../../document/span.ts';
import type { PageOf } from '../../store/paging.ts';
import type { Store } from '../../store/store.ts';
import type { WireTreeToken } from '../wire.ts';

/** A sentence as the language engine gives it: in text order, with the tokens in theirs. */
export interface AnalyzedSentence extends Span {
  readonly tokens: readonly WireTreeToken[];
}

/**
 * Finds the sentences of the given stretches of a text, with their trees. The server is given it, so that
 * it knows no language engine. Throws `model-missing` or `model-damaged` where there is no model.
 */
export type AnalyzeSentences = (text: string, blocks: readonly Span[]) => readonly AnalyzedSentence[];

export interface RouteContext {
  readonly store: Store;
  readonly version: string;
  /** Without it no trees are given. */
  readonly analyze?: AnalyzeSentences | undefined;
}

/** A Fastify server that takes the types of a route from its schemas. */
export type TypedServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What a resource adds to the server. */
export type Routes = (server: TypedServer, context: RouteContext) => void;

/** A list as it goes over the wire; `url` is the request's own, with its query. */
export function wireList<T, W>(list: PageOf<T>, count: number, url: string, toWire: (item: T) => W) {
  return {
    items: list.items.map(toWire),
    next: list.next,
    nextUrl: list.next === null ? null : withCursor(url, list.next),
    count,
  };
}

/** A list that comes whole. */
export function wholeList<T, W>(items: readonly T[], toWire: (item: T) => W) {
  return { items: items.map(toWire), next: null, nextUrl: null, count: items.length };
}

function withCursor(url: string, cursor: string): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('cursor', cursor);
  return `${next.pathname}${next.search}`;
}
