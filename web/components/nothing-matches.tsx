/** Nothing matches: says how many there are and which condition, dropped, would show some. */

import { Link } from 'wouter';

import type { WireChronicleItem, WireList } from '../../src/serve/wire.ts';
import { useResource } from '../api/use-resource.ts';
import { chronicleAddress, conditionsOf, queryOf, without } from '../state/filter.ts';
import type { Condition, Filter } from '../state/filter.ts';
import { counted, inDigits } from '../wording/claims.ts';

interface Props {
  readonly filter: Filter;
  readonly of: number;
}

export function NothingMatches({ filter, of }: Props) {
  const conditions = conditionsOf(filter);
  return (
    <section className="nothing">
      <h2>
        0 of {inDigits(of)} {of === 1 ? 'article matches' : 'articles match'}
      </h2>
      {conditions.length > 1 && (
        <>
          <p>Drop this condition:</p>
          <ul className="suggestions">
            {conditions.map((condition) => (
              <Suggestion key={condition.label} filter={filter} condition={condition} />
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href={chronicleAddress({ order: filter.order })}>Show the whole chronicle</Link>
      </p>
    </section>
  );
}

function Suggestion({ filter, condition }: { readonly filter: Filter; readonly condition: Condition }) {
  const rest = without(filter, condition);
  const query = queryOf(rest);
  const { data } = useResource<WireList<WireChronicleItem>>(
    `/chronicle?${query}${query === '' ? '' : '&'}limit=1`,
  );
  return (
    <li>
      <Link href={chronicleAddress(rest)}>
        without <bdi>{condition.label}</bdi>
      </Link>
      <span className="count">{data === undefined ? '…' : counted(data.count, 'article')}</span>
    </li>
  );
}
