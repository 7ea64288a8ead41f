/** What keeps a local server local: headers of every answer, and a check of who is asked for. */

import type { FastifyInstance } from 'fastify';

import { PROBLEM_TYPE } from './problems.ts';

/**
 * Nothing but what this server serves itself; no inline script or style, no frame.
 * Pictures in `data:` are the icons of form controls that browsers draw themselves.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Adds the headers, and refuses requests whose Host is another name than ours (DNS rebinding). */
export function secure(server: FastifyInstance, host: string): void {
  const names = new Set([...LOOPBACK_NAMES, host.toLowerCase()]);
  const isOpen = host === '0.0.0.0' || host === '::';
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS);
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (isOpen || names.has(name)) return;
    await reply
      .code(403)
      .type(PROBLEM_TYPE)
      .send({
        type: 'urn:annalist:problem:query-invalid',
        title: 'Not from here',
        status: 403,
        detail: `this server does not answer to the name "${name}"; use 127.0.0.1`,
        code: 'query-invalid',
        instance: request.url,
      });
  });
}
