/** Words that tell what a name or a noun phrase stands for: titles, role nouns, kinds of bodies, given names. */

import { readTable } from './table.ts';

export type CorefClass =
  | 'title.he'
  | 'title.she'
  | 'title.any'
  | 'modifier'
  | 'role.he'
  | 'role.she'
  | 'role.any'
  | 'role.many'
  | 'pair.person'
  | 'pair.side'
  | 'noun.group'
  | 'noun.organisation'
  | 'noun.force'
  | 'noun.state'
  | 'noun.place'
  | 'noun.town'
  | 'name.organisation'
  | 'name.place'
  | 'name.other'
  | 'particle';

export type Gender = 'he' | 'she';

let classes: ReadonlyMap<string, ReadonlySet<CorefClass>> | null = null;
let genders: ReadonlyMap<string, Gender> | null = null;

const NO_CLASS: ReadonlySet<CorefClass> = new Set();

/** The classes of a lower-case word; empty for a word that the table lacks. */
export function corefClassesOf(norm: string): ReadonlySet<CorefClass> {
  classes ??= readClasses();
  return classes.get(norm) ?? NO_CLASS;
}

/** Whether the lower-case word has one of the classes. */
export function isCorefWord(norm: string, ...wanted: readonly CorefClass[]): boolean {
  const known = corefClassesOf(norm);
  return wanted.some((one) => known.has(one));
}

/** The pronoun that goes with a given name, undefined where the name is not known or goes with both. */
export function givenNameGender(norm: string): Gender | undefined {
  genders ??= new Map(
    readTable('coref-given-names.tsv', ['gender', 'names', 'example']).flatMap(({ gender, names }) =>
      names.split(' ').map((name) => [name, gender as Gender] as const),
    ),
  );
  return genders.get(norm);
}

function readClasses(): Map<string, Set<CorefClass>> {
  const index = new Map<string, Set<CorefClass>>();
  for (const row of readTable('coref-words.tsv', ['class', 'words', 'example'])) {
    for (const word of row.words.split(' ')) {
      const known = index.get(word) ?? new Set<CorefClass>();
      index.set(word, known.add(row.class as CorefClass));
    }
  }
  return index;
}
