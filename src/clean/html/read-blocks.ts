/** Cuts an element into its blocks of text, in reading order, with what is known of each. */

import { isElement, squeezed, TEXT } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';

/** What kind of element holds the text. */
export type Holder = 'paragraph' | 'heading' | 'listItem' | 'quote' | 'cell' | 'plain';

export interface RawBlock {
  /** On one line, never empty. */
  readonly text: string;
  readonly holder: Holder;
  /** Characters of `text` inside links, roughly. */
  readonly linkChars: number;
  /** Where the first link leads. */
  readonly href: string | null;
  /** Characters inside bold elements, roughly. */
  readonly boldChars: number;
  /** The innermost element around the block's first text. */
  readonly element: PageElement;
}

const HOLDERS: ReadonlyMap<string, Holder> = new Map([
  ['p', 'paragraph'],
  ['pre', 'paragraph'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'listItem'],
  ['dd', 'listItem'],
  ['dt', 'listItem'],
  ['blockquote', 'quote'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['caption', 'cell'],
]);

/** Elements that stand on lines of their own. */
const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is never prose. */
const SILENT = new Set(
  'script style noscript template svg math iframe object embed select option datalist textarea input audio video canvas head title'.split(
    ' ',
  ),
);

interface Surroundings {
  readonly holder: Holder;
  readonly element: PageElement;
  readonly link: string | null;
  readonly bold: boolean;
}

/** The blocks of `root` without those inside elements for which `skip` answers true. */
export function readBlocks(
  root: PageElement,
  skip: (element: PageElement) => boolean = () => false,
): RawBlock[] {
  const reader = new BlockReader(skip);
  reader.children(root, { holder: 'plain', element: root, link: null, bold: false });
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: RawBlock[] = [];
  private readonly skip: (element: PageElement) => boolean;
  private pieces: string[] = [];
  private linkChars = 0;
  private boldChars = 0;
  private href: string | null = null;
  private breaks = 0;
  private around: Surroundings | null = null;

  constructor(skip: (element: PageElement) => boolean) {
    this.skip = skip;
  }

  children(parent: PageElement, around: Surroundings): void {
    for (let node: PageNode | null = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT) this.text(node.textContent ?? '', around);
      else if (isElement(node)) this.element(node, around);
    }
  }

  flush(): void {
    const text = squeezed(this.pieces.join(''));
    if (text !== '' && this.around !== null) {
      const { linkChars, boldChars, href } = this;
      this.blocks.push({
        text,
        holder: this.around.holder,
        linkChars,
        boldChars,
        href,
        element: this.around.element,
      });
    }
    this.pieces = [];
    this.linkChars = this.boldChars = this.breaks = 0;
    this.href = null;
    this.around = null;
  }

  private text(data: string, around: Surroundings): void {
    const length = data.trim().length;
    if (length > 0) {
      this.around ??= around;
      this.breaks = 0;
      if (around.link !== null) {
        this.linkChars += length;
        this.href ??= around.link;
      }
      if (around.bold) this.boldChars += length;
    }
    this.pieces.push(data);
  }

  private element(element: PageElement, around: Surroundings): void {
    const name = element.localName.toLowerCase();
    if (SILENT.has(name) || this.skip(element)) return;
    if (name === 'br') {
      this.lineBreak();
      return;
    }
    const block = BLOCK_ELEMENTS.has(name);
    if (block) this.flush();
    if (name === 'tr' && isDataRow(element)) {
      this.row(element, around);
      return;
    }
    this.children(element, {
      holder: holderOf(name, around.holder),
      element,
      link: name === 'a' ? (element.getAttribute('href') ?? '') : around.link,
      bold: around.bold || name === 'b' || name === 'strong',
    });
    if (block) this.flush();
    else if (name === 'button' || name === 'label' || name === 'time') this.pieces.push(' ');
  }

  /** The cells of a row of data are one line. */
  private row(row: PageElement, around: Surroundings): void {
    for (let node: PageNode | null = row.firstChild; node !== null; node = node.nextSibling) {
      if (!isElement(node)) continue;
      this.text(squeezed(node.textContent), { ...around, holder: 'cell', element: row });
      this.pieces.push(' ');
    }
    this.flush();
  }

  /**
   * Two breaks part paragraphs. A single one does so only after the end of a sentence: elsewhere it
   * is a line's end inside a sentence, which must stay whole.
   */
  private lineBreak(): void {
    this.breaks += 1;
    this.pieces.push(' ');
    const tail = this.pieces.slice(-TAIL_PIECES).join('').trimEnd();
    if (this.breaks >= 2 || /[.!?:…。！？؟।"”»]$/.test(tail)) {
      const breaks = this.breaks;
      this.flush();
      this.breaks = breaks;
    }
  }
}

/** Longer cells hold text of their own: old pages are laid out with tables. */
const MAX_CELL_CHARS = 80;

/** Whether all cells of a row are short, and there are several. */
function isDataRow(row: PageElement): boolean {
  let cells = 0;
  for (let node: PageNode | null = row.firstChild; node !== null; node = node.nextSibling) {
    if (!isElement(node)) continue;
    if (
      (node.localName !== 'td' && node.localName !== 'th') ||
      squeezed(node.textContent).length > MAX_CELL_CHARS
    )
      return false;
    cells += 1;
  }
  return cells > 1;
}

/** So many pieces of text before a break show how its line ends. */
const TAIL_PIECES = 6;

/** A list or quotation keeps its kind for the paragraphs inside it. */
function holderOf(name: string, outer: Holder): Holder {
  const own = HOLDERS.get(name);
  if (own === undefined) return outer;
  if (own === 'paragraph' && (outer === 'quote' || outer === 'listItem')) return outer;
  return own;
}
