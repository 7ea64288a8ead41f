/** The list of resources. A route that is not here does not exist. */

import { articleRoutes } from './articles.ts';
import { chronicleRoutes } from './chronicle.ts';
import { claimRoutes } from './claims.ts';
import type { Routes } from './context.ts';
import { sourceRoutes } from './sources.ts';
import { treeRoutes } from './trees.ts';

export const ROUTES: readonly Routes[] = [
  sourceRoutes,
  chronicleRoutes,
  claimRoutes,
  articleRoutes,
  treeRoutes,
];
