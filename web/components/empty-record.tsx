/** The first page of an empty record: three ways to begin, each a command to copy. */

import { Command } from './copyable.tsx';

/** The record that commands use when none is named. */
const USUAL_RECORD = 'annalist.db';

export function EmptyRecord({ record }: { readonly record: string }) {
  const add = record === USUAL_RECORD ? 'npx annalist add' : `npx annalist add --record ${record}`;
  return (
    <section className="plain-page">
      <title>An empty record – annalist</title>
      <h1>This record is empty</h1>
      <p className="lead">Give annalist something to read, then load this page again. Three ways to begin:</p>
      <ol className="starts">
        <li>
          <h2>An article from the web</h2>
          <p>The page is kept as it came, with its hash; nothing else is fetched.</p>
          <Command text={`${add} https://example.org/article`} />
        </li>
        <li>
          <h2>A folder of saved pages</h2>
          <p>HTML, text, Markdown and JSON lines are read; what cannot be read is named.</p>
          <Command text={`${add} saved-pages/`} />
        </li>
        <li>
          <h2>The sample case</h2>
          <p>Invented dispatches about thirteen days in October 1962, in a record of its own.</p>
          <Command text="npm start" />
        </li>
      </ol>
    </section>
  );
}
