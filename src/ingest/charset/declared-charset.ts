/** The character encoding that a page or a type header declares. */

import sniffHtml from 'html-encoding-sniffer';

/** How far into a file its XML declaration may stand, in bytes; it must be the very first thing. */
const XML_DECLARATION_BYTES = 200;

/** From `<?xml … encoding="…"?>` or an HTML `meta`; null when the page says nothing. */
export function declaredInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, XML_DECLARATION_BYTES)).toString('latin1');
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return xml ?? sniffHtml(bytes, { defaultEncoding: null });
}

/** The `charset` parameter of a `content-type` header, null when there is none. */
export function charsetOfHeader(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? null;
}
