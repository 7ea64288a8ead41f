/** What went wrong, where, and what to do: problem JSON as a reader sees it. */

import type { WireProblem } from '../../src/serve/wire.ts';

interface Props {
  readonly problem: WireProblem;
  readonly onRetry?: () => void;
}

export function ProblemNotice({ problem, onRetry }: Props) {
  return (
    <section className="problem" role="alert">
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      {problem.errors !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ name, detail }) => (
            <li key={name}>
              <code>{name}</code>: {detail}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
      <p className="fine">
        Code <code>{problem.code}</code>
        {problem.status > 0 && <>, status {problem.status}</>}
      </p>
    </section>
  );
}
