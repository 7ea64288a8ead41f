/** A record as a page that a person likes to read in a terminal: headline, facts, times, then who said what. */

import type { ArticleRecord, RecordedArticle, RecordedClaim } from '../document/record.ts';
import type { Span } from '../document/span.ts';
import { textOf } from '../document/span.ts';
import { printedTimes } from './print-times.ts';
import { printable, styler, wrap } from './terminal.ts';
import type { Styler } from './terminal.ts';

/** How the page is laid out. */
export interface Layout {
  readonly columns: number;
  readonly styled: boolean;
}

/** Widest line of text that is still easy to read. */
const MAX_COLUMNS = 96;

/** Width of the names of facts. */
const FACT_COLUMNS = 13;

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** The page, with a line end after its last line. `location` says where the article came from. */
export function printedRecord(record: ArticleRecord, location: string, layout: Layout): string {
  const columns = Math.min(layout.columns, MAX_COLUMNS);
  const style = styler(layout.styled);
  const lines = [
    ...headLines(record.article, columns, style),
    '',
    ...factsOf(record.article, location).flatMap(([name, value]) => factLines(name, value, columns, style)),
    '',
    ...printedTimes(record, columns, style),
    ...claimLines(record, columns, style),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(
  { headline, standfirst, text }: RecordedArticle,
  columns: number,
  style: Styler,
): string[] {
  const title = headline ?? `${text.trim().slice(0, columns - 1)}…`;
  const deck = standfirst === null ? [] : wrap(printable(standfirst), columns);
  return [...wrap(printable(title), columns).map((line) => style('bold', line)), ...deck];
}

type Fact = readonly [name: string, value: string];

function factsOf(article: RecordedArticle, location: string): Fact[] {
  const facts: (readonly [string, string | null])[] = [
    ['id', article.id],
    ['from', article.url ?? location],
    ['publisher', article.publisher],
    ['by', article.byline.join(', ') || null],
    ['dateline', article.dateline],
    ['published', article.published],
    ['updated', article.updated],
    ['section', article.section],
    ['language', languageOf(article)],
    ...article.notices.map(
      ({ kind, text, url }) => [kind, url === null ? text : `${text} <${url}>`] as const,
    ),
    ...article.images.map(({ caption, credit }) => ['picture', pictureOf(caption, credit)] as const),
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== null);
}

function languageOf({ language, machineTranslated }: RecordedArticle): string {
  const name = language === 'und' ? 'not known' : (languageNames.of(language) ?? language);
  return machineTranslated ? `${name}, machine-translated` : name;
}

function pictureOf(caption: string | null, credit: string | null): string {
  return [caption, credit === null ? null : `[${credit}]`].filter((part) => part !== null).join(' ');
}

function factLines(name: string, value: string, columns: number, style: Styler): string[] {
  return wrap(printable(value), columns - FACT_COLUMNS).map((line, index) =>
    index === 0 ? `${style('dim', name.padEnd(FACT_COLUMNS))}${line}` : `${' '.repeat(FACT_COLUMNS)}${line}`,
  );
}

function claimLines({ article, claims, entities }: ArticleRecord, columns: number, style: Styler): string[] {
  if (claims.length === 0) return ['No claims found: nobody is quoted or reported as saying anything.'];
  const title = claims.length === 1 ? '1 claim' : `${claims.length} claims`;
  return [
    style('bold', title),
    ...claims.flatMap((claim) => [
      '',
      ...oneClaim(claim, article.text, speakerOf(claim, entities), columns, style),
    ]),
  ];
}

/** The name of the entity that speaks. */
function speakerOf({ source }: RecordedClaim, entities: ArticleRecord['entities']): string | null {
  const name = entities.find(({ id }) => id === source.entity)?.name;
  return name === undefined ? null : printable(name);
}

function oneClaim(
  claim: RecordedClaim,
  text: string,
  speaker: string | null,
  columns: number,
  style: Styler,
): string[] {
  const indent = claim.inside === null ? '' : '    ';
  const words = claim.source.spans.length === 0 ? 'nobody named' : quoted(text, claim.source.spans);
  const who = speaker === null || words.includes(speaker) ? words : `${words} (${speaker})`;
  const stance = claim.stance === 'asserts' ? '' : ` — ${claim.stance}`;
  const medium = claim.medium === null ? '' : `, ${claim.medium}`;
  const hedge = claim.hedge === null ? '' : `, hedged by “${printable(textOf(text, claim.hedge))}”`;
  const why = `${claim.id}  ${claim.speech}${medium}${hedge}  ${claim.confidence.toFixed(2)}  ${claim.because}`;
  return [
    `${indent}${style('bold', who)}  ${style('underline', quoted(text, claim.cue.spans))}${stance}`,
    ...wrap(quoted(text, claim.content.spans), columns - indent.length - 4).map(
      (line) => `${indent}    ${line}`,
    ),
    `${indent}    ${style('dim', why)}`,
  ];
}

/** The words of several spans, parted by an ellipsis where the text between them is left out. */
function quoted(text: string, spans: readonly Span[]): string {
  return spans.map((part) => printable(textOf(text, part))).join(' … ');
}
