/** Actor codes: from a phrase to name, country, PLOVER sectors and CAMEO code, with the rows that gave them. */

import type { ActorName } from '../../lexicon/actors-entry.ts';
import { actorLexicon } from '../../lexicon/actors.ts';
import type { ActorLexicon } from '../../lexicon/actors.ts';
import { cameoOf } from './cameo.ts';
import { codeName } from './code-name.ts';
import type { CodedActor, Coding } from './coded-actor.ts';
import { memberPhrases } from './members.ts';
import { personByTitle } from './person-by-title.ts';
import { readPhrase } from './read-phrase.ts';
import { segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';
import { meantName, standingOf } from './terms.ts';

export interface CodeActorOptions {
  /** Day that the text speaks of: a year, month or day as ISO 8601. Without it the tables' latest state counts. */
  readonly date?: string | null;
  /** A phrase for the country that the text around is about ("German", "Somalia"): used where the phrase names none. */
  readonly context?: string | null;
  /** Tables to use instead of ours alone: see `actorLexiconWith`. */
  readonly lexicon?: ActorLexicon;
}

/** The codes of an actor phrase; null where neither the tables nor its nouns say anything of it. */
export function codeActor(phrase: string, options: CodeActorOptions = {}): CodedActor | null {
  const lexicon = options.lexicon ?? actorLexicon();
  const coding = { date: options.date ?? null, country: contextCountry(options, lexicon), lexicon };
  const text = trimmed(phrase);
  if (text === '' || text.length > MAX_PHRASE_LENGTH) return null;
  const segments = segmentsOf(text, lexicon);
  return compound(text, segments, coding) ?? codeOne(text, segments, coding);
}

/** Longest phrase in characters that is read; longer ones are no actor phrases and cost time. */
const MAX_PHRASE_LENGTH = 600;

/** The phrases of the members of a compound in text order; one phrase where it is none. */
export function splitActor(phrase: string, lexicon: ActorLexicon = actorLexicon()): readonly string[] {
  const text = trimmed(phrase);
  return text === '' ? [] : memberPhrases(segmentsOf(text, lexicon));
}

function trimmed(phrase: string): string {
  return phrase
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.]+|[\s,;:]+$/g, '')
    .replace(ARTICLE, '');
}

const ARTICLE = /^(?:the|a|an|some|several|many|both|these|those)\s+/i;

function contextCountry({ context, date }: CodeActorOptions, lexicon: ActorLexicon): string | null {
  if (context === undefined || context === null || context === '') return null;
  const name = meantName(lexicon.namesFor(context), date ?? null, null);
  return name === null ? null : (standingOf(name.entry, date ?? null)?.country ?? null);
}

/** A compound whose members all have codes of their own; "hearts and minds" is none. */
function compound(text: string, segments: readonly Segment[], coding: Coding): CodedActor | null {
  const phrases = memberPhrases(segments);
  if (phrases.length < 2) return null;
  const members: CodedActor[] = [];
  for (const phrase of phrases) {
    const part = trimmed(phrase);
    const member = codeOne(part, segmentsOf(part, coding.lexicon), coding);
    if (member === null) return null;
    members.push(member);
  }
  const country = members.every((member) => member.country === members[0]?.country)
    ? (members[0]?.country ?? '')
    : '';
  const sectors = [...new Set(members.flatMap((member) => member.sectors))];
  const because = members.map((member) => member.because).join(' + ');
  return {
    name: text,
    actor: null,
    country,
    sectors,
    cameo: cameoOf(country, sectors, null),
    members,
    because,
  };
}

function codeOne(text: string, segments: readonly Segment[], coding: Coding): CodedActor | null {
  const [only] = segments;
  if (segments.length === 1 && only?.kind === 'name') {
    const name = meantName(only.names, coding.date, coding.country);
    return name === null ? agreed(text, only.names, coding) : codeName(name, coding);
  }
  return personByTitle(text, segments, coding) ?? readPhrase(text, segments, coding);
}

/** Where a name may be several actors, what they all share; the actor itself stays unknown. */
function agreed(text: string, names: readonly ActorName[], coding: Coding): CodedActor | null {
  const coded = names.map((name) => codeName(name, coding)).filter((actor) => actor !== null);
  const [first] = coded;
  if (first === undefined || coded.some((actor) => actor.country !== first.country)) return null;
  const sectors = first.sectors.filter((sector) => coded.every((actor) => actor.sectors.includes(sector)));
  return {
    name: text,
    actor: null,
    country: first.country,
    sectors,
    cameo: cameoOf(first.country, sectors, null),
    because: coded.map(({ because }) => because).join(' or '),
  };
}
