/** The OpenAPI description of the API, made from the routes themselves, without a record. */

import { VERSION } from '../config/version.ts';
import type { Store } from '../store/store.ts';
import { makeServer } from './server.ts';

/** OpenAPI 3.1, as `/api/v1/openapi.json` gives it. */
export async function apiDescription(): Promise<object> {
  // Describing calls no route, so no record is needed.
  const store = {} as Store;
  const server = await makeServer({ store, version: VERSION, host: '127.0.0.1', port: 0, webRoot: null });
  await server.ready();
  const description = server.swagger();
  await server.close();
  return description;
}
