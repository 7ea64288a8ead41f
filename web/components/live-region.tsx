/** The region that a screen reader listens to. */

import { useAnnouncement } from '../state/live.ts';

export function LiveRegion() {
  return (
    <p className="unseen" role="status" aria-live="polite">
      {useAnnouncement()}
    </p>
  );
}
