/** The one place that calls the HTML parser. */

import { parseHTML } from 'linkedom';

import type { PageDocument } from './dom.ts';

/** A document with one `html`, one `head` and one `body`, whatever the page looked like. `html` comes from `prepareHtml`. */
export function parseDocument(html: string): PageDocument {
  // The parser's own types name browser globals that this project does not have.
  const { document } = parseHTML(
    `<!doctype html><html><head></head><body>${html}</body></html>`,
  ) as unknown as { document: PageDocument };
  return document;
}
