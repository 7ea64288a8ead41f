/** The one way to the HTTP API: typed reads, problems as errors, and a small memory of recent answers. */

import type { WireProblem } from '../../src/serve/wire.ts';

export const API = '/api/v1';

/** An answer younger than this is shown without asking again. */
const FRESH_MS = 20_000;

/** How many answers are remembered; the oldest go first. */
const MAX_REMEMBERED = 80;

/** What the API says is wrong, or what is wrong with reaching it. */
export class ApiProblem extends Error {
  readonly problem: WireProblem;

  constructor(problem: WireProblem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

interface Remembered {
  readonly value: unknown;
  readonly at: number;
}

const answers = new Map<string, Remembered>();

/** The last answer to a path, whatever its age; undefined when there is none. */
export function remembered<T>(path: string): T | undefined {
  return answers.get(path)?.value as T | undefined;
}

/** Whether the last answer to a path is young enough to stand. */
export function isFresh(path: string): boolean {
  const answer = answers.get(path);
  return answer !== undefined && performance.now() - answer.at < FRESH_MS;
}

/** Reads a path below the API's root. Rejects with an ApiProblem, or with the abort's reason. */
export async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await reach(path, signal);
  const body = await bodyOf(response, signal);
  if (!response.ok) throw new ApiProblem(isProblem(body) ? body : unexplained(response));
  if (body === undefined) throw new ApiProblem(unexplained(response));
  remember(path, body);
  return body as T;
}

async function reach(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`${API}${path}`, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiProblem(UNREACHABLE);
  }
}

/** The body as JSON, undefined when it is none. */
async function bodyOf(response: Response, signal: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (signal.aborted) throw cause;
    return undefined;
  }
}

function remember(path: string, value: unknown): void {
  answers.delete(path);
  answers.set(path, { value, at: performance.now() });
  const [oldest] = answers.keys();
  if (answers.size > MAX_REMEMBERED && oldest !== undefined) answers.delete(oldest);
}

const UNREACHABLE: WireProblem = {
  type: 'about:blank',
  title: 'annalist does not answer',
  status: 0,
  detail:
    'The server that holds the record cannot be reached. Start it again with "npx annalist serve", then try again.',
  code: 'unreachable',
};

function unexplained(response: Response): WireProblem {
  return {
    type: 'about:blank',
    title: 'An answer that cannot be read',
    status: response.status,
    detail: `${response.url} answered ${response.status} and something that is not JSON. Check that this address belongs to annalist.`,
    code: 'unexplained',
  };
}

function isProblem(body: unknown): body is WireProblem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;
}
