/** From what the user wrote to checked settings: every option has a value afterwards, or an error says why not. */

import { optionInvalid } from '../errors.ts';
import { isoDateOf } from './iso-date.ts';
import { OPTIONS, type Option, type OptionName, type Settings } from './options.ts';

/** As arguments or a settings file give them; a name that is missing or undefined takes its default. */
export type WrittenOptions = { readonly [Name in OptionName]?: string | number | boolean | undefined };

/** Settings when the user says nothing. */
export const DEFAULT_SETTINGS: Settings = loadSettings({});

/** Throws `option-invalid` for the first value that does not fit its row. Names outside the table are the caller's. */
export function loadSettings(written: WrittenOptions): Settings {
  const entries = OPTIONS.map((row) => {
    const value = written[row.name];
    return [row.name, value === undefined ? row.default : checkedOption(row, value)] as const;
  });
  return Object.fromEntries(entries) as unknown as Settings;
}

/** A value as its row wants it; throws `option-invalid` where it does not fit. */
export function checkedOption(row: Option, value: string | number | boolean): string | number | boolean {
  switch (row.kind) {
    case 'switch':
      return switchOf(row, value);
    case 'count':
    case 'number':
    case 'size':
      return numberOf(row, value);
    case 'date':
      return dateOf(row, value);
    case 'choice':
      return choiceOf(row, value);
    case 'text':
      return textOf(row, value);
  }
}

function switchOf({ name }: Option, value: string | number | boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw optionInvalid(`--${name}`, `takes no value, found "${value}"`);
}

/** Decimal multiples, as disks and downloads are counted. */
const SIZE_UNITS: Readonly<Record<string, number>> = { '': 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9 };

function numberOf(row: Option, value: string | number | boolean): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kKmMgG]?[bB])?\s*$/.exec(String(value));
  const factor = SIZE_UNITS[match?.[2]?.toUpperCase() ?? ''] ?? 1;
  const number = match === null ? NaN : Number(match[1]) * factor;
  const whole = row.kind === 'number' || Number.isInteger(number);
  const suffixed = match?.[2] !== undefined && row.kind !== 'size';
  if (Number.isNaN(number) || !whole || suffixed) {
    throw optionInvalid(`--${row.name}`, `expected ${expectedNumber(row)}, found "${value}"`);
  }
  if (number < (row.min ?? -Infinity) || number > (row.max ?? Infinity)) {
    throw optionInvalid(`--${row.name}`, `expected ${expectedNumber(row)}, found ${number}`);
  }
  return number;
}

function expectedNumber({ kind, unit, min, max }: Option): string {
  const what = kind === 'number' ? 'a number' : 'a whole number';
  const of = unit === null ? '' : ` of ${unit}`;
  if (min !== undefined && max !== undefined) return `${what}${of} from ${min} to ${max}`;
  return min === undefined ? `${what}${of}` : `${what}${of}, at least ${min}`;
}

function dateOf({ name }: Option, value: string | number | boolean): string {
  const date = isoDateOf(String(value));
  if (date === null) {
    throw optionInvalid(
      `--${name}`,
      `expected a date such as 2024-03-12 or 2024-03-12T10:00Z, found "${value}"`,
    );
  }
  return date;
}

function choiceOf({ name, choices = [] }: Option, value: string | number | boolean): string {
  const choice = choices.find((one) => one === value);
  if (choice === undefined)
    throw optionInvalid(`--${name}`, `expected one of ${choices.join(', ')}, found "${value}"`);
  return choice;
}

function textOf({ name }: Option, value: string | number | boolean): string {
  const text = String(value).trim();
  // A line end in a header value or a path is never meant, and would split a request in two.
  if (text === '' || /[\r\n\0]/.test(text)) throw optionInvalid(`--${name}`, 'expected a text on one line');
  return text;
}
