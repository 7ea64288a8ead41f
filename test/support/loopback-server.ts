/** A web server on loopback for tests: answers by path, and remembers what it was asked. */

import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a body, a status with headers, or a function that writes the answer itself. */
export type Reply =
  | string
  | Uint8Array
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without a closing slash. */
  readonly origin: string;
  readonly port: number;
  /** Every request so far, oldest first. */
  readonly requests: readonly IncomingMessage[];
  /** Paths asked for so far, without `/robots.txt`. */
  paths(): string[];
  close(): Promise<void>;
}

/** Paths that are not named answer 404, and so does `/robots.txt`. */
export async function startServer(replies: Readonly<Record<string, Reply>>): Promise<LoopbackServer> {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    answer(replies[request.url ?? ''] ?? { status: 404 }, request, response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    paths: () => requests.map(({ url = '' }) => url).filter((url) => url !== '/robots.txt'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (typeof reply === 'function') {
    reply(request, response);
    return;
  }
  const {
    status = 200,
    headers = {},
    body = '',
  } = typeof reply === 'string' || reply instanceof Uint8Array ? { body: reply } : reply;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string | string[]);
  response.statusCode = status;
  response.end(body);
}
