/** The one error class, its codes, and the functions that make each error. */

/** Every code. `docs/errors.md` explains each one; a test compares the two. */
export const ERROR_CODES = [
  'input-not-found',
  'input-unreadable',
  'input-empty',
  'input-binary',
  'input-too-large',
  'json-line-invalid',
  'feed-invalid',
  'fetch-failed',
  'fetch-status',
  'robots-forbids',
  'address-refused',
  'page-without-article',
  'reading-failed',
  'lexicon-row-invalid',
  'model-missing',
  'model-damaged',
  'record-newer',
  'record-unreadable',
  'record-read-only',
  'record-busy',
  'disk-full',
  'port-taken',
  'not-found',
  'query-invalid',
  'option-invalid',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A fault of the world, not of annalist: a file that is not there, a feed that
 * is none. The message says where it is and what to do; `code` is stable.
 */
export class AnnalistError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AnnalistError';
    this.code = code;
  }
}

export function inputNotFound(path: string, cause?: unknown): AnnalistError {
  return new AnnalistError('input-not-found', `${path}: no such file or folder; check the path`, { cause });
}

export function inputUnreadable(path: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'input-unreadable',
    `${path}: cannot be read (${reasonOf(cause)}); check its permissions`,
    { cause },
  );
}

export function inputEmpty(location: string): AnnalistError {
  return new AnnalistError(
    'input-empty',
    `${location}: nothing to read; the input is empty or only white space`,
  );
}

export function folderEmpty(path: string): AnnalistError {
  return new AnnalistError(
    'input-empty',
    `${path}: nothing to read in this folder; HTML, text, Markdown and JSON lines files are`,
  );
}

export function inputBinary(location: string, kind: string): AnnalistError {
  return new AnnalistError(
    'input-binary',
    `${location}: this is ${kind}, not text; save the article as HTML or text first`,
  );
}

export function inputTooLarge(location: string, limitBytes: number, option: string): AnnalistError {
  const limit = `${Math.round(limitBytes / 1_000_000)} MB`;
  return new AnnalistError(
    'input-too-large',
    `${location}: larger than ${limit}; raise ${option} to read it`,
  );
}

export function jsonLineInvalid(location: string, line: number, problem: string): AnnalistError {
  return new AnnalistError('json-line-invalid', `${location} line ${line}: ${problem}`);
}

export function feedInvalid(location: string, problem: string, cause?: unknown): AnnalistError {
  return new AnnalistError(
    'feed-invalid',
    `${location}: not a feed that can be read (${problem}); RSS, Atom, RDF and JSON Feed are`,
    { cause },
  );
}

export function fetchFailed(url: string, problem: string, cause?: unknown): AnnalistError {
  return new AnnalistError('fetch-failed', `${url}: ${problem}`, { cause });
}

export function fetchStatus(url: string, status: number): AnnalistError {
  return new AnnalistError(
    'fetch-status',
    `${url}: the server answered ${status}; open it in a browser to see whether it is still there`,
  );
}

export function robotsForbids(url: string, robotsUrl: string, line: number | null): AnnalistError {
  const where = line === null ? robotsUrl : `${robotsUrl} line ${line}`;
  return new AnnalistError(
    'robots-forbids',
    `${url}: ${where} forbids it; save the page yourself and read the file`,
  );
}

export function robotsUnreadable(url: string, robotsUrl: string, problem: string): AnnalistError {
  return new AnnalistError(
    'robots-forbids',
    `${url}: ${robotsUrl} cannot be read (${problem}), and until it can nothing there is fetched; try again later`,
  );
}

export function addressRefused(url: string, address: string): AnnalistError {
  return new AnnalistError(
    'address-refused',
    `${url}: leads to the private address ${address}; --allow-private-network permits that`,
  );
}

export function pageWithoutArticle(location: string): AnnalistError {
  return new AnnalistError('page-without-article', `${location}: no article text found in the page`);
}

export function readingFailed(location: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'reading-failed',
    `${location}: annalist itself failed on this page (${reasonOf(cause)}); please report it with the page`,
    { cause },
  );
}

export function lexiconRowInvalid(file: string, line: number, problem: string): AnnalistError {
  return new AnnalistError('lexicon-row-invalid', `${file}:${line}: ${problem}`);
}

export function modelMissing(path: string, cause: unknown): AnnalistError {
  return new AnnalistError('model-missing', `no model at ${path}; "npm ci" puts it back`, { cause });
}

export function recordNewer(path: string, found: number, known: number): AnnalistError {
  return new AnnalistError(
    'record-newer',
    `${path}: made by a newer annalist (schema ${found}, this one knows ${known}); update annalist`,
  );
}

export function recordUnreadable(path: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'record-unreadable',
    `${path}: not an annalist record (${reasonOf(cause)}); name another file with --record`,
    { cause },
  );
}

export function recordReadOnly(path: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'record-read-only',
    `${path}: cannot be written; check the permissions of the file and its folder, or name another with --record`,
    { cause },
  );
}

export function recordBusy(path: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'record-busy',
    `${path}: another process has been writing for too long; try again when it is done`,
    { cause },
  );
}

export function diskFull(path: string, cause: unknown): AnnalistError {
  return new AnnalistError(
    'disk-full',
    `${path}: the disk is full; free some space and run the same command again, what was reported as added is kept`,
    { cause },
  );
}

export function portTaken(port: number, cause: unknown): AnnalistError {
  return new AnnalistError(
    'port-taken',
    `port ${port} is taken by another program; choose one with --port, or --port 0 for any free one`,
    { cause },
  );
}

export function notFound(what: string): AnnalistError {
  return new AnnalistError('not-found', `${what}: not in this record`);
}

export function queryInvalid(name: string, problem: string): AnnalistError {
  return new AnnalistError('query-invalid', `${name}: ${problem}`);
}

export function optionInvalid(name: string, problem: string): AnnalistError {
  return new AnnalistError('option-invalid', `${name}: ${problem}`);
}

export function modelDamaged(path: string, problem: string): AnnalistError {
  return new AnnalistError(
    'model-damaged',
    `${path}: this model cannot be used, ${problem}; "npm ci" puts a sound one back`,
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
