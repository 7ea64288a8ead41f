/** The filter that every listing takes. */

/** One value, or several of which any may hold. */
export type OneOrMore = string | readonly string[];

/**
 * What must hold of an article or a claim to be listed; what is left out does not matter.
 * Values are strings because they come from a query string; the store checks them.
 */
export interface Filter {
  /** A search: words, "phrases", OR, NOT or -word, prefix*, a NEAR/5 b, brackets. Blank is no search. */
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
