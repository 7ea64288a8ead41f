/** The page for an address that leads nowhere. */

import { Link } from 'wouter';

export function NotFoundView() {
  return (
    <section className="plain-page">
      <title>No such page – annalist</title>
      <h1>No such page</h1>
      <p>
        Nothing in this record has the address <code dir="ltr">{location.pathname}</code>.
      </p>
      <p>
        <Link href="/">Open the chronicle</Link>, or search for what you were looking for above.
      </p>
    </section>
  );
}
