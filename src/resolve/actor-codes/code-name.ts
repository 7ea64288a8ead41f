/** The codes of one name of the tables. */

import type { ActorName } from '../../lexicon/actors-entry.ts';
import { cameoOf } from './cameo.ts';
import type { CodedActor, Coding } from './coded-actor.ts';
import { standingOf } from './terms.ts';

/** The codes of a name of the tables that stands alone. */
export function codeName(name: ActorName, { date }: Coding): CodedActor | null {
  const standing = standingOf(name.entry, date);
  if (standing === null) return null;
  const { entry, facet } = name;
  const sectors = name.sectors ?? standing.sectors;
  const isItself = facet === 'name' || facet === 'town' || facet === 'region';
  const because = isItself ? entry.key : `${entry.key} (${facet} "${name.text}")`;
  return {
    name: isItself ? entry.name : name.text,
    actor: facet === 'demonym' ? null : entry.key,
    country: standing.country,
    sectors,
    cameo: cameoOf(standing.country, sectors, isItself ? entry.cameo : null),
    because,
  };
}
