/** What a migration is. */

/** A step from schema `version - 1` to schema `version`. */
export interface Migration {
  readonly version: number;
  /** Statements that run in one transaction. */
  readonly sql: string;
}
