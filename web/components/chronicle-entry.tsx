/** One article of the chronicle: the outlet, the time, the headline, and the claims that match. */

import { Link } from 'wouter';

import type { WireArticleSummary, WireChronicleItem, WireClaim } from '../../src/serve/wire.ts';
import type { Filter } from '../state/filter.ts';
import { chronicleAddress } from '../state/filter.ts';
import { basisOf, counted, outletOf, placeOf, statedTime } from '../wording/claims.ts';
import { inWords, printsAnotherDay, timeOfDay } from '../wording/dates.ts';
import { ClaimLine } from './claim-line.tsx';
import { Instant } from './instant.tsx';

interface Props {
  readonly item: WireChronicleItem;
  readonly filter: Filter;
}

export function ChronicleEntry({ item: { article, claims, matchingClaims }, filter }: Props) {
  const address = `/articles/${article.id}`;
  const hidden = matchingClaims - claims.length;
  return (
    <article className="entry">
      <EntryTime article={article} filter={filter} />
      <h3 className="entry-headline" dir="auto">
        <Link href={address} data-line="">
          {article.headline ?? 'Without a headline'}
        </Link>
      </h3>
      {claims.length === 0 && <p className="fine">{nothingToShow(article)}</p>}
      <ol className="claim-lines">
        {claims.map((claim) => (
          <ClaimLine
            key={claim.id}
            claim={claim}
            outer={outerOf(claim, claims)}
            address={address}
            filter={filter}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <p className="fine">
          <Link href={address}>{counted(hidden, 'more claim')} in the article</Link>
        </p>
      )}
      {matchingClaims > 0 && matchingClaims < article.claims && (
        <p className="fine">
          {matchingClaims} of its {counted(article.claims, 'claim')}{' '}
          {matchingClaims === 1 ? 'matches' : 'match'}.
        </p>
      )}
      <p className="print-only fine">
        Source: {outletOf(article)}, {placeOf(article)}, fetched {inWords(article.retrieved)}, revision{' '}
        {article.revisionId}.
      </p>
    </article>
  );
}

function EntryTime({ article, filter }: { readonly article: WireArticleSummary; readonly filter: Filter }) {
  const value = statedTime(article);
  const time = printsAnotherDay(value) ? inWords(value) : timeOfDay(value);
  return (
    <p className="dotted">
      {article.publisher === null ? (
        <span className="outlet">{outletOf(article)}</span>
      ) : (
        <span className="outlet">
          <Link href={chronicleAddress({ ...filter, publisher: [article.publisher] })}>
            <bdi>{article.publisher}</bdi>
          </Link>
        </span>
      )}
      <span>
        {basisOf(article)}{' '}
        {time === null ? <span>{inWords(value)}</span> : <time dateTime={value}>{time}</time>}
      </span>
      {article.time.basis === 'published' &&
        article.updated !== null &&
        article.updated !== article.published && (
          <span>
            updated <Instant value={article.updated} />
          </span>
        )}
      {article.revisions > 1 && <span className="tag">{article.revisions} revisions</span>}
    </p>
  );
}

function nothingToShow({ claims }: WireArticleSummary): string {
  return claims === 0
    ? 'No claims were found in this article.'
    : `The article matches; none of its ${counted(claims, 'claim')} does by itself.`;
}

/** The claim that this one lies in, when it is on the page too. */
function outerOf({ inside }: WireClaim, claims: readonly WireClaim[]): WireClaim | null {
  return claims.find(({ id }) => id === inside) ?? null;
}
