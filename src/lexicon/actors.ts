/** The actor tables as one index of names, with a user's own table laid over ours. */

import { existsSync, readFileSync } from 'node:fs';

import { foldName, isAcronym } from './actors-entry.ts';
import type { ActorEntry, ActorName } from './actors-entry.ts';
import { namesOfTable } from './actors-rows.ts';
import type { ActorTable, Owners } from './actors-rows.ts';

/** Our tables in the order in which they are read; people's offices belong to what stands before them. */
const TABLES = ['states', 'organisations', 'groups', 'media', 'places', 'people'] as const;

export class ActorLexicon {
  /** Names by folded text. */
  private readonly byName = new Map<string, ActorName[]>();
  /** Persons by their folded last word, for "President Okoro". */
  private readonly byLastName = new Map<string, ActorEntry[]>();
  /** Words of the longest name, so that a search knows where to stop. */
  readonly longestName: number;

  constructor(names: readonly ActorName[]) {
    let longest = 0;
    for (const name of names) {
      const key = foldName(name.text);
      longest = Math.max(longest, key.split(' ').length);
      const known = this.byName.get(key) ?? [];
      known.push(name);
      this.byName.set(key, known);
      if (name.entry.isPerson) this.addLastName(key, name.entry);
    }
    this.longestName = longest;
  }

  /**
   * Every name that the text may be. `text` is matched without regard to diacritics and hyphens; names in
   * capitals match in capitals only, and others only where the text begins with a capital too.
   */
  namesFor(text: string): readonly ActorName[] {
    const found = this.byName.get(foldName(text)) ?? [];
    return found.filter((name) => sameCase(name.text, text));
  }

  /** Every name in the index with this folded form, whatever its capitals. */
  allNames(): ReadonlyMap<string, readonly ActorName[]> {
    return this.byName;
  }

  peopleCalled(lastName: string): readonly ActorEntry[] {
    return this.byLastName.get(foldName(lastName)) ?? [];
  }

  private addLastName(key: string, entry: ActorEntry): void {
    const last = key.split(' ').at(-1) ?? '';
    const known = this.byLastName.get(last) ?? [];
    if (!known.includes(entry)) known.push(entry);
    this.byLastName.set(last, known);
  }
}

/** "Al-Shabaab" is printed with a small article too. */
const CAPITAL_OR_ARABIC_ARTICLE = /^(?:\p{Lu}|(?:al|el|an|ar|as|ash|at)[- ]\p{Lu})/u;

function sameCase(name: string, text: string): boolean {
  const bare = text.replace(/^the /i, '');
  if (isAcronym(name)) return bare === bare.toUpperCase();
  return !/^\p{Lu}/u.test(name) || CAPITAL_OR_ARABIC_ARTICLE.test(bare);
}

let own: ActorLexicon | null = null;

/** Our tables. Read at first use and then kept. */
export function actorLexicon(): ActorLexicon {
  own ??= new ActorLexicon(ourNames());
  return own;
}

/**
 * Our tables with the user's `actors.tsv` over them: whatever name a row of the user's gives stands for
 * that row alone. A path where no file is gives our tables. Throws `lexicon-row-invalid` with file and line.
 */
export function actorLexiconWith(userFile: string): ActorLexicon {
  if (!existsSync(userFile)) return actorLexicon();
  return overridden(ourNames(), userFile, readFileSync(userFile, 'utf8'));
}

/** Our tables with a user's table, given as text, over them; `file` is what errors name. */
export function actorLexiconOver(file: string, content: string): ActorLexicon {
  return overridden(ourNames(), file, content);
}

function overridden(ours: readonly ActorName[], file: string, content: string): ActorLexicon {
  const users = namesOfTable('actors', file, content, new Map());
  const taken = new Set(users.map(({ text }) => foldName(text)));
  return new ActorLexicon([...ours.filter(({ text }) => !taken.has(foldName(text))), ...users]);
}

let ourRows: readonly ActorName[] | null = null;

function ourNames(): readonly ActorName[] {
  if (ourRows !== null) return ourRows;
  const names: ActorName[] = [];
  for (const table of TABLES)
    names.push(...namesOfTable(table, `data/actors/${table}.tsv`, contentOf(table), ownersIn(names)));
  ourRows = names;
  return names;
}

function contentOf(table: ActorTable): string {
  return readFileSync(new URL(`../../data/actors/${table}.tsv`, import.meta.url), 'utf8');
}

/** Whatever has been read so far, by its own name. */
function ownersIn(names: readonly ActorName[]): Owners {
  const owners = new Map<string, { country: string; sectors: ActorEntry['terms'][number]['sectors'] }>();
  for (const { text, facet, entry } of names) {
    const term = entry.terms.at(-1);
    if (facet === 'name' && text === entry.name && term !== undefined) {
      owners.set(text, { country: term.country, sectors: term.sectors });
    }
  }
  return owners;
}
