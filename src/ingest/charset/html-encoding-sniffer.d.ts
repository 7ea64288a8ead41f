/** Types for `html-encoding-sniffer`, which brings none. */

declare module 'html-encoding-sniffer' {
  interface SniffOptions {
    readonly transportLayerEncodingLabel?: string;
    /** What is given when the page says nothing. */
    readonly defaultEncoding?: string | null;
  }

  /** The encoding that a page declares by a byte-order mark or in its first 1,024 bytes, as the HTML standard reads it. */
  export default function sniff(bytes: Uint8Array, options?: SniffOptions): string | null;
}
