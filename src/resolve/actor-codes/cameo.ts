/** CAMEO actor codes from country and sector. */

import type { Sector } from '../../lexicon/actors-entry.ts';

/** CAMEO's role codes where its letters differ from PLOVER's; sectors that it has no code for are empty. */
const ROLE_CODES: Readonly<Partial<Record<Sector, string>>> = {
  JRN: 'MED',
  MED: 'HLH',
  PRM: 'UAF',
  PRE: 'GOV',
  SOC: 'CVL',
  UNK: '',
};

/** Beginnings of codes of actors that belong to no state. */
const INTERNATIONAL: Readonly<Record<string, string>> = { UNO: 'IGOUNO', EUR: 'IGOEUREEC' };

/** "LBN", ["REB"], "HEZ" gives "LBNREBHEZ": country, first role, the actor's own three letters. */
export function cameoOf(country: string, sectors: readonly Sector[], own: string | null): string {
  if (own !== null && own.length !== 3) return own;
  const [first] = sectors;
  const role = first === undefined ? '' : (ROLE_CODES[first] ?? first);
  return `${INTERNATIONAL[country] ?? country}${role}${own ?? ''}`;
}
