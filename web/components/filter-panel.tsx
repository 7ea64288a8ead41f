/** The questions that narrow the chronicle. What is chosen goes straight into the address. */

import { useEffect, useId, useState } from 'react';

import type { Filter, ListField } from '../state/filter.ts';
import { isDay, toggled } from '../state/filter.ts';
import { SOURCE_KIND_WORDS, SPEECH_WORDS, STANCE_WORDS } from '../wording/claims.ts';

interface Props {
  readonly filter: Filter;
  /** How many conditions hold, shown where the panel is folded away. */
  readonly active: number;
  readonly onChange: (next: Filter) => void;
}

export function FilterPanel({ filter, active, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <aside className="filters" aria-label="Filters">
      <button
        type="button"
        className="filters-toggle"
        aria-expanded={open}
        aria-controls="filters-body"
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide filters' : 'Filters'}
        {active > 0 && ` (${active})`}
      </button>
      <div id="filters-body" className={open ? 'filters-body is-open' : 'filters-body'}>
        <SpeakerField onAdd={(name) => onChange(toggled(filter, 'speaker', name))} />
        <fieldset>
          <legend>When</legend>
          <div className="day-fields">
            <DayField label="From" value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
            <DayField label="To" value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
          </div>
        </fieldset>
        <Choices title="Stance" field="stance" words={STANCE_WORDS} filter={filter} onChange={onChange} />
        <Choices title="Speech" field="speech" words={SPEECH_WORDS} filter={filter} onChange={onChange} />
        <Choices
          title="Kind of speaker"
          field="source_kind"
          words={SOURCE_KIND_WORDS}
          filter={filter}
          onChange={onChange}
        />
      </div>
    </aside>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly field: ListField;
  readonly words: Readonly<Record<string, string>>;
  readonly filter: Filter;
  readonly onChange: (next: Filter) => void;
}

function Choices({ title, field, words, filter, onChange }: ChoicesProps) {
  const held: readonly string[] = filter[field];
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="choices">
        {Object.entries(words).map(([value, word]) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={held.includes(value)}
              onChange={() => onChange(toggled(filter, field, value))}
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SpeakerField({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onAdd(name.trim());
        setName('');
      }}
    >
      <label htmlFor="speaker">According to</label>
      <div className="field-row">
        <input
          id="speaker"
          value={name}
          dir="auto"
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <button>Add</button>
      </div>
    </form>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, a month or a year: a date picker would force a day on somebody who knows only the year. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const valid = draft === '' || isDay(draft);
  const commit = () => {
    if (valid && draft !== value) onChange(draft);
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={draft}
        dir="ltr"
        placeholder="YYYY-MM-DD"
        autoComplete="off"
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : `${id}-wrong`}
        onChange={(event) => setDraft(event.target.value.trim())}
        onBlur={commit}
      />
      {!valid && (
        <p id={`${id}-wrong`} className="fine wrong">
          2024, 2024-05 or 2024-05-17
        </p>
      )}
    </form>
  );
}
