/** Candidates: every place that a name in a text may stand for, with how well each fits before the text is asked. */

import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { GazetteerPlace, NamedPlace } from '../../lexicon/gazetteer-place.ts';
import { foldPlaceName } from '../../lexicon/gazetteer-names.ts';
import type { NameKind } from '../../lexicon/gazetteer-names.ts';

/** One reading of a name. */
export interface Candidate {
  readonly place: GazetteerPlace;
  readonly as: NameKind;
  /** How likely the reading is by itself; a difference of 1 is about ten to one. */
  readonly prior: number;
  /** Only a part of the place is named ("southern", "near"): the point is the whole place's. */
  readonly part: boolean;
}

/** More readings than this are towns of a few hundred people, which context does not bring back either. */
const MOST_CANDIDATES = 48;

/** The readings of a name as it is printed, likeliest first. */
export function candidatesOf(printed: string, gazetteer: Gazetteer): readonly Candidate[] {
  const folded = foldPlaceName(printed);
  const found: Candidate[] = [];
  for (const variant of variantsOf(folded)) {
    for (const named of gazetteer.named(variant.name)) {
      if (named.as === 'abbreviation' && !isAbbreviation(printed)) continue;
      found.push({
        place: named.place,
        as: named.as,
        prior: priorOf(named) - variant.cost,
        part: variant.part,
      });
    }
    // A looser reading of the name counts only where the stricter ones give nothing.
    if (found.length > 0) break;
  }
  return found.sort((a, b) => b.prior - a.prior).slice(0, MOST_CANDIDATES);
}

/** "Calif.", "NSW", "N.Y.", "Ont": stops, or capitals only, or the first letters of a word. */
function isAbbreviation(printed: string): boolean {
  return /\.$|^[A-Z]{2,4}$|^(?:[A-Z]\.)+[A-Z]?$|^[A-Z][a-z]{2,4}$/.test(printed);
}

interface Variant {
  readonly name: string;
  readonly cost: number;
  readonly part: boolean;
}

const OF_PLACE =
  /^(?:the )?(?:city|town|state|province|republic|kingdom|county|district|village|municipality|port|island|gulf|lake|commonwealth|region|governorate|territory) of (?:the )?/;
const GENERIC =
  / (?:city|town|village|state|province|region|county|parish|district|governorate|islands?|valley|river|area|township|department|prefecture|oblast|metropolitan area|municipality|territory|airport|international airport|port|harbou?r|bay|beach|university|college|hospital|downtown|suburbs?|metro|metroplex|cathedral|stadium|camp|refugee camp|reservoir|creek|dam|shire|borough|basin|coast|peninsula)$/;
const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|downtown|inner|outer|mid|mount|lake|fort|port|north east|north west|south east|south west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|north eastern|north western|south eastern|south western|suburban|rural|coastal|mainland|old|new) /;

/** The name, then looser forms of it, each with what it costs. */
function variantsOf(folded: string): Variant[] {
  const variants: Variant[] = [];
  const add = (name: string, cost: number, part: boolean): void => {
    if (name !== '' && !variants.some((known) => known.name === name)) variants.push({ name, cost, part });
  };
  const bare = folded.replace(/^the /, '').replace(/ s$/, '');
  add(folded, 0, false);
  add(bare, 0, false);
  add(bare.replace(/^st /, 'saint '), 0, false);
  add(bare.replace(/^saint /, 'st '), 0, false);
  add(bare.replace(/^mt /, 'mount '), 0, false);
  add(bare.replace(/^ft /, 'fort '), 0, false);
  add(bare.replace(OF_PLACE, ''), 0.3, false);
  add(bare.replace(GENERIC, ''), 0.5, false);
  add(bare.replace(DIRECTION, ''), 0.5, true);
  add(bare.replace(DIRECTION, '').replace(GENERIC, ''), 0.7, true);
  add(bare.replace(/s$/, ''), 0.5, false);
  add(bare.replace(/^al /, ''), 0.7, false);
  return variants;
}

/**
 * What a kind of place is worth beside its population, in powers of ten.
 *
 * Set on the development texts: a state outranks every namesake town, a province most of them,
 * a district none that is as large.
 */
const KIND_WORTH = { state: 4.8, division: 1.2, district: -0.6, town: 0, region: 0.5 } as const;

/** The same for kinds of towns: papers speak of seats of government far more than of suburbs. */
const FEATURE_WORTH: Readonly<Record<string, number>> = {
  PPLC: 2.4,
  PPLA: 0.7,
  PPLA2: 0.2,
  PPLX: -1.2,
  PPLL: -0.5,
  PPLQ: -1,
  PPLH: -1,
};

/** How much a kind of name takes away or adds: demonyms are said of states, other spellings of anything. */
const NAME_WORTH: Readonly<Record<NameKind, number>> = {
  name: 0,
  alternative: -2,
  demonym: 1,
  abbreviation: 0.5,
};

function priorOf({ place, as }: NamedPlace): number {
  return place.magnitude + KIND_WORTH[place.kind] + (FEATURE_WORTH[place.feature] ?? 0) + NAME_WORTH[as];
}
