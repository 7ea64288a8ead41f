/** What coding an actor phrase gives, and what each of its steps is told. */

import type { Sector } from '../../lexicon/actors-entry.ts';
import type { ActorLexicon } from '../../lexicon/actors.ts';

export interface CodedActor {
  /** As the tables spell it where they know it, else the phrase. */
  readonly name: string;
  /** `table:name` of the row that it is linked to, null where no row is this very actor. */
  readonly actor: string | null;
  /** ISO-3, or a code of the international kind (`UNO`, `EUR`, `IGO`, `NGO`, `MNC`, `IMG`); empty when not said. */
  readonly country: string;
  readonly sectors: readonly Sector[];
  readonly cameo: string;
  /** The actors of a compound ("Russian and Belarusian troops"), in text order. */
  readonly members?: readonly CodedActor[];
  /** Rows that decided, `table:name`, parted by " + ". */
  readonly because: string;
}

/** What every step is told. */
export interface Coding {
  readonly date: string | null;
  readonly country: string | null;
  readonly lexicon: ActorLexicon;
}
