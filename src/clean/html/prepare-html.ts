/** Makes any string safe to parse: no scripts, no absurd depth, no absurd size. */

export interface PreparedHtml {
  /** What is left for the parser, without `html`, `head` and `body` tags. */
  readonly html: string;
  /** Contents of `script type=application/ld+json`. */
  readonly linkedData: readonly string[];
  /** Contents of scripts that hold the page's data as JSON (`__NEXT_DATA__` and its like). */
  readonly state: readonly string[];
  /** The `lang` of the `html` tag. */
  readonly language: string | null;
}

/**
 * Longer pages are cut here once scripts, styles and inline pictures are gone.
 *
 * Unit: UTF-16 code units. The longest real article page seen so far has about a tenth of
 * this; parsing time grows in step with it (about a second at the limit).
 */
const MAX_HTML_CHARS = 4_000_000;

/** Elements nested deeper than this lose their tags and keep their text. Real pages stay under 60. */
const MAX_DEPTH = 200;

/** One string, in one pass over each step, with no step worse than linear. */
export function prepareHtml(input: string): PreparedHtml {
  const language = /<html\b[^<>]*?\blang\s*=\s*["']?([\w-]{2,20})/i.exec(input.slice(0, 20_000))?.[1] ?? null;
  const withoutMarks = input.replace(/\u0000/g, '');
  const { html, scripts } = takeScripts(withoutMarks);
  const short = withoutLongAttributes(html).slice(0, MAX_HTML_CHARS);
  return {
    html: capDepth(withoutSkeleton(short)),
    linkedData: scripts.filter(({ tag }) => /ld\+json/i.test(tag)).map(({ content }) => content),
    state: scripts.filter(isState).map(({ content }) => content),
    language,
  };
}

interface Script {
  readonly tag: string;
  readonly content: string;
}

function isState({ tag, content }: Script): boolean {
  return /application\/json/i.test(tag) || /^\s*(window|self)\s*[.[][\w.'"\]]{1,60}\s*=\s*\{/.test(content);
}

/** Elements whose content is never read as text, and is not markup either. */
const OPAQUE_START = /<(script|style|!--|noscript)/gi;

/**
 * Takes scripts, styles, `noscript` and comments out of the text.
 *
 * The end of each is looked for from its start; an element without an end ends the search for
 * its kind, or else many unclosed tags would make the time quadratic.
 */
function takeScripts(input: string): { html: string; scripts: Script[] } {
  const kept: string[] = [];
  const scripts: Script[] = [];
  const endless = new Set<string>();
  let position = 0;
  OPAQUE_START.lastIndex = 0;
  for (let match = OPAQUE_START.exec(input); match !== null; match = OPAQUE_START.exec(input)) {
    const name = (match[1] ?? '').toLowerCase();
    if (endless.has(name)) continue;
    const end = endOf(input, name, OPAQUE_START.lastIndex);
    if (end === null) {
      endless.add(name);
      continue;
    }
    kept.push(input.slice(position, match.index), ' ');
    if (name === 'script') scripts.push(scriptOf(input.slice(match.index, end.start)));
    position = end.end;
    OPAQUE_START.lastIndex = end.end;
  }
  kept.push(input.slice(position));
  return { html: kept.join(''), scripts };
}

function endOf(input: string, name: string, from: number): { start: number; end: number } | null {
  const closing = CLOSING[name];
  if (closing === undefined) return null;
  closing.lastIndex = from;
  const match = closing.exec(input);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

const CLOSING: Readonly<Record<string, RegExp>> = {
  script: /<\/script[^<>]{0,50}>?/gi,
  style: /<\/style[^<>]{0,50}>?/gi,
  noscript: /<\/noscript[^<>]{0,50}>?/gi,
  '!--': /--!?>/g,
};

function scriptOf(element: string): Script {
  const close = element.indexOf('>');
  return close < 0
    ? { tag: element, content: '' }
    : { tag: element.slice(0, close), content: element.slice(close + 1) };
}

/** Longer attribute values are inline pictures or state kept in attributes: never text, and often most of the page. */
const MAX_ATTRIBUTE_CHARS = 6_000;

/**
 * Empties attribute values that are too long. A stray quotation mark turns inside and outside
 * round; markup between two marks shows that it did, and then nothing is taken.
 */
function withoutLongAttributes(html: string): string {
  const kept: string[] = [];
  let position = 0;
  const opening = /=\s{0,3}(["'])/g;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const start = opening.lastIndex;
    const end = html.indexOf(match[1] ?? '"', start);
    if (end < 0) break;
    if (end - start <= MAX_ATTRIBUTE_CHARS || /[<>]/.test(html.slice(start, end))) continue;
    kept.push(html.slice(position, start));
    position = end;
    opening.lastIndex = end;
  }
  return kept.length === 0 ? html : kept.join('') + html.slice(position);
}

/**
 * Takes away the tags `html`, `head`, `body`, `frameset`, their ends and the doctype.
 *
 * Broken pages have several of each, or text outside of all; the parser gets one body.
 */
function withoutSkeleton(html: string): string {
  return html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body|frameset|noframes)\b[^<>]*>/gi, ' ');
}

/** Elements that have no end tag. */
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

/** What the start of an element closes when it is the innermost open one, as the parser does. */
const CLOSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['td', 'th', 'tr']],
  ['dd', ['dd', 'dt']],
  ['dt', ['dd', 'dt']],
  ['option', ['option']],
  ...'p div ul ol dl table section article aside header footer nav figure blockquote pre form h1 h2 h3 h4 h5 h6'
    .split(' ')
    .map((name): [string, readonly string[]] => [name, ['p']]),
]);

/**
 * Drops start and end tags below `MAX_DEPTH`, so that no later step meets a deeper tree.
 *
 * Keeps the names of the open elements: an end tag closes all that is open inside its element,
 * as the parser does, so that forgotten end tags do not add up.
 */
function capDepth(html: string): string {
  const open: string[] = [];
  let dropped = 0;
  return html.replace(/<(\/?)([a-z][a-z0-9:-]*)[^<>]*>/gi, (tag, slash: string, name: string) => {
    const element = name.toLowerCase();
    if (VOID.has(element)) return tag;
    if (slash === '') {
      closeImplied(open, element);
      if (open.length < MAX_DEPTH) open.push(element);
      else dropped += 1;
      return dropped > 0 ? '' : tag;
    }
    if (dropped > 0) {
      dropped -= 1;
      return '';
    }
    const index = open.lastIndexOf(element);
    if (index >= 0) open.length = index;
    return tag;
  });
}

function closeImplied(open: string[], element: string): void {
  const closes = CLOSES.get(element);
  if (closes === undefined || open.length >= MAX_DEPTH) return;
  while (closes.includes(open.at(-1) ?? '')) open.pop();
}
