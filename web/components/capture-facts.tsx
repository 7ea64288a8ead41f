/** The facts of a capture, and the captured bytes to take away. They are never shown as a page: they are not ours to trust. */

import type { ReactNode } from 'react';

import type { WireRevision } from '../../src/serve/wire.ts';
import { API } from '../api/client.ts';
import { inDigits } from '../wording/claims.ts';
import { CopyButton } from './copyable.tsx';
import { Instant } from './instant.tsx';

export function CaptureFacts({ revision }: { readonly revision: WireRevision }) {
  const { capture, engine, revisionId, textHash } = revision;
  return (
    <details className="capture">
      <summary>
        Captured <Instant value={capture.retrieved} />{' '}
        <span className="fine">{capture.bytesHash.slice(0, 19)}…</span>
      </summary>
      <dl className="facts">
        <Fact name="Fetched">
          <Instant value={capture.retrieved} seconds />
        </Fact>
        <Fact name="From">
          <code dir="ltr">{capture.location}</code>
        </Fact>
        {capture.finalUrl !== null && (
          <Fact name="Final address">
            <code dir="ltr">{capture.finalUrl}</code>
          </Fact>
        )}
        {capture.status !== null && <Fact name="Status">{capture.status}</Fact>}
        <Fact name="Encoding">{capture.charset}</Fact>
        <Fact name="Size">{inDigits(capture.bytes)} bytes</Fact>
        <Fact name="Hash of the bytes">
          <Hash value={capture.bytesHash} what="the hash of the bytes" />
        </Fact>
        <Fact name="Hash of the text">
          <Hash value={textHash} what="the hash of the text" />
        </Fact>
        <Fact name="Revision">
          <code dir="ltr">{revisionId}</code>
        </Fact>
        <Fact name="Read by">
          annalist {engine.version}, model <code dir="ltr">{shortened(engine.model)}</code>, lexicon{' '}
          <code dir="ltr">{shortened(engine.lexicon)}</code>
        </Fact>
      </dl>
      <Headers headers={capture.headers} />
      <p>
        <a href={`${API}/revisions/${encodeURIComponent(revisionId)}/capture`} download>
          Download the captured bytes
        </a>{' '}
        <span className="fine">
          The hash shows integrity since the capture; it does not prove what the page says.
        </span>
      </p>
    </details>
  );
}

function Headers({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
  const lines = Object.entries(headers);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>Response headers</h3>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <Fact key={name} name={name}>
            <code dir="ltr">{value}</code>
          </Fact>
        ))}
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Hash({ value, what }: { readonly value: string; readonly what: string }) {
  return (
    <>
      <code dir="ltr">{value}</code> <CopyButton text={value} what={what} />
    </>
  );
}

/** Enough of a hash to tell two engines apart at a glance. */
function shortened(hash: string): string {
  return hash.length > 19 ? `${hash.slice(0, 19)}…` : hash;
}
