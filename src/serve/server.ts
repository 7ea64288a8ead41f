/** The server: the HTTP API, its description, and the web application, on one loopback port. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { portTaken } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { PROBLEM_TYPE, answerWithProblems, pathProblem } from './problems.ts';
import { ROUTES } from './routes/routes.ts';
import type { AnalyzeSentences, TypedServer } from './routes/context.ts';
import { secure } from './security.ts';

export interface ServerOptions {
  readonly store: Store;
  readonly version: string;
  /** Address to listen on; 127.0.0.1 unless the person asks for another. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Folder of the built web application; without it only the API is served. */
  readonly webRoot: string | null;
  /** The language engine, for the trees of sentences; without it the server has none to show. */
  readonly analyze?: AnalyzeSentences | undefined;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173` */
  readonly url: string;
  close(): Promise<void>;
}

export const API_ROOT = '/api/v1';

/** Starts to serve. Throws `port-taken` when another program has the port. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = await makeServer(options);
  try {
    const url = await server.listen({ host: options.host, port: options.port });
    return { url: url.replace('[::1]', 'localhost'), close: () => server.close() };
  } catch (error) {
    await server.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw portTaken(options.port, error);
    throw error;
  }
}

/** The server before it listens, for tests that call routes without a network. */
export async function makeServer(options: ServerOptions): Promise<TypedServer> {
  const server = Fastify({
    logger: { level: 'error', stream: process.stderr },
    forceCloseConnections: true,
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: true, allErrors: true },
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  secure(server, options.host);
  answerWithProblems(server);
  await server.register(fastifySwagger, { openapi: description(options.version) });
  await server.register(
    async (api) => {
      api.addHook('onSend', freshness(options));
      for (const addRoutes of ROUTES) addRoutes(api.withTypeProvider<TypeBoxTypeProvider>(), options);
      api.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
    },
    { prefix: API_ROOT },
  );
  await serveWeb(server, options.webRoot);
  return server;
}

function description(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'annalist',
      version,
      description:
        'Read the record: articles, their revisions, and who said what. Offsets are UTF-16 code units in the text of one revision. ' +
        'Errors are RFC 9457 problems. Paths under /api/v1 keep their shape; fields may be added.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
  };
}

/** The answer to a read changes only when the record does: `ETag` by the number of the newest change. */
function freshness({ store, version }: ServerOptions) {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (request.method !== 'GET' || reply.statusCode !== 200) return payload;
    const { lastChange, articles } = await store.counts();
    const etag = `W/"${version}-${lastChange}-${articles}"`;
    void reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] !== etag) return payload;
    void reply.code(304);
    return null;
  };
}

/** Files of the web application; every other path without an ending is a page of it. */
async function serveWeb(server: TypedServer, webRoot: string | null): Promise<void> {
  const hasWeb = webRoot !== null && existsSync(join(webRoot, 'index.html'));
  if (hasWeb) {
    await server.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: ['index.html'],
      setHeaders: (reply, path) => {
        void reply.setHeader(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (hasWeb && isPage) return reply.sendFile('index.html');
    return reply.code(404).type(PROBLEM_TYPE).send(pathProblem(path));
  });
}
