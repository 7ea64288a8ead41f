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
  /** The words of the notice; a label that they begin with themselves is not put before them again. */
  readonly text: string;
  /** The same words as they are to be shown. */
  readonly children: ReactNode;
}

export function Notice({ kind, url, text, children }: Props) {
  const address = safeAddress(url);
  const label = NOTICE_WORDS[kind];
  const saysSo = text.toLowerCase().startsWith(label.toLowerCase());
  return (
    <p className="notice" role="note" dir="auto">
      {!saysSo && <strong>{label}: </strong>}
      {children}
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
