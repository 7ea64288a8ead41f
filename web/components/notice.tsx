/** A line about the article and not about the news, set apart from its text. */

import type { ReactNode } from 'react';

import type { WireRevision } from '../../src/serve/wire.ts';
import { safeAddress } from '../wording/claims.ts';

type NoticeKind = WireRevision['notices'][number]['kind'];

const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  translation: 'Translation',
  live: 'Live coverage',
  correction: 'Correction',
  agency: 'Agency copy',
  embargo: 'Embargo',
  update: 'Update',
  other: 'Notice',
};

interface Props {
  readonly kind: NoticeKind;
  readonly url: string | null;
  readonly children: ReactNode;
}

export function Notice({ kind, url, children }: Props) {
  const address = safeAddress(url);
  return (
    <p className="notice" role="note" dir="auto">
      <strong>{NOTICE_WORDS[kind]}</strong> {children}
      {address !== null && (
        <>
          {' '}
          <a href={address} rel="noreferrer noopener external">
            {new URL(address).host}
          </a>
        </>
      )}
    </p>
  );
}
