/** The document: the one type that flows from clean to store, with the layers that stages add. */

import type { ArticleFacts } from './article.ts';
import type { Block } from './block.ts';
import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { TimeExpression, TimeWarning } from './time-expression.ts';
import type { Place } from './place.ts';
import type { Quotation, Sentence, Token } from './token.ts';

/** Every layer that a stage can add, by name. Lists are in text order. */
export interface Layers {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeExpression[];
  readonly timeWarnings: readonly TimeWarning[];
}

export type LayerName = keyof Layers;

/** A clean article: its text, which never changes, what its parts are, and the layers present so far. */
export interface Document<Present extends LayerName = never> {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly facts: ArticleFacts;
  readonly layers: Pick<Layers, Present>;
}

/** A document that has been through every stage. */
export type ReadDocument = Document<LayerName>;
