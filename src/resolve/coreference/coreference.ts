/** The stage of coreference: entities with their mentions and roles, and the claims that they are the source of. */

import type { Stage } from '../../pipeline/stage.ts';
import { entitiesOf } from './resolve-entities.ts';
import type { Needed } from './scan.ts';
import { surfaceNames } from './surface-names.ts';

export const resolveEntities: Stage<Needed, 'entities'> = {
  name: 'resolve-entities',
  needs: ['tokens', 'sentences', 'quotations', 'places', 'claims'],
  adds: ['entities'],
  run: (document) => ({ entities: entitiesOf(document, surfaceNames) }),
};
