/** Network errors in words for people. */

import { errors } from 'undici';

import { RefusedAddress } from './guarded-connection.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused; is the server running?',
  ECONNRESET: 'the connection broke off; try again',
  EPIPE: 'the connection broke off; try again',
  UND_ERR_SOCKET: 'the connection broke off; try again',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer broke off before its end; try again',
  ENOTFOUND: 'no such host; check the name',
  EAI_AGAIN: 'the name could not be looked up; is there a network?',
  EHOSTUNREACH: 'the host cannot be reached; is there a network?',
  ENETUNREACH: 'the host cannot be reached; is there a network?',
  ETIMEDOUT: 'the server does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'the server does not answer',
  UND_ERR_BODY_TIMEOUT: 'the server stopped in the middle of its answer',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too long',
  HPE_HEADER_OVERFLOW: 'the headers of the answer are too long',
};

const SECURITY = /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/;

/** What went wrong, without the URL, as the second half of a sentence "URL: …". */
export function problemOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'the server does not answer in time';
  const code = codeOf(error);
  const known = PROBLEMS[code];
  if (known !== undefined) return known;
  if (SECURITY.test(code)) return `no secure connection (${reasonOf(error, code)})`;
  if (/^(?:Z_|ERR__?ERROR|ERR_BROTLI|ERR_ZSTD|ERR_PADDING)/.test(code)) return 'its compression is damaged';
  if (chain(error).some((one) => one instanceof errors.HTTPParserError))
    return 'the server does not speak HTTP';
  return reasonOf(error, code);
}

/** The connection ended through no fault of the page, so that a second try may go through. */
export function isConnectionReset(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(codeOf(error));
}

/** The private address that a connection was refused for, else null. */
export function refusedAddress(error: unknown): string | null {
  const refused = chain(error).find((one) => one instanceof RefusedAddress);
  return refused instanceof RefusedAddress ? refused.address : null;
}

function codeOf(error: unknown): string {
  const coded = chain(error).find((one) => typeof (one as { code?: unknown }).code === 'string');
  return coded === undefined ? '' : String((coded as { code?: unknown }).code);
}

/** OpenSSL's reasons carry a file and a line; the words after the last colon but two are for people. */
function reasonOf(error: unknown, code: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message;
  return reason.trim() === '' ? code || 'unknown error' : reason.trim();
}

/** An error, those gathered in it, and its causes, outermost first. */
function chain(error: unknown): readonly object[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, errors } = error as { cause?: unknown; errors?: unknown };
  const gathered = Array.isArray(errors) ? errors.flatMap(chain) : [];
  return [error, ...gathered, ...chain(cause)];
}
