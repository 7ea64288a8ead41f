/** Turns units with kinds into blocks: parts captions from credits, datelines from reports, labels from lines. */

import type { Block, BlockKind } from '../../document/block.ts';
import type { Span } from '../../document/span.ts';
import { splitCredit } from '../caption.ts';
import { datelineOf } from '../dateline.ts';
import { isWireAgency } from '../../lexicon/credit-names.ts';
import { visiblePart } from './lines.ts';
import type { Sheet } from './sheet.ts';

/** Blocks in text order; every one holds a visible character. */
export function blocksOf(sheet: Sheet): Block[] {
  const { units, kinds } = sheet;
  const firstParagraph = kinds.findIndex((kind) => kind === 'paragraph');
  const lastParagraph = kinds.lastIndexOf('paragraph');
  const found = units.flatMap((unit, i) => {
    const kind = kinds[i] ?? 'paragraph';
    if (kind === 'headline') return [block('headline', sheet, withoutLabel(sheet.text, unit))];
    if (kind === 'caption') return captionBlocks(sheet, unit);
    if (kind === 'credit') return [block('credit', sheet, creditSpan(sheet.text, unit))];
    if (kind !== 'paragraph') return [block(kind, sheet, unit)];
    return paragraphBlocks(sheet, unit, { isFirst: i === firstParagraph, isLast: i === lastParagraph });
  });
  // Cutting may leave a part that shows nothing, such as a lone direction mark after a dateline.
  return found.filter(({ start, end }) => visiblePart(sheet.text, start, end) !== null);
}

function block(kind: BlockKind, { text }: Sheet, span: Span): Block {
  const { start, end } = visiblePart(text, span.start, span.end) ?? span;
  return { kind, start, end };
}

/** "Headline: …", "Subject: …": the label is not part of the headline. */
function withoutLabel(text: string, { start, end }: Span): Span {
  const head = text.slice(start, Math.min(end, start + 30));
  const label = /^(?:headline|title|subject|betreff|asunto|objet)\s?:\s*/i.exec(head)?.[0] ?? '';
  return label.length < end - start ? { start: start + label.length, end } : { start, end };
}

function captionBlocks(sheet: Sheet, unit: Span): Block[] {
  const line = sheet.text.slice(unit.start, unit.end);
  const { caption, credit } = splitCredit(line);
  const creditAt = credit === null ? -1 : line.lastIndexOf(credit);
  const captionAt = caption === null ? 0 : Math.max(0, line.indexOf(caption));
  if (caption === null || credit === null || creditAt < 0) {
    return [block('caption', sheet, { start: unit.start + captionAt, end: unit.end })];
  }
  const captionEnd = Math.min(captionAt + caption.length, creditAt);
  if (captionEnd <= captionAt) return [block('caption', sheet, unit)];
  return [
    block('caption', sheet, { start: unit.start + captionAt, end: unit.start + captionEnd }),
    block('credit', sheet, { start: unit.start + creditAt, end: unit.start + creditAt + credit.length }),
  ];
}

function creditSpan(text: string, unit: Span): Span {
  const line = text.slice(unit.start, unit.end);
  const { credit } = splitCredit(line);
  const at = credit === null ? -1 : line.lastIndexOf(credit);
  return credit === null || at < 0 ? unit : { start: unit.start + at, end: unit.start + at + credit.length };
}

/** Characters at either end of a paragraph in which a dateline or a sign-off is looked for. */
const EDGE_CHARACTERS = 400;

function paragraphBlocks(
  sheet: Sheet,
  unit: Span,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Block[] {
  const dateline = isFirst
    ? datelineOf(sheet.text.slice(unit.start, Math.min(unit.end, unit.start + EDGE_CHARACTERS)))
    : null;
  const start = unit.start + (dateline?.next ?? 0);
  const signOff = isLast ? signOffIn(sheet.text, start, unit.end) : null;
  const blocks = [block('paragraph', sheet, { start, end: signOff?.start ?? unit.end })];
  if (dateline !== null)
    blocks.unshift(block('dateline', sheet, { start: unit.start, end: unit.start + dateline.text.length }));
  if (signOff !== null) blocks.push(block('notice', sheet, signOff));
  return blocks;
}

/** The agency's name after the last sentence of a report: "… he said. PTI", "… he said. (Reuters)", "… he said. - AFP". */
function signOffIn(text: string, start: number, end: number): Span | null {
  const tail = text.slice(Math.max(start, end - 60), end);
  const match = /[.!?…”"]\s+(?:[-–—]{1,2}\s*)?([([]?([\p{L}][\p{L} /-]{1,40}?)[)\]]?)\.?$/u.exec(tail);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const names = match[2].split(/\s*[/,]\s*/);
  if (!names.every((name) => isWireAgency(name) || isWireAgency(name.split(' ')[0] ?? ''))) return null;
  // "… PTI ABC XYZ" ends with the initials of editors; "… AP said" ends with words.
  if (!/^[\p{Lu}\p{Lo}]/u.test(match[2]) || /\s\p{Ll}/u.test(match[2])) return null;
  const from = end - tail.length + tail.lastIndexOf(match[1]);
  return from > start ? { start: from, end } : null;
}
