/** Takes a Markdown tree apart into the pieces that it is shown as. */

import type { Nodes, Root } from 'mdast';

import type { BlockKind } from '../document/block.ts';

/** One shown piece. `kind` is what the marks say, null where they only say "a paragraph". */
export interface Piece {
  readonly kind: BlockKind | null;
  readonly text: string;
  /** Level of a heading, 1 to 6; 0 for anything else. */
  readonly depth: number;
  /** Address of a picture. */
  readonly url: string | null;
}

/** Deeper nesting than any article has; below it words are gathered without their structure. */
const MAX_DEPTH = 40;

/** The pieces of a tree in order. */
export function piecesOf(root: Root): Piece[] {
  return root.children.flatMap((node) => piecesOfNode(node, null, 0));
}

function piecesOfNode(node: Nodes, kind: BlockKind | null, level: number): Piece[] {
  if (level > MAX_DEPTH) return [piece(kind, wordsOf(node, level))];
  switch (node.type) {
    case 'heading':
      return [{ ...piece('heading', wordsOf(node, level)), depth: node.depth }];
    case 'paragraph':
      return paragraphPieces(node, kind, level);
    case 'blockquote':
      return node.children.flatMap((child) => piecesOfNode(child, kind ?? 'quote', level + 1));
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => piecesOfNode(child, kind ?? 'listItem', level + 1));
    case 'table':
      return node.children.map((row) =>
        piece('paragraph', row.children.map((cell) => wordsOf(cell, level)).join(' | ')),
      );
    case 'code':
      return [piece('paragraph', node.value)];
    case 'html':
      return [piece(kind, htmlWords(node.value))];
    case 'footnoteDefinition':
      return node.children.flatMap((child) => piecesOfNode(child, 'paragraph', level + 1));
    default:
      return [];
  }
}

function piece(kind: BlockKind | null, text: string): Piece {
  return { kind, text: text.trim(), depth: 0, url: null };
}

/** A paragraph's words; the pictures in it become captions before it. */
function paragraphPieces(
  node: Extract<Nodes, { type: 'paragraph' }>,
  kind: BlockKind | null,
  level: number,
): Piece[] {
  const pictures = node.children.flatMap((child) => (child.type === 'image' ? [child] : imageInLink(child)));
  const captions = pictures.map((image): Piece => {
    const text = (image.title ?? image.alt ?? '').replace(/\s+/g, ' ').trim();
    return { kind: 'caption', text, depth: 0, url: image.url };
  });
  return [...captions, piece(kind, wordsOf(node, level))].filter(
    ({ text, url }) => text !== '' || url !== null,
  );
}

function imageInLink(node: Nodes): Extract<Nodes, { type: 'image' }>[] {
  return node.type === 'link'
    ? node.children.flatMap((child) => (child.type === 'image' ? [child] : []))
    : [];
}

/** The words that a node shows, on one line. Pictures and footnote marks show none. */
function wordsOf(node: Nodes, level: number): string {
  return rawWords(node, level).replace(/[^\S\n]*\n\s*/g, ' ');
}

/** Nesting at which a tree is cut off, so that no input can exhaust the stack. */
const MAX_WORD_DEPTH = 400;

function rawWords(node: Nodes, level: number): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return htmlWords(node.value);
  if (level > MAX_WORD_DEPTH || !('children' in node)) return '';
  return node.children.map((child) => rawWords(child, level + 1)).join('');
}

/** Tags in Markdown are mark-up; a line break among them parts words. */
function htmlWords(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(?:br|\/p|\/div|\/li|hr)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
}
