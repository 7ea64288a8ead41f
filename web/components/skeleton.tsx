/** The shape of what is coming, while it comes. */

interface Props {
  /** What is being read, for those who do not see the shape. */
  readonly of: string;
  readonly entries?: number;
}

export function Skeleton({ of, entries = 4 }: Props) {
  return (
    <div className="skeleton" role="img" aria-label={`Reading ${of}`}>
      {Array.from({ length: entries }, (_, index) => (
        <div key={index} className="skeleton-entry">
          <span className="bar bar-short" />
          <span className="bar bar-head" />
          <span className="bar" />
          <span className="bar bar-most" />
        </div>
      ))}
    </div>
  );
}
