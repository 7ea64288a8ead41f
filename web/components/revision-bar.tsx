/** The states of an article that were captured, and which of them one is reading. */

import { Link } from 'wouter';

import type { WireRevision } from '../../src/serve/wire.ts';
import { counted } from '../wording/claims.ts';
import { Instant } from './instant.tsx';

export function RevisionBar({ revision }: { readonly revision: WireRevision }) {
  const { article, revisions, revisionId } = revision;
  if (revisions.length < 2) return null;
  const isCurrent = revisions.some(({ id, current }) => current && id === revisionId);
  const inOrder = [...revisions].sort((a, b) => a.number - b.number);
  return (
    <nav className="revisions" aria-label="Revisions">
      <p className="revisions-count">{counted(revisions.length, 'revision')}</p>
      <ol>
        {inOrder.map(({ id, number, published, updated, retrieved, claims, current }) => (
          <li key={id}>
            <Link href={`/revisions/${id}`} aria-current={id === revisionId ? 'true' : undefined}>
              {number}. <Instant value={updated ?? published ?? retrieved} />
              <span className="fine">
                {counted(claims, 'claim')}
                {current && ', current'}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {!isCurrent && (
        <p className="notice" role="note">
          You are reading an earlier state of this article.{' '}
          <Link href={`/articles/${article.id}`}>Open the current one</Link>.
        </p>
      )}
    </nav>
  );
}
