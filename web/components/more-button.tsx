/** The button at the end of a list that has more, and the count that says how far one has come. */

import type { List } from '../api/use-list.ts';
import { inDigits } from '../wording/claims.ts';

interface Props {
  readonly list: List<unknown>;
  /** What the rows are, in the plural. */
  readonly of: string;
}

export function MoreButton({ list, of }: Props) {
  const shown = list.items?.length ?? 0;
  return (
    <p className="more">
      <span>
        {inDigits(shown)} of {inDigits(list.count)} {of}
      </span>
      {list.hasMore && (
        <button type="button" onClick={list.more} aria-disabled={list.loadingMore}>
          {list.loadingMore ? 'Reading more …' : `Show more ${of}`}
        </button>
      )}
    </p>
  );
}
