/** A point in time, at the precision that the source gives and never a finer one. */

import { inWords, inWordsToTheSecond } from '../wording/dates.ts';

interface Props {
  readonly value: string;
  readonly seconds?: boolean;
}

export function Instant({ value, seconds = false }: Props) {
  return <time dateTime={value}>{seconds ? inWordsToTheSecond(value) : inWords(value)}</time>;
}
