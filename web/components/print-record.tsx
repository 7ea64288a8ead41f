/** What a printed article ends with: where it is from, when it was fetched, the hashes, what read it. */

import type { WireRevision } from '../../src/serve/wire.ts';
import { outletOf } from '../wording/claims.ts';
import { inWordsToTheSecond } from '../wording/dates.ts';

export function PrintRecord({ revision }: { readonly revision: WireRevision }) {
  const { article, capture, engine, revisionId, textHash } = revision;
  return (
    <footer className="print-only print-record">
      <p>
        {outletOf(article)}. {article.url ?? capture.location}. Fetched{' '}
        {inWordsToTheSecond(capture.retrieved)}.
      </p>
      <p>
        {article.id}, revision {revisionId}. Bytes {capture.bytesHash}. Text {textHash}.
      </p>
      <p>
        Read by annalist {engine.version}; model {engine.model}; lexicon {engine.lexicon}.
      </p>
    </footer>
  );
}
