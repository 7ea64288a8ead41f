/** Problems: every error of every route as RFC 9457 problem JSON, with the code that docs/errors.md explains. */

import type { FastifyError, FastifyInstance } from 'fastify';

import { AnnalistError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { WireProblem } from './wire.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'not-found': 404,
  'query-invalid': 400,
  'option-invalid': 400,
  'record-busy': 503,
  'model-missing': 503,
  'model-damaged': 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  403: 'Not from here',
  404: 'Not found',
  405: 'Only reading is possible',
  500: 'annalist failed',
  503: 'Not ready',
};

/** Makes every error, and every unknown path, answer with a problem. */
export function answerWithProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | AnnalistError, request, reply) => {
    const problem = problemOf(error, request.url);
    if (problem.status >= 500) request.log.error(error);
    return reply.code(problem.status).type(PROBLEM_TYPE).send(problem);
  });
}

/** The problem of a path that no route has. */
export function pathProblem(path: string): WireProblem {
  return problem(
    404,
    'not-found',
    `${path}: no such page or resource; /api/v1/openapi.json lists them`,
    path,
  );
}

export function problemOf(error: FastifyError | AnnalistError, path: string): WireProblem {
  if (error instanceof AnnalistError)
    return problem(STATUS[error.code] ?? 500, error.code, error.message, path);
  if (error.validation !== undefined) {
    const errors = error.validation.map(({ instancePath, message, params }) => ({
      name:
        instancePath.slice(1) || String(params['additionalProperty'] ?? params['missingProperty'] ?? 'query'),
      detail: message ?? 'not valid',
    }));
    return {
      ...problem(
        400,
        'query-invalid',
        errors.map(({ name, detail }) => `${name}: ${detail}`).join('; '),
        path,
      ),
      errors,
    };
  }
  const status = error.statusCode ?? 500;
  const detail = status < 500 ? error.message : 'an error of annalist itself; the log says more';
  return problem(status, status < 500 ? 'query-invalid' : 'internal', detail, path);
}

function problem(status: number, code: string, detail: string, instance: string): WireProblem {
  return {
    type: `urn:annalist:problem:${code}`,
    title: TITLES[status] ?? 'Problem',
    status,
    detail,
    code,
    instance,
  };
}
