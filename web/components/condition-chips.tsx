/** What narrows the list, one chip a condition, each of which can be dropped. */

import type { Filter } from '../state/filter.ts';
import { conditionsOf, NO_FILTER, without } from '../state/filter.ts';

interface Props {
  readonly filter: Filter;
  readonly onChange: (next: Filter) => void;
}

export function ConditionChips({ filter, onChange }: Props) {
  const conditions = conditionsOf(filter);
  if (conditions.length === 0) return null;
  return (
    <ul className="chips" aria-label="What narrows this list">
      {conditions.map((condition) => (
        <li key={condition.label}>
          <button type="button" className="chip" onClick={() => onChange(without(filter, condition))}>
            <span className="unseen">Drop </span>
            <bdi>{condition.label}</bdi>
            <span aria-hidden="true"> ×</span>
          </button>
        </li>
      ))}
      {conditions.length > 1 && (
        <li>
          <button
            type="button"
            className="quiet"
            onClick={() => onChange({ ...NO_FILTER, order: filter.order })}
          >
            Drop all
          </button>
        </li>
      )}
    </ul>
  );
}
