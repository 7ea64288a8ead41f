/** JSON-LD: what a page says about its article for machines, repaired where it is broken. */

export type LinkedNode = Readonly<Record<string, unknown>>;

/** Nodes deeper than this, or beyond this many, are not looked at: no page needs them. */
const MAX_DEPTH = 12;
const MAX_NODES = 5_000;

/** Every object of all scripts of a page, outer ones first, `@id` references left as they are. */
export function readLinkedData(scripts: readonly string[]): readonly LinkedNode[] {
  const nodes: LinkedNode[] = [];
  for (const script of scripts) collect(parseLoosely(script), 0, nodes);
  return nodes;
}

function collect(value: unknown, depth: number, nodes: LinkedNode[]): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, nodes);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const inner of Object.values(value)) if (typeof inner === 'object') collect(inner, depth + 1, nodes);
  }
}

export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names of a node's types, without the vocabulary's address. */
export function typesOf(node: LinkedNode): readonly string[] {
  return listed(node['@type'] ?? node['type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** A value that may be one or many, as a list. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Follows `{"@id": "…"}` to the node of that id that says most; anything else is returned as it is. */
export function resolved(value: unknown, nodes: readonly LinkedNode[]): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || 'name' in value) return value;
  const id = value['@id'];
  let best: LinkedNode = value;
  for (const node of nodes) {
    if (node['@id'] === id && Object.keys(node).length > Object.keys(best).length) best = node;
  }
  return best;
}

/** JSON, or what can be made JSON by leaving out what does not belong; null when nothing helps. */
export function parseLoosely(source: string): unknown {
  const text = source
    .trim()
    .replace(/^<!\[CDATA\[|\]\]>$/g, '')
    .replace(/^<!--|-->$/g, '');
  return parsed(text) ?? parsed(repaired(text)) ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Leaves out comments and commas before a closing bracket, escapes control characters and
 * double-escapes wrong escapes inside strings, and cuts what follows the first whole value.
 */
function repaired(text: string): string {
  const out: string[] = [];
  let depth = 0;
  let index = 0;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') {
      const end = endOfString(text, index);
      out.push(repairedString(text.slice(index + 1, end)));
      index = end + 1;
      continue;
    }
    const comment = commentLength(text, index);
    if (comment > 0) {
      index += comment;
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') {
      dropTrailingComma(out);
      depth -= 1;
    }
    out.push(char);
    index += 1;
    if (depth === 0 && (char === '}' || char === ']')) break;
  }
  return out.join('');
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charAt(index) !== '"') index += text.charAt(index) === '\\' ? 2 : 1;
  return Math.min(index, text.length);
}

function repairedString(content: string): string {
  const escaped = content
    .replace(/\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/g, '\\\\')
    .replace(/[\u0000-\u001f]/g, (control) => (control === '\n' ? '\\n' : ' '));
  return `"${escaped}"`;
}

function commentLength(text: string, index: number): number {
  if (text.startsWith('/*', index)) {
    const end = text.indexOf('*/', index + 2);
    return (end < 0 ? text.length : end + 2) - index;
  }
  if (text.startsWith('//', index)) {
    const end = text.indexOf('\n', index);
    return (end < 0 ? text.length : end) - index;
  }
  return 0;
}

function dropTrailingComma(out: string[]): void {
  let last = out.length - 1;
  while (last >= 0 && /^\s$/.test(out[last] ?? '')) last -= 1;
  if (out[last] === ',') out.splice(last, 1);
}
