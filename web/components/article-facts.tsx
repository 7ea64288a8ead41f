/** What an article says about itself: outlet, authors, times, address, language, and notices that are not in its text. */

import { Link } from 'wouter';

import type { WireRevision } from '../../src/serve/wire.ts';
import { chronicleAddress } from '../state/filter.ts';
import { goBack } from '../state/navigation.ts';
import { outletOf, safeAddress } from '../wording/claims.ts';
import { Instant } from './instant.tsx';
import { Notice } from './notice.tsx';

/** Below this the language is named as doubtful. */
const SURE_OF_LANGUAGE = 0.8;

export function ArticleFacts({ revision }: { readonly revision: WireRevision }) {
  const { article, notices } = revision;
  return (
    <>
      <p className="back">
        <button type="button" className="quiet" onClick={goBack}>
          Back to the list
        </button>
      </p>
      <p className="dotted">
        <span className="outlet">
          {article.publisher === null ? (
            outletOf(article)
          ) : (
            <Link href={chronicleAddress({ publisher: [article.publisher] })}>
              <bdi>{article.publisher}</bdi>
            </Link>
          )}
        </span>
        {revision.section !== null && <span>{revision.section}</span>}
        {revision.byline.length > 0 && (
          <span>
            by <bdi>{revision.byline.join(', ')}</bdi>
          </span>
        )}
        <Times revision={revision} />
        <Language revision={revision} />
        <Address url={article.url} />
      </p>
      {notices
        .filter(({ start }) => start === null)
        .map((notice) => (
          <Notice key={notice.text} kind={notice.kind} url={notice.url} text={notice.text}>
            {notice.text}
          </Notice>
        ))}
    </>
  );
}

function Times({ revision: { published, updated, capture } }: { readonly revision: WireRevision }) {
  return (
    <>
      {published !== null && (
        <span>
          published <Instant value={published} />
        </span>
      )}
      {updated !== null && (
        <span>
          updated <Instant value={updated} />
        </span>
      )}
      {published === null && updated === null && (
        <span>
          no date stated; fetched <Instant value={capture.retrieved} />
        </span>
      )}
    </>
  );
}

function Language({
  revision: { language, languageConfidence, machineTranslated },
}: {
  readonly revision: WireRevision;
}) {
  const doubtful = languageConfidence < SURE_OF_LANGUAGE || language === 'und';
  return (
    <>
      {machineTranslated && <strong className="tag">machine translation</strong>}
      {doubtful && <span className="tag">language uncertain</span>}
    </>
  );
}

function Address({ url }: { readonly url: string | null }) {
  const address = safeAddress(url);
  if (address === null) return null;
  return (
    <span>
      <a href={address} rel="noreferrer noopener external">
        the original at {new URL(address).host}
      </a>
    </span>
  );
}
