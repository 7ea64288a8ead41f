/** The keys, in a dialog, with the switch that turns them off. */

import type { Ref } from 'react';

import { KEY_HELP } from '../state/keys.ts';
import { setKeys, useSettings } from '../state/settings.ts';

export function HelpDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const { keys } = useSettings();
  return (
    <dialog ref={ref} className="help" aria-labelledby="help-title">
      <form method="dialog" className="help-head">
        <h2 id="help-title">Keys</h2>
        <button>Close</button>
      </form>
      <div className="help-groups">
        {KEY_HELP.map((group) => (
          <section key={group.where}>
            <h3>{group.where}</h3>
            <dl>
              {group.keys.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="choice">
        <input type="checkbox" checked={keys} onChange={(event) => setKeys(event.target.checked)} />
        Single keys are on
      </label>
      <p className="fine">No key fires while you write in a field. Esc always works.</p>
    </dialog>
  );
}
